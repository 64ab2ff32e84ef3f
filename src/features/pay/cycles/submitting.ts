import { isDeepStrictEqual } from 'node:util';
import { newId } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Asking } from '../../../platform/policy/index.ts';
import type { PayParts } from '../parts.ts';
import type { Conflict } from '../raises/deciding.ts';
import { propose } from '../raises/proposing.ts';
import { missingWords } from '../raises/telling.ts';
import { openWages } from '../wages/sealing.ts';
import { lockPay } from '../wages/store.ts';
import type { Pay } from '../wages/wage.ts';
import { obstacleWords } from './choosing.ts';
import { type Cycle, canBeChosenIn, isToPropose } from './cycle.ts';
import { type GridLine, openGrid, wageOn } from './grid.ts';
import { changedMeanwhile, notNow } from './keeping.ts';
import { sumOf } from './reckoning.ts';
import { openChoice, sealWords } from './sealing.ts';
import type { SubmittedAnswer } from './shapes.ts';
import { findCycle, holdLine, insertOverride, putCycle, updateLine } from './store.ts';

interface Wanted {
  readonly revision: number;
  /** Why more than the budget is spent. */
  readonly overBudget?: string | undefined;
}

/**
 * Submits a cycle: each line with a raise becomes an ordinary proposal, by who submits it.
 *
 * First, in one transaction, the budget is looked at and the lines are marked as going: nobody chooses in them any more.
 * Then each is proposed in a transaction of its own, with the word that it is: so the pay of a person is locked for a moment
 * and not for as long as all take, and a process that dies halfway has neither lost nor doubled one. What is still going is
 * found by whoever submits next. A line that can't be proposed is given back, with the reason.
 */
export async function submitCycle(
  parts: PayParts,
  asking: Asking,
  cycleId: string,
  wanted: Wanted,
): Promise<SubmittedAnswer | Conflict | null> {
  const begun = await parts.db.inOrg(asking.orgId, (tx) => begin(parts, tx, asking, cycleId, wanted));
  if (begun === null || 'code' in begun) return begun;
  const { cycle, going, left } = begun;
  const unmade = [...left];
  let [proposed, missing] = [0, 0];
  for (const line of going) {
    const done = await parts.db.inOrg(asking.orgId, (tx) => proposeLine(parts, tx, asking, cycle, line));
    if (done === null) continue;
    if (typeof done === 'string') unmade.push({ personId: line.personId, name: line.name, words: done });
    else {
      proposed += 1;
      missing = Math.max(missing, done.missing);
    }
  }
  return { proposed, left: unmade, missing: missing === 0 ? null : missingWords(missing) };
}

interface Begun {
  readonly cycle: Cycle;
  readonly going: readonly GridLine[];
  readonly left: SubmittedAnswer['left'];
}

async function begin(
  parts: PayParts,
  tx: Tx,
  asking: Asking,
  cycleId: string,
  { revision, overBudget }: Wanted,
): Promise<Begun | Conflict | null> {
  const cycle = await findCycle(tx, cycleId, 'hold');
  if (cycle === null) return null;
  if (!canBeChosenIn(cycle.state)) return notNow(cycle);
  if (cycle.revision !== revision) return changedMeanwhile;
  const lines = await openGrid(parts, tx, asking, cycle, true);
  if (sumOf(lines.map(({ increase }) => increase)) > cycle.budget) {
    if (overBudget === undefined) return overWords;
    await override(parts, tx, asking, cycle, overBudget);
  }
  const by = asking.actor.personId;
  const fresh = lines.filter((line) => line.goingBy === null && isToPropose(line));
  for (const { id } of fresh) await updateLine(tx, id, { going_by: by });
  if (cycle.state === 'open')
    await putCycle(tx, { ...cycle, state: 'submitted', revision: revision + 1 }, { by, at: parts.clock.now() });
  await parts.audit.append(tx, {
    actor: { kind: 'person', id: by },
    action: 'pay.cycle_submitted',
    target: { type: 'cycle', id: cycleId },
    detail: {},
  });
  const left = lines.flatMap(({ choice, raise, goingBy, obstacle, personId, name }) =>
    choice === null || raise !== null || goingBy !== null || obstacle === null
      ? []
      : [{ personId, name, words: obstacleWords[obstacle] }],
  );
  // What is going from before is tried whatever stands in its way by now: then it is given back.
  const going = [...lines.filter(({ goingBy }) => goingBy !== null), ...fresh];
  return { cycle, going, left };
}

const overWords: Conflict = {
  code: 'over_budget',
  sentence: 'Together the raises are more than the budget. Lower some of them, or say why more is spent.',
};

async function override(
  { vault, clock }: PayParts,
  tx: Tx,
  { actor }: Asking,
  { id: cycleId }: Cycle,
  words: string,
): Promise<void> {
  const id = newId(clock);
  const sealed = await sealWords(vault, tx, id, words);
  await insertOverride(tx, cycleId, { id, by: actor.personId, at: clock.now(), sealed });
}

/** Makes the proposal of one line. @returns why it can't be; null where somebody else has made it meanwhile */
async function proposeLine(
  parts: PayParts,
  tx: Tx,
  asking: Asking,
  { name, from }: Cycle,
  { id, personId }: GridLine,
): Promise<{ readonly missing: number } | string | null> {
  const line = await holdLine(tx, id);
  if (line === null || line.sealed === null || line.going_by === null || line.raise_id !== null) return null;
  const choice = await openChoice(parts.vault, tx, id, line.sealed);
  const giveBack = async (words: string) => {
    await updateLine(tx, id, { going_by: null });
    return words;
  };
  await lockPay(tx, personId);
  const now = wageOn(await openWages(parts, tx, [personId]), from);
  if (!isDeepStrictEqual(now.pay, choice.before)) return giveBack(obstacleWords.pay_changed);
  const pay = { roleId: now.roleId, pay: withAmount(choice.before, choice.minor) };
  const done = await propose(parts, tx, asking, { personId, from, pay, reason: choice.why ?? name });
  if (done === null) return giveBack(obstacleWords.left);
  if ('fields' in done) return giveBack(Object.values(done.fields)[0] ?? obstacleWords.raise_waiting);
  await updateLine(tx, id, { going_by: null, raise_id: done.id });
  return { missing: done.missing };
}

const withAmount = (pay: Pay, minor: number): Pay => ({ ...pay, minor });
