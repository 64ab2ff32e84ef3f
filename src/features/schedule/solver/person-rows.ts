import { type ModelDraft, unbounded } from './matrix.ts';
import type { Bound, Person, RosterProblem } from './problem.ts';
import { slotAt } from './roster.ts';
import { countedBefore } from './runs.ts';

/** What a person does, as far as columns are told from it. */
export interface Worked {
  readonly slots: ReadonlySet<number>;
  readonly days: ReadonlySet<number>;
}

/** A person's columns, and how those that aren't choices follow from a roster. */
export interface PersonColumns {
  readonly bySlot: ReadonlyMap<number, number>;
  readonly fills: { readonly column: number; readonly value: (worked: Worked) => number }[];
}

type Entries = readonly (readonly [number, number])[];

interface Page {
  readonly draft: ModelDraft;
  readonly problem: RosterProblem;
  readonly person: Person;
  readonly columns: PersonColumns;
  readonly cost: (value: number) => number;
  /** The day as a sum of columns that is 1 when it is worked, else 0. */
  readonly days: readonly Entries[];
}

/** Limits, runs and weekends of one person as rows; soft ones with a slack that costs. */
export function addPersonRules(
  draft: ModelDraft,
  problem: RosterProblem,
  person: Person,
  columns: PersonColumns,
  cliques: readonly (readonly number[])[],
  cost: (value: number) => number,
): void {
  const { maxDaysOn, minDaysOn, minDaysOff } = person.runs;
  const needsDays = maxDaysOn ?? minDaysOn ?? minDaysOff ?? person.maxWeekends;
  const days = needsDays === undefined ? [] : addDays(draft, problem, columns, cliques);
  const page: Page = { draft, problem, person, columns, cost, days };
  addLimits(page);
  if (maxDaysOn !== undefined) addLongestRuns(page, maxDaysOn);
  if (minDaysOn !== undefined) addShortestRuns(page, minDaysOn, true);
  if (minDaysOff !== undefined) addShortestRuns(page, minDaysOff, false);
  if (person.maxWeekends !== undefined) addWeekends(page, person.maxWeekends);
}

/** A day's choices are their own sum when all exclude each other; otherwise the day gets a column of its own. */
function addDays(
  draft: ModelDraft,
  problem: RosterProblem,
  columns: PersonColumns,
  cliques: readonly (readonly number[])[],
): readonly Entries[] {
  const days: number[][] = Array.from({ length: problem.days }, () => []);
  for (const slot of columns.bySlot.keys()) days[slotAt(problem, slot).day]?.push(slot);
  return days.map((slots, day): Entries => {
    const entriesOf = (some: readonly number[]) =>
      some.flatMap((slot): [number, number][] => {
        const column = columns.bySlot.get(slot);
        return column === undefined ? [] : [[column, 1]];
      });
    const inDay = cliques.map((clique) => clique.filter((slot) => slots.includes(slot)));
    if (slots.length < 2 || inDay.some((clique) => clique.length === slots.length)) return entriesOf(slots);
    const worked = draft.column(0, 0, 1, 'whole');
    columns.fills.push({ column: worked, value: ({ days: set }) => (set.has(day) ? 1 : 0) });
    for (const clique of largest([...inDay, ...slots.map((slot) => [slot])]))
      draft.row(-unbounded, 0, [...entriesOf(clique), [worked, -1]]);
    draft.row(0, unbounded, [...entriesOf(slots), [worked, -1]]);
    return [[worked, 1]];
  });
}

/** Those that aren't part of another. */
function largest(sets: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const sorted = sets.filter((set) => set.length > 0).toSorted((a, b) => b.length - a.length);
  const kept: (readonly number[])[] = [];
  for (const set of sorted) if (!kept.some((other) => set.every((one) => other.includes(one)))) kept.push(set);
  return kept;
}

/** Entries ≤ upper, or with a slack that costs when the bound is soft. */
function addBounded({ draft, columns, cost }: Page, entries: Entries, upper: number, soft: Soft): void {
  if (soft.perUnit === null) {
    draft.row(-unbounded, upper, sumUp(entries));
    return;
  }
  if (soft.perUnit === 0) return;
  const slack = draft.column(cost(soft.perUnit), 0, unbounded, 'real');
  columns.fills.push({ column: slack, value: soft.excess });
  draft.row(-unbounded, upper, [...sumUp(entries), [slack, -1]]);
}

