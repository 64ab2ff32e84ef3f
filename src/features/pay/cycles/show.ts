import type { Tx } from '../../../platform/db/index.ts';
import type { Asking } from '../../../platform/policy/index.ts';
import { seesBands } from '../bands/seeing.ts';
import { todayOf } from '../day.ts';
import type { PayParts } from '../parts.ts';
import { openWages } from '../wages/sealing.ts';
import { type Cycle, canBeChosenIn, canBeSetUp, canMove } from './cycle.ts';
import { type GridLine, wageOn } from './grid.ts';
import { costOf, sumOf, thousandthsMore, yearOf } from './reckoning.ts';
import { openWords } from './sealing.ts';
import { keepsCycles } from './seeing.ts';
import type { GridAnswer } from './shapes.ts';
import { listLines, listOverrides, listShares } from './store.ts';

type Parts = Pick<PayParts, 'vault' | 'clock' | 'people'>;
type Names = ReadonlyMap<string, string>;
const nameIn = (names: Names, id: string) => names.get(id) || 'A former member';

/** A cycle as somebody sees it: `lines` are theirs to see, and every figure is of these. Who asks records it before. */
export async function showCycle(
  parts: Parts,
  tx: Tx,
  asking: Asking,
  cycle: Cycle,
  lines: readonly GridLine[],
): Promise<GridAnswer> {
  const { id, name, from, currency, state, weeklyMinutes } = cycle;
  const keeps = keepsCycles(asking);
  const shares = await listShares(tx, id);
  const own = shares.find(({ managerId }) => managerId === asking.actor.personId);
  const names = await parts.people.namesOf(tx, [
    ...new Set([...shares.map(({ managerId }) => managerId), ...lines.flatMap(({ chosenBy }) => chosenBy ?? [])]),
  ]);
  const totalOf = (some: readonly GridLine[]) => sumOf(some.map(({ increase }) => increase));
  return {
    ...{ id, name, from, currency, state, weeklyMinutes, keeps, today: await todayOf(parts, tx) },
    revision: keeps ? cycle.revision : null,
    budget: keeps ? cycle.budget : (own?.budget ?? null),
    ...{ total: totalOf(lines), payroll: payrollOf(cycle, lines) },
    guidelines: (await seesBands(tx, asking)) ? cycle.guidelines : null,
    shares: (keeps ? shares : []).map(({ managerId, budget }) => ({
      ...{ managerId, name: nameIn(names, managerId), budget },
      total: totalOf(lines.filter(({ manager }) => manager === managerId)),
    })),
    without: keeps ? await withoutOf(parts, tx, cycle) : [],
    overrides: keeps ? await overridesFor(parts, tx, asking, cycle) : [],
    lines: lines.map((line) => lineAnswer(cycle, line, names)),
    may: {
      ...{ choose: canBeChosenIn(state), setUp: keeps && canBeSetUp(state), submit: keeps && canBeChosenIn(state) },
      open: keeps && canMove(state, 'open'),
      ...{ close: keeps && canMove(state, 'closed'), cancel: keeps && canMove(state, 'cancelled') },
    },
  };
}

/** What those of the lines cost now who are paid in the currency of the cycle. */
function payrollOf({ currency, weeklyMinutes }: Cycle, lines: readonly GridLine[]): number {
  return sumOf(
    lines.flatMap(({ pay, choice, left }) => {
      const now = choice?.before ?? pay;
      return left || now?.currency !== currency ? [] : [costOf(now.minor, yearOf(now, weeklyMinutes))];
    }),
  );
}

function lineAnswer({ weeklyMinutes }: Cycle, line: GridLine, names: Names): GridAnswer['lines'][number] {
  const { personId, name, title, manager, version, choice, chosenBy, chosenAt, raise, obstacle } = line;
  const { suggestion, outside, increase } = line;
  // Of what is proposed the wage that it was chosen from: by now another may hold.
  const pay = raise === null ? line.pay : (choice?.before ?? line.pay);
  return {
    ...{ personId, name, title, version, obstacle, outside, increase, raise },
    managerId: manager === '' ? null : manager,
    pay: pay && { weeklyMinutes: null, ...pay },
    year: pay && yearOf(pay, weeklyMinutes),
    suggestion: suggestion && { ...suggestion },
    chosen: choice && {
      ...{ minor: choice.minor, why: choice.why, thousandths: thousandthsMore(choice.before.minor, choice.minor) },
      ...{ by: nameIn(names, chosenBy ?? ''), at: chosenAt?.toISOString() ?? '' },
    },
    isGoing: line.goingBy !== null,
  };
}

/** Who works here and is not in it. */
async function withoutOf({ people }: Parts, tx: Tx, { id }: Cycle): Promise<string[]> {
  const within = new Set((await listLines(tx, id)).map(({ personId }) => personId));
  return (await people.workers(tx)).flatMap((worker) => (within.has(worker.id) ? [] : [worker.id]));
}

/** Why it was submitted over the budget, for who said so, and for who can get nothing by it: see seeing.ts. */
async function overridesFor(
  parts: Parts,
  tx: Tx,
  { actor: { personId: own } }: Asking,
  { id, from }: Cycle,
): Promise<GridAnswer['overrides']> {
  const hasLine = (await listLines(tx, id)).some(({ personId }) => personId === own);
  const isIn = hasLine && wageOn(await openWages(parts, tx, [own]), from).pay !== null;
  const shown = (await listOverrides(tx, id)).filter(({ by }) => !isIn || by === own);
  const names = await parts.people.namesOf(
    tx,
    shown.map(({ by }) => by),
  );
  const told = [];
  for (const { id: overrideId, by, at, sealed } of shown)
    told.push({
      ...{ by: nameIn(names, by), at: at.toISOString() },
      words: await openWords(parts.vault, tx, overrideId, sealed),
    });
  return told;
}
