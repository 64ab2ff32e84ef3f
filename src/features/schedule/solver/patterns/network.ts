import { type Clashes, conflictsOf } from '../conflicts.ts';
import type { Bound, Person, RosterProblem } from '../problem.ts';
import { inOrder, slotAt } from '../roster.ts';
import { countedBefore } from '../runs.ts';

/** What a person may do on one day: one slot, or several that don't exclude each other. */
export interface Duty {
  readonly slots: readonly number[];
  /** Sum of the choices' costs. */
  readonly cost: number;
  /** Of the limit that the program keeps exactly in its states, in its units. */
  readonly units: number;
  /** What it adds to each of the other counts. */
  readonly weights: readonly number[];
  /** Duties of a day with the same followers are one to the days after. */
  readonly kind: number;
}

/** A day of one person. */
export interface NetworkDay {
  readonly duties: readonly Duty[];
  /** Some slot is pinned: the day isn't off, and all duties contain it. */
  readonly mustWork: boolean;
  readonly kinds: number;
  /** `follows[kind of the day before][duty]` */
  readonly follows: readonly (readonly boolean[])[];
  /** 1 when the day belongs to a weekend. */
  readonly weekend: 0 | 1;
  /** The day before belongs to the same weekend. */
  readonly sameWeekend: boolean;
}

/** A sum over a roster that isn't in the states: labels carry it. */
export interface Count {
  readonly min: Bound | null;
  readonly max: Bound | null;
  /** The most that the days after a day can add. */
  readonly rest: readonly number[];
}

/**
 * All rosters that one person may work, as paths from day to day. A state is how long the run of days on or off is, what was done last and how
 * many units (usually of working time) there are; other counts (nights, weekends) are carried beside.
 */
export interface Network {
  readonly person: Person;
  readonly days: readonly NetworkDay[];
  /** Longest run of days on (off) that states tell apart; longer ones count as this. */
  readonly longestOn: number;
  readonly longestOff: number;
  readonly before: number;
  /** Units go from 0 to this; 0 when no limit is kept in the states. */
  readonly maxUnits: number;
  readonly minUnits: number;
  /** Kept in the states when it is a hard maximum; null otherwise. */
  readonly maxWeekends: number | null;
  readonly counts: readonly Count[];
  /** The count with the smallest hard maximum, kept in the states too; −1 when there is none. */
  readonly tightCount: number;
  /** The place of worked weekends in `counts` when they have a price; −1 otherwise. */
  readonly weekendCount: number;
}

/** A step with its day's states needs only these parts. */
export type NetworkShape = Pick<Network, 'person' | 'longestOn' | 'longestOff' | 'before'> & {
  readonly days: readonly Pick<NetworkDay, 'kinds'>[];
};

/** More duties a day than this (of several slots each) and paths are no fitting form. */
const mostDuties = 60;
const mostUnits = 240;
const mostTight = 9;

