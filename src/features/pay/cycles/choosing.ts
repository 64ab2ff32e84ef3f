import type { Tx } from '../../../platform/db/index.ts';
import type { Asking } from '../../../platform/policy/index.ts';
import type { PayParts } from '../parts.ts';
import type { Conflict } from '../raises/deciding.ts';
import { type Choice, type Cycle, canBeChosen, canBeChosenIn, type Obstacle } from './cycle.ts';
import { type GridLine, openGrid } from './grid.ts';
import { notNow } from './keeping.ts';
import { wrongChoice, yearOf } from './reckoning.ts';
import { sealChoice } from './sealing.ts';
import { isThereFor } from './seeing.ts';
import type { ChosenAnswer, WantedChoice } from './shapes.ts';
import { findCycle, updateLine } from './store.ts';

type Parts = Pick<PayParts, 'vault' | 'clock' | 'audit' | 'people'>;

/** Why a line can't be chosen or proposed, as a sentence that says no amount. */
export const obstacleWords: Readonly<Record<Obstacle, string>> = {
  left: 'They are not here any more.',
  no_wage: 'No wage of theirs holds on that day. Enter one first.',
  other_currency: 'They are paid in another currency, which is never added to this budget. Propose a raise by itself.',
  day_taken: 'A wage from that very day is entered already. Correct that entry, or choose another day for the review.',
  raise_waiting: 'A proposal for them waits already. Change or withdraw that one first.',
  pay_changed: 'What they earn has changed since this was chosen. Choose again.',
};

/**
 * Keeps what is chosen for people, each line by itself: one that somebody else has chosen since it was read stays as it is
 * and is named, one that can't be says why. Null where there is no such cycle for who asks.
 */
export async function choose(
  parts: Parts,
  tx: Tx,
  asking: Asking,
  cycleId: string,
  wanted: readonly WantedChoice[],
): Promise<ChosenAnswer | Conflict | null> {
  const cycle = await findCycle(tx, cycleId, 'share');
  if (cycle === null) return null;
  const lines = new Map((await openGrid(parts, tx, asking, cycle, true)).map((line) => [line.personId, line]));
  if (!isThereFor(cycle, asking, lines.size)) return null;
  if (!canBeChosenIn(cycle.state)) return notNow(cycle);
  const answer = { saved: [], clashed: [], refused: [] } as {
    [Key in keyof ChosenAnswer]: ChosenAnswer[Key][number][];
  };
  for (const one of new Map(wanted.map((choice) => [choice.personId, choice])).values()) {
    const { personId, version } = one;
    const line = lines.get(personId);
    const words = line === undefined ? notYours : refusalOf(cycle, line, one);
    if (line !== undefined && line.version !== version) answer.clashed.push(personId);
    else if (line === undefined || words !== null) answer.refused.push({ personId, words: words ?? notYours });
    else answer.saved.push({ personId, version: await keep(parts, tx, asking, line, one) });
  }
  if (answer.saved.length > 0)
    await parts.audit.append(tx, {
      actor: { kind: 'person', id: asking.actor.personId },
      action: 'pay.cycle_chosen',
      target: { type: 'cycle', id: cycleId },
      detail: {},
    });
  return answer;
}

/** The same of one's own line, of somebody else's people, and of who is not in it at all. */
const notYours = 'Nobody of yours to choose for.';

function refusalOf(cycle: Cycle, { pay, obstacle, raise, goingBy }: GridLine, { minor }: WantedChoice): string | null {
  if (raise !== null) return 'It is proposed already. Change the proposal instead.';
  if (goingBy !== null) return 'It is about to be proposed.';
  if (minor === null) return null;
  if (pay === null || !canBeChosen(obstacle)) return obstacleWords[obstacle ?? 'no_wage'];
  return wrongChoice(pay.minor, minor, yearOf(pay, cycle.weeklyMinutes));
}

async function keep(
  { vault, clock }: Parts,
  tx: Tx,
  { actor }: Asking,
  { id, version, pay, suggestion }: GridLine,
  { minor, why }: WantedChoice,
): Promise<number> {
  const next = version + 1;
  if (minor === null || pay === null) {
    await updateLine(tx, id, { version: next, sealed: null, chosen_by: null, chosen_at: null });
    return next;
  }
  const choice: Choice = { before: pay, minor, why, suggested: suggestion?.suggested ?? null };
  const by = { chosen_by: actor.personId, chosen_at: clock.now() };
  await updateLine(tx, id, { version: next, sealed: await sealChoice(vault, tx, id, choice), ...by });
  return next;
}
