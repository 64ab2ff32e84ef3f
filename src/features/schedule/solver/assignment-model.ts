import type { ModelData } from 'highs';
import { type Clashes, conflictsOf } from './conflicts.ts';
import { ModelDraft, unbounded } from './matrix.ts';
import { addPersonRules, type PersonColumns } from './person-rows.ts';
import type { Person, RosterProblem } from './problem.ts';
import { headcounts, inOrder, type Roster, slotAt } from './roster.ts';
import type { Tier } from './stages.ts';

/** What is minimised: one tier, with the values of those before it kept; all tiers without order; or the sum with all tiers kept. */
export interface Aim {
  readonly tier: number | 'all' | 'sum';
  /** Values that the tiers before may not pass. */
  readonly caps: readonly number[];
}

/** A problem as whole-number program: one column for each choice, one row for each slot and each rule. */
export interface AssignmentModel {
  readonly model: ModelData;
  /** The model's value is the true one times this, without the problem's offset. */
  readonly scale: number;
  rosterOf(columns: Float64Array): Roster;
  /** All columns for a known roster, to begin from. */
  columnsOf(roster: Roster): Float64Array;
}

/** HiGHS' tolerance on costs is 10⁻⁷ absolute: larger costs than this make it chase noise. */
const largestCost = 1e5;

/** Slack added to a kept value, so that a row holds in spite of rounding; tiers are whole numbers. */
const capSlack = 1e-6;

export function buildAssignmentModel(
  problem: RosterProblem,
  clashes: Clashes,
  tiers: readonly Tier[],
  aim: Aim,
): AssignmentModel {
  const draft = new ModelDraft();
  const scale = aim.tier === 'sum' ? scaleOf(problem) : 1;
  const cost = (value: number) => (aim.tier === 'sum' ? value * scale : 0);
  const people = problem.people.map((person) => addChoices(draft, problem, person, cost));
  const cover = addCover(draft, problem, people, (slot, missing) => {
    const target = slotAt(problem, slot);
    if (!missing) return cost(target.overCost);
    return costOfMissing(problem, tiers, aim, slot) * (aim.tier === 'sum' ? scale : 1);
  });
  aim.caps.forEach((cap, tier) => {
    const entries = cover.under.flatMap((column, slot): [number, number][] =>
      column === null ? [] : [[column, tiers[tier]?.weights[slot] ?? 0]],
    );
    draft.row(-unbounded, cap + capSlack, entries);
  });
  problem.people.forEach((person, index) => {
    const columns = people[index];
    if (columns === undefined) return;
    const cliques = conflictsOf(problem, person, clashes).cliques();
    for (const clique of cliques) addClique(draft, columns, clique);
    addPersonRules(draft, problem, person, columns, cliques, cost);
  });
  return {
    model: draft.finish(),
    scale,
    rosterOf: (columns) => readRoster(problem, people, columns),
    columnsOf: (roster) => writeColumns(draft.columns, problem, people, cover, roster),
  };
}

/** What a missing person on a slot costs for this aim, unscaled. */
export function costOfMissing(problem: RosterProblem, tiers: readonly Tier[], { tier }: Aim, slot: number): number {
  const { importance, underCost } = slotAt(problem, slot);
  if (tier === 'sum') return importance === null ? underCost : 0;
  if (tier === 'all') return importance === null ? 0 : underCost;
  return tiers[tier]?.weights[slot] ?? 0;
}

/** How many columns of choices a model would have; what decides whether it fits into memory. */
export function countChoices(problem: RosterProblem): number {
  return problem.people.reduce((sum, person) => sum + person.choices.length, 0);
}

/** Makes the largest cost one that HiGHS can tell from the smallest. */
export function scaleOf(problem: RosterProblem): number {
  let largest = 1;
  for (const { overCost, underCost } of problem.slots) largest = Math.max(largest, overCost, underCost);
  for (const { choices } of problem.people) for (const { cost } of choices) largest = Math.max(largest, Math.abs(cost));
  return largest > largestCost ? 10 ** -Math.ceil(Math.log10(largest / largestCost)) : 1;
}

function addChoices(
  draft: ModelDraft,
  problem: RosterProblem,
  person: Person,
  cost: (value: number) => number,
): PersonColumns {
  const off = new Set(person.daysOff);
  const bySlot = new Map<number, number>();
  for (const choice of person.choices) {
    if (off.has(slotAt(problem, choice.slot).day)) continue;
    bySlot.set(choice.slot, draft.column(cost(choice.cost), choice.pinned === true ? 1 : 0, 1, 'whole'));
  }
  return { bySlot, fills: [] };
}

interface Cover {
  readonly under: readonly (number | null)[];
  readonly over: readonly (number | null)[];
}

function addCover(
  draft: ModelDraft,
  problem: RosterProblem,
  people: readonly PersonColumns[],
  costOf: (slot: number, missing: boolean) => number,
): Cover {
  const entries: [number, number][][] = problem.slots.map(() => []);
  for (const { bySlot } of people) for (const [slot, column] of bySlot) entries[slot]?.push([column, 1]);
  const under: (number | null)[] = [];
  const over: (number | null)[] = [];
  problem.slots.forEach((slot, index) => {
    const row = entries[index] ?? [];
    under.push(slot.required > 0 ? draft.column(costOf(index, true), 0, slot.required, 'real') : null);
    over.push(slot.overAllowed > 0 ? draft.column(costOf(index, false), 0, slot.overAllowed, 'real') : null);
    const missing = under[index];
    const above = over[index];
    if (typeof missing === 'number') row.push([missing, 1]);
    if (typeof above === 'number') row.push([above, -1]);
    if (row.length > 0) draft.row(slot.required, slot.required, row);
  });
  return { under, over };
}

function addClique(draft: ModelDraft, { bySlot }: PersonColumns, clique: readonly number[]): void {
  const entries = clique.flatMap((slot): [number, number][] => {
    const column = bySlot.get(slot);
    return column === undefined ? [] : [[column, 1]];
  });
  if (entries.length > 1) draft.row(-unbounded, 1, entries);
}

function readRoster(problem: RosterProblem, people: readonly PersonColumns[], columns: Float64Array): Roster {
  return people.map(({ bySlot }) =>
    inOrder(
      problem,
      [...bySlot].flatMap(([slot, column]) => ((columns[column] ?? 0) > 0.5 ? [slot] : [])),
    ),
  );
}

function writeColumns(
  length: number,
  problem: RosterProblem,
  people: readonly PersonColumns[],
  cover: Cover,
  roster: Roster,
): Float64Array {
  const columns = new Float64Array(length);
  people.forEach(({ bySlot, fills }, person) => {
    const slots = roster[person] ?? [];
    const worked = { slots: new Set(slots), days: new Set(slots.map((slot) => slotAt(problem, slot).day)) };
    for (const slot of slots) {
      const column = bySlot.get(slot);
      if (column !== undefined) columns[column] = 1;
    }
    for (const { column, value } of fills) columns[column] = value(worked);
  });
  const counts = headcounts(problem, roster);
  problem.slots.forEach((slot, index) => {
    const count = counts[index] ?? 0;
    const under = cover.under[index];
    const over = cover.over[index];
    if (typeof under === 'number') columns[under] = Math.max(0, slot.required - count);
    if (typeof over === 'number') columns[over] = Math.max(0, count - slot.required);
  });
  return columns;
}
