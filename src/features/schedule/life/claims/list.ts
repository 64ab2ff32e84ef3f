import type { Tx } from '../../../../platform/db/index.ts';
import type { Asking } from '../../../../platform/policy/index.ts';
import { dateOf, dayOfDate } from '../../calendar/local.ts';
import type { ScheduleParts } from '../../parts.ts';
import { loadWork } from '../../plan/load-work.ts';
import { rankOf } from '../../plan/prospects.ts';
import { shiftsByIds } from '../../plan/shift-store.ts';
import { weekOf } from '../../rules/accounting.ts';
import { hours } from '../../rules/words.ts';
import { loadPlaces, showSpan } from '../places.ts';
import { decides } from '../trade.ts';
import { openShifts, reasonsAgainst } from './open-shifts.ts';
import type { ClaimAnswer } from './shapes.ts';
import { claimsWaiting } from './store.ts';

/** The claims that wait and that somebody may decide about, by shift; of one shift the best ranked first. */
export async function listClaims(
  parts: Pick<ScheduleParts, 'clock' | 'people'>,
  tx: Tx,
  asking: Asking,
): Promise<ClaimAnswer[]> {
  const waiting = await claimsWaiting(tx);
  const shifts = new Map(
    (
      await shiftsByIds(
        tx,
        waiting.map(({ shiftId }) => shiftId),
      )
    ).map((shift) => [shift.id, shift]),
  );
  const { roles, nameOf } = await loadPlaces(parts, tx);
  const mine = waiting.filter(({ id, personId, shiftId }) => {
    const role = roles.get(shifts.get(shiftId)?.roleId ?? '');
    return decides(asking, { id, by: personId, asked: [], parties: [personId], roles: [role] });
  });
  const days = mine.map(({ shiftId }) => dayOfDate(shifts.get(shiftId)?.day ?? '') ?? 0);
  if (days.length === 0) return [];
  const work = await loadWork(parts, tx, { from: dateOf(Math.min(...days)), to: dateOf(Math.max(...days)) });
  const open = new Map((await openShifts(parts, tx, work)).map((one) => [one.loaded.planned.id, one]));
  const shown = mine.flatMap(({ id, shiftId, personId, askedAt }) => {
    const one = open.get(shiftId);
    const candidate = work.candidates.find(({ person }) => person.id === personId);
    if (one === undefined || candidate === undefined) return [];
    const { planned, shift } = one.loaded;
    const rank = rankOf(candidate.person, shift);
    const minutes = candidate.ledger.weekMinutes(weekOf(shift.day, work.accounting));
    const ranked = rank === null ? 'Not ranked' : `Ranked ${rank}`;
    const answer: ClaimAnswer = {
      ...{ ...showSpan(one.free.span, planned.zone), id, shiftId, ...nameOf(planned.roleId), personId },
      ...{ personName: work.people.get(personId)?.name ?? '', askedAt: askedAt.toISOString() },
      words: `${ranked}; has ${hours(minutes)} in that week.`,
      reasons: [...reasonsAgainst(work, one, personId)],
    };
    return [{ answer, rank: rank || Number.MAX_SAFE_INTEGER }];
  });
  const order = (one: (typeof shown)[number]) => `${one.answer.startsAt} ${one.answer.shiftId}`;
  return shown
    .toSorted((one, other) => order(one).localeCompare(order(other)) || one.rank - other.rank)
    .map(({ answer }) => answer);
}