/** @returns null when rest or clashes reach further than to the next day, or a day has too many ways to combine its slots */
export function buildNetwork(problem: RosterProblem, person: Person, clashes: Clashes): Network | null {
  const { between } = conflictsOf(problem, person, clashes);
  const slotsByDay = readDays(problem, person);
  if (reachesTooFar(slotsByDay, between)) return null;
  const packed = slotsByDay.map((slots) => combine(problem, person, slots, between));
  if (packed.some((duties) => duties === null)) return null;
  const combined = packed.map((duties) => duties ?? []);
  const primary = choosePrimary(person);
  const { counts, weightsOf } = countsOf(problem, person, combined, primary);
  const unitsOf = (slots: readonly number[]) =>
    primary === null ? 0 : slots.reduce((sum, slot) => sum + (primary.units.get(slot) ?? 0), 0);
  const days = combined.map((duties, day): NetworkDay => {
    const next = combined[day + 1] ?? [];
    const { kinds, count } = kindsOf(duties, next, between);
    return {
      duties: duties.map((slots, index) => ({
        slots,
        cost: costOf(person, slots),
        units: unitsOf(slots),
        weights: weightsOf(slots),
        kind: kinds[index] ?? 0,
      })),
      mustWork: person.choices.some(({ slot, pinned }) => pinned === true && slotAt(problem, slot).day === day),
      kinds: count,
      follows: followsOf(combined[day - 1], duties, between),
      weekend: problem.weekends.some((weekend) => weekend.includes(day)) ? 1 : 0,
      sameWeekend: problem.weekends.some((weekend) => weekend.includes(day) && weekend.includes(day - 1)),
    };
  });
  const { maxDaysOn, minDaysOn, minDaysOff } = person.runs;
  return {
    person,
    days,
    longestOn: Math.max(1, maxDaysOn?.limit ?? 1, maxDaysOn?.cost === null ? 1 : (minDaysOn?.limit ?? 1)),
    longestOff: Math.max(1, minDaysOff?.limit ?? 1),
    before: countedBefore(person.runs),
    maxUnits: primary?.max ?? 0,
    minUnits: primary?.min ?? 0,
    maxWeekends: person.maxWeekends?.cost === null ? person.maxWeekends.limit : null,
    counts,
    tightCount: tightest(counts, combined.flat().map(weightsOf)),
    weekendCount: hasPrice(person.maxWeekends) ? counts.length - 1 : -1,
  };
}

function readDays(problem: RosterProblem, person: Person): readonly (readonly number[])[] {
  const days: number[][] = Array.from({ length: problem.days }, () => []);
  for (const { slot } of person.choices) {
    const { day } = slotAt(problem, slot);
    const noWeekends = person.maxWeekends?.cost === null && person.maxWeekends.limit < 1;
    if (noWeekends && problem.weekends.some((weekend) => weekend.includes(day))) continue;
    if (!person.daysOff.includes(day)) days[day]?.push(slot);
  }
  return days.map((slots) => inOrder(problem, slots));
}

/** Paths only know the day before: a slot that excludes another two days on, or later, can't be said. */
function reachesTooFar(days: readonly (readonly number[])[], between: (a: number, b: number) => boolean): boolean {
  return days.some((slots, day) => {
    const later = days.slice(day + 2).flat();
    return slots.some((a) => later.some((b) => between(a, b)));
  });
}

function combine(
  problem: RosterProblem,
  person: Person,
  slots: readonly number[],
  between: (a: number, b: number) => boolean,
): readonly (readonly number[])[] | null {
  const pinned = person.choices.flatMap((choice) =>
    choice.pinned === true && slots.includes(choice.slot) ? [choice.slot] : [],
  );
  const duties: number[][] = [];
  const grow = (chosen: readonly number[], from: number): boolean => {
    for (let at = from; at < slots.length; at += 1) {
      const slot = slots[at] ?? 0;
      if (chosen.some((other) => between(other, slot))) continue;
      const longer = [...chosen, slot];
      if (pinned.every((pin) => longer.includes(pin))) duties.push(longer);
      if (duties.length > mostDuties || !grow(longer, at + 1)) return false;
    }
    return true;
  };
  return grow([], 0) ? duties.map((duty) => [...inOrder(problem, duty)]) : null;
}

function costOf(person: Person, slots: readonly number[]): number {
  return person.choices.reduce((sum, choice) => sum + (slots.includes(choice.slot) ? choice.cost : 0), 0);
}

/** The limit with a hard minimum and maximum over most slots: as a state it makes the bound of what is still to come sharp. */
function choosePrimary(person: Person) {
  const twoSided = person.limits.filter(({ min, max }) => min?.cost === null && max?.cost === null);
  const limit = twoSided.toSorted((a, b) => b.terms.length - a.terms.length)[0];
  if (limit?.max === undefined || limit.min === undefined) return null;
  const unit = limit.terms.reduce((divisor, { weight }) => gcd(divisor, weight), 0);
  const max = Math.floor(limit.max.limit / unit);
  if (!Number.isInteger(unit) || unit <= 0 || max > mostUnits) return null;
  return {
    limit,
    units: new Map(limit.terms.map(({ slot, weight }) => [slot, weight / unit])),
    max,
    min: Math.max(0, Math.ceil(limit.min.limit / unit)),
  };
}

