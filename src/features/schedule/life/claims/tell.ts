import type { Tx } from '../../../../platform/db/index.ts';
import type { ScheduleParts } from '../../parts.ts';
import type { PlannedShift } from '../../plan/plan.ts';
import { findShift } from '../../plan/shift-store.ts';
import { loadPlaces, shiftWords, whenWords } from '../places.ts';
import { schedulersOf } from '../schedulers.ts';
import type { Claim } from './claim.ts';

type Parts = Pick<ScheduleParts, 'people'>;

/** What the button of an open shift in Slack does; its value is the shift's id. */
export const claimAction = 'schedule.claim_shift';

const myPage = { label: 'My schedule', path: '/team/mine' };
const waitingKey = ({ id }: Claim) => `claim/${id}/waiting`;

/** Somebody would like to have an open shift: who plans it is told. */
export async function tellClaimed(parts: Parts, tx: Tx, claim: Claim, shift: PlannedShift): Promise<void> {
  const places = await loadPlaces(parts, tx);
  const name = (await parts.people.namesOf(tx, [claim.personId])).get(claim.personId) ?? 'Somebody';
  const schedulers = await schedulersOf(parts, tx, [places.roles.get(shift.roleId)], [claim.personId]);
  await parts.people.tell(
    tx,
    schedulers.map((personId) => ({
      ...{ personId, event: 'approval_needed', key: waitingKey(claim) },
      subject: `${name} would like an open shift: ${whenWords(shift, shift)}`,
      lines: [shiftWords(places, shift, shift)],
      link: { label: 'Pick among the claims', path: '/team/open' },
    })),
  );
}

/** A shift is somebody's who claimed it. */
export async function tellGiven(parts: Parts, tx: Tx, claim: Claim, shift: PlannedShift): Promise<void> {
  const places = await loadPlaces(parts, tx);
  const words = shiftWords(places, shift, shift);
  await parts.people.retell(tx, waitingKey(claim), { lines: [words, 'It was decided.'] });
  await parts.people.tell(tx, [
    {
      ...{ personId: claim.personId, event: 'trade_decided', key: `claim/${claim.id}/given` },
      subject: `The shift is yours: ${whenWords(shift, shift)}`,
      ...{ lines: [`New: ${words}`], link: myPage },
    },
  ]);
}

/** Says to those who were to pick that nothing waits any more. */
export async function retellWaiting(parts: Parts, tx: Tx, claim: Claim, line: string): Promise<void> {
  const shift = await findShift(tx, claim.shiftId);
  const words = shift === null ? [] : [shiftWords(await loadPlaces(parts, tx), shift, shift)];
  await parts.people.retell(tx, waitingKey(claim), { lines: [...words, line] });
}

/** A claim is over, and the shift is not theirs. */
export async function tellClaimOver(parts: Parts, tx: Tx, claim: Claim, why: string): Promise<void> {
  const shift = await findShift(tx, claim.shiftId);
  if (shift === null) return;
  const words = shiftWords(await loadPlaces(parts, tx), shift, shift);
  await parts.people.retell(tx, waitingKey(claim), { lines: [words, why] });
  await parts.people.tell(tx, [
    {
      ...{ personId: claim.personId, event: 'trade_decided', key: `claim/${claim.id}/over` },
      subject: `You don’t get the shift: ${whenWords(shift, shift)}`,
      ...{ lines: [words, why], link: myPage },
    },
  ]);
}
