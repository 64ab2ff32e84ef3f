import { newId } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Asking } from '../../../platform/policy/index.ts';
import { todayOf } from '../day.ts';
import type { PayParts } from '../parts.ts';
import type { Conflict } from '../raises/deciding.ts';
import { wrongDay } from '../raises/raise.ts';
import type { Refusal } from '../wages/entering.ts';
import { type Cycle, type CycleState, canBeSetUp, canMove, type Move } from './cycle.ts';
import { sumOf } from './reckoning.ts';
import type { WantedCycle } from './shapes.ts';
import { addLines, dropLines, findCycle, listLines, putCycle, putShares } from './store.ts';

type Parts = Pick<PayParts, 'clock' | 'audit' | 'people'>;
type By = Pick<Asking, 'actor'>;
type Kept = { readonly id: string };

const stateWords: Readonly<Record<CycleState, string>> = {
  draft: 'It is not open yet.',
  open: 'It is open.',
  submitted: 'It is submitted: what was chosen is proposed already.',
  closed: 'It is closed.',
  cancelled: 'It was cancelled.',
};

/** That something can't be done to a cycle as it stands. */
export const notNow = ({ state }: Cycle): Conflict => ({ code: 'not_possible_now', sentence: stateWords[state] });

/** That who asks has read another setting-up than what holds. */
export const changedMeanwhile: Conflict = {
  ...{ code: 'changed_meanwhile', sentence: 'It was set up anew while you read it. Look at what it says now.' },
};

/** Sets up a cycle with everybody who works here but those who are left out. Nobody but those who keep pay sees it yet. */
export async function beginCycle(parts: Parts, tx: Tx, asking: By, wanted: WantedCycle): Promise<Kept | Refusal> {
  const refusal = await refusalOf(parts, tx, wanted);
  if (refusal !== null) return refusal;
  const id = newId(parts.clock);
  await write(parts, tx, asking, { ...cycleOf(wanted), id, state: 'draft', revision: 1 }, wanted);
  return { id };
}

/** Sets up a cycle anew. What is chosen stays, but for those who are taken out. Null where there is none. */
export async function changeCycle(
  parts: Parts,
  tx: Tx,
  asking: By,
  id: string,
  { revision, ...wanted }: WantedCycle & { readonly revision: number },
): Promise<Kept | Refusal | Conflict | null> {
  const before = await findCycle(tx, id, 'hold');
  if (before === null) return null;
  if (!canBeSetUp(before.state)) return notNow(before);
  if (before.revision !== revision) return changedMeanwhile;
  const refusal = await refusalOf(parts, tx, wanted);
  if (refusal !== null) return refusal;
  await write(parts, tx, asking, { ...before, ...cycleOf(wanted), revision: revision + 1 }, wanted);
  return { id };
}

/** Opens, closes or cancels a cycle. Null: done, or undefined where there is none. */
export async function moveCycle(
  { clock, audit }: Parts,
  tx: Tx,
  { actor }: By,
  id: string,
  { to, revision }: { readonly to: Move; readonly revision: number },
): Promise<Conflict | null | undefined> {
  const cycle = await findCycle(tx, id, 'hold');
  if (cycle === null) return undefined;
  if (!canMove(cycle.state, to)) return notNow(cycle);
  if (cycle.revision !== revision) return changedMeanwhile;
  await putCycle(tx, { ...cycle, state: to, revision: revision + 1 }, { by: actor.personId, at: clock.now() });
  await audit.append(tx, {
    actor: { kind: 'person', id: actor.personId },
    action: 'pay.cycle_moved',
    target: { type: 'cycle', id },
    detail: { state: to },
  });
  return null;
}

function cycleOf({ name, from, budget, currency, weeklyMinutes, guidelines }: WantedCycle) {
  return { name, from, budget, currency, weeklyMinutes, guidelines };
}

async function refusalOf(parts: Parts, tx: Tx, { from, budget, shares }: WantedCycle): Promise<Refusal | null> {
  const wrong = wrongDay(from, await todayOf(parts, tx));
  if (wrong !== null) return { fields: { from: wrong } };
  const managers = shares.map(({ managerId }) => managerId);
  if (new Set(managers).size < managers.length) return { fields: { shares: 'A manager has one share.' } };
  const workers = new Set((await parts.people.workers(tx)).map(({ id }) => id));
  if (managers.some((id) => !workers.has(id))) return { fields: { shares: 'There is no such manager.' } };
  if (sumOf(shares.map((share) => share.budget)) > budget)
    return { fields: { shares: 'Together the shares are more than the budget.' } };
  return null;
}

async function write(
  { clock, audit, people }: Parts,
  tx: Tx,
  { actor }: By,
  cycle: Cycle,
  { shares, without }: Pick<WantedCycle, 'shares' | 'without'>,
): Promise<void> {
  const { id, revision } = cycle;
  await putCycle(tx, cycle, { by: actor.personId, at: clock.now() });
  await putShares(tx, id, shares);
  const out = new Set(without);
  const fresh = (await people.workers(tx)).filter((worker) => !out.has(worker.id));
  const isFirst = revision === 1;
  const within = new Set((await listLines(tx, id)).map(({ personId }) => personId));
  // Whether one is in it oneself others decide, once it is begun: taking oneself out would throw away what they chose.
  const mine = (personId: string) => !isFirst && personId === actor.personId;
  const added = fresh.filter((worker) => !within.has(worker.id) && !mine(worker.id));
  await addLines(
    tx,
    id,
    added.map((worker) => ({ id: newId(clock), personId: worker.id })),
  );
  await dropLines(
    tx,
    id,
    without.filter((personId) => within.has(personId) && !mine(personId)),
  );
  await audit.append(tx, {
    actor: { kind: 'person', id: actor.personId },
    action: 'pay.cycle_kept',
    target: { type: 'cycle', id },
    detail: { revision },
  });
}