function gcd(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : gcd(b, a % b);
}

function countsOf(
  problem: RosterProblem,
  person: Person,
  days: readonly (readonly (readonly number[])[])[],
  primary: ReturnType<typeof choosePrimary>,
) {
  const limits = person.limits.filter((limit) => limit !== primary?.limit);
  const terms = limits.map((limit) => new Map(limit.terms.map(({ slot, weight }) => [slot, weight])));
  const weightsOf = (slots: readonly number[]) =>
    terms.map((weights) => slots.reduce((sum, slot) => sum + (weights.get(slot) ?? 0), 0));
  const counts = limits.map(
    ({ min, max }, index): Count => ({
      min: min ?? null,
      max: max ?? null,
      rest: restOf(days.map((duties) => Math.max(0, ...duties.map((slots) => weightsOf(slots)[index] ?? 0)))),
    }),
  );
  if (!hasPrice(person.maxWeekends)) return { counts, weightsOf };
  const ends = problem.weekends.map((weekend) => Math.max(...weekend));
  const weekends = {
    min: null,
    max: person.maxWeekends,
    rest: days.map((_, day) => ends.filter((end) => end > day).length),
  };
  return { counts: [...counts, weekends], weightsOf: (slots: readonly number[]) => [...weightsOf(slots), 0] };
}

/** A small hard maximum of whole numbers, e.g. of nights, binds often; without it in the states the bound of what is to come is loose. */
function tightest(counts: readonly Count[], weights: readonly (readonly number[])[]): number {
  const fitting = counts.flatMap(({ min, max, rest }, index) => {
    const isHard = min === null && max !== null && max.cost === null && max.limit <= mostTight;
    const binds = isHard && (rest[0] ?? 0) > max.limit && weights.every((duty) => Number.isInteger(duty[index]));
    return binds ? [{ index, limit: max.limit }] : [];
  });
  return fitting.toSorted((a, b) => a.limit - b.limit)[0]?.index ?? -1;
}

function hasPrice(bound: Bound | undefined): bound is Bound {
  return bound !== undefined && bound.cost !== null;
}

function restOf(most: readonly number[]): readonly number[] {
  return most.map((_, day) => most.slice(day + 1).reduce((sum, value) => sum + value, 0));
}

function kindsOf(
  duties: readonly (readonly number[])[],
  next: readonly (readonly number[])[],
  between: (a: number, b: number) => boolean,
): { readonly kinds: readonly number[]; readonly count: number } {
  const known = new Map<string, number>();
  const kinds = duties.map((duty) => {
    const signature = next.map((after) => (excludes(duty, after, between) ? '0' : '1')).join('');
    const kind = known.get(signature) ?? known.size;
    known.set(signature, kind);
    return kind;
  });
  return { kinds, count: Math.max(1, known.size) };
}

function followsOf(
  previous: readonly (readonly number[])[] | undefined,
  duties: readonly (readonly number[])[],
  between: (a: number, b: number) => boolean,
): readonly (readonly boolean[])[] {
  if (previous === undefined) return [duties.map(() => true)];
  const { kinds, count } = kindsOf(previous, duties, between);
  return Array.from({ length: count }, (_, kind) => {
    const sample = previous[kinds.indexOf(kind)] ?? [];
    return duties.map((duty) => !excludes(sample, duty, between));
  });
}

function excludes(a: readonly number[], b: readonly number[], between: (a: number, b: number) => boolean): boolean {
  return a.some((one) => b.some((other) => between(one, other)));
}