interface Soft {
  readonly perUnit: number | null;
  readonly excess: (worked: Worked) => number;
}

function sumUp(entries: Entries): Entries {
  const sums = new Map<number, number>();
  for (const [column, value] of entries) sums.set(column, (sums.get(column) ?? 0) + value);
  return [...sums];
}

function negated(entries: Entries): Entries {
  return entries.map(([column, value]) => [column, -value]);
}

function addLimits(page: Page): void {
  for (const { terms, min, max } of page.person.limits) {
    const entries = terms.flatMap(({ slot, weight }): [number, number][] => {
      const column = page.columns.bySlot.get(slot);
      return column === undefined ? [] : [[column, weight]];
    });
    const total = ({ slots }: Worked) =>
      terms.reduce((sum, { slot, weight }) => sum + (slots.has(slot) ? weight : 0), 0);
    if (max !== undefined)
      addBounded(page, entries, max.limit, {
        perUnit: max.cost,
        excess: (worked) => Math.max(0, total(worked) - max.limit),
      });
    if (min !== undefined)
      addBounded(page, negated(entries), -min.limit, {
        perUnit: min.cost,
        excess: (worked) => Math.max(0, min.limit - total(worked)),
      });
  }
}

/** Of any limit + 1 days in a row one is off; each window that isn't so is one day too many. */
function addLongestRuns(page: Page, { limit, cost }: Bound): void {
  const before = countedBefore(page.person.runs);
  for (let last = 0; last < page.problem.days; last += 1) {
    if (last < limit - before) continue;
    const first = Math.max(0, last - limit);
    const window = range(first, last);
    const excess = ({ days }: Worked) => (window.every((day) => days.has(day)) ? 1 : 0);
    addBounded(page, entriesOf(page, window), window.length - 1, { perUnit: cost, excess });
  }
}

/** A run that begins at `first` inside the horizon isn't shorter than the limit. */
function addShortestRuns(page: Page, { limit, cost }: Bound, on: boolean): void {
  const sign = on ? 1 : -1;
  const signed = (days: readonly number[], factor: number): Entries =>
    entriesOf(page, days).map(([column, value]) => [column, value * factor * sign]);
  for (let first = 1; first < page.problem.days; first += 1) {
    for (let length = 1; length < limit && first + length < page.problem.days; length += 1) {
      const next = first + length;
      if (cost === null) {
        // Tighter than the soft form: whoever begins at `first` is still there `length` days later.
        const rest = [...signed([first], 1), ...signed([first - 1], -1), ...signed([next], -1)];
        addBounded(page, rest, on ? 0 : 1, { perUnit: null, excess: () => 0 });
        continue;
      }
      const run = range(first, next - 1);
      const entries = [...signed(run, 1), ...signed([first - 1, next], -1)];
      const isShort = ({ days }: Worked) =>
        run.every((day) => days.has(day) === on) && days.has(first - 1) !== on && days.has(next) !== on;
      addBounded(page, entries, on ? length - 1 : 1, {
        perUnit: cost * (limit - length),
        excess: (worked) => (isShort(worked) ? 1 : 0),
      });
    }
  }
}

function addWeekends(page: Page, { limit, cost }: Bound): void {
  const worked: [number, number][] = [];
  for (const weekend of page.problem.weekends) {
    const days = weekend.filter((day) => (page.days[day] ?? []).length > 0);
    if (days.length === 0) continue;
    const column = page.draft.column(0, 0, 1, 'real');
    page.columns.fills.push({ column, value: (of) => (days.some((day) => of.days.has(day)) ? 1 : 0) });
    worked.push([column, 1]);
    for (const day of days) page.draft.row(-unbounded, 0, [...(page.days[day] ?? []), [column, -1]]);
  }
  const count = (of: Worked) =>
    page.problem.weekends.filter((weekend) => weekend.some((day) => of.days.has(day))).length;
  addBounded(page, worked, limit, { perUnit: cost, excess: (of) => Math.max(0, count(of) - limit) });
}

function entriesOf(page: Page, days: readonly number[]): Entries {
  return days.flatMap((day) => page.days[day] ?? []);
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
