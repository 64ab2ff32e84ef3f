import { dateOf } from '../../calendar/local.ts';
import { weekendOf } from '../../rules/accounting.ts';
import type { Candidate } from '../../rules/candidate.ts';
import type { Shift } from '../../rules/shift.ts';
import type { Limit } from '../../solver/problem.ts';
import { likingOf } from '../../staff/wishes/preferences.ts';
import { amountOf } from '../cost.ts';
import { isNight } from '../figures.ts';
import type { Work } from '../load-work.ts';
import { rankOf } from '../prospects.ts';
import type { RateOf } from '../wages.ts';

/** What a weight of 1 costs for one shift, hour or occasion. */
export const unit = 600;

/** What is wished of a schedule beside its rules: sliders of the settings make them comparable. */
export interface WishInput {
  readonly work: Work;
  readonly rateOf: RateOf;
  /** Whether somebody has the shift already, and was told so. */
  readonly has: (personId: string, shiftId: string) => 'told' | 'planned' | null;
}

export type Wish = (personId: string, shift: Shift) => number;

/**
 * What it costs to give a shift to somebody: rank, preference, pay and stability, each about 0 to 1 times its weight. A
 * disliked shift costs as much as a liked one spares.
 */
export function wishesOf({ work, rateOf, has }: WishInput, candidates: readonly Candidate[]): Wish {
  const { weights } = work.settings;
  const people = new Map(candidates.map(({ person }) => [person.id, person]));
  const lastRank = Math.max(1, ...candidates.flatMap(({ person }) => person.ranks.map(({ rank }) => rank))) + 1;
  const hourOf = hourlyCost(work, rateOf);
  const rates = candidates.flatMap(({ person }) => [...person.roles].map((role) => hourOf(person.id, role, work.from)));
  const highest = Math.max(1, ...rates);
  return (personId, shift) => {
    const person = people.get(personId);
    if (person === undefined) return 0;
    const rank = ((rankOf(person, shift) ?? lastRank) - 1) / lastRank;
    const pay = (hourOf(personId, shift.role, shift.day) / highest) * (shift.workMinutes / 480);
    const held = has(personId, shift.id);
    const stays = held === 'told' ? 1 : held === 'planned' ? 0.1 : 0;
    const sum =
      weights.rank * rank +
      weights.preference * dislike(work, personId, shift) +
      weights.cost * pay -
      weights.stability * stays;
    return Math.round(unit * sum);
  };
}

/** What an hour costs beside those of others, by the day's wage; 0 where it is not known. */
function hourlyCost({ from, to }: Work, rateOf: RateOf) {
  const known = new Map<string, number>();
  return (personId: string, roleId: string, on: number): number => {
    // Wages are asked for on the shown days only: the search asks for each pair of them again and again.
    const day = Math.min(to, Math.max(from, on));
    const key = `${personId} ${roleId} ${day}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const rate = rateOf(personId, roleId, dateOf(day));
    const cost = rate === null ? 0 : amountOf(60, rate);
    known.set(key, cost);
    return cost;
  };
}

/** From -1 (would like it) to 1 (would not). */
function dislike({ staff }: Work, personId: string, shift: Shift): number {
  const of = staff.get(personId);
  if (of === undefined) return 0;
  const liking = likingOf(of.preferences, shift);
  if (liking !== null) return -liking;
  return of.preferred.some(({ start, end }) => start <= shift.start && shift.end <= end) ? -0.5 : 0;
}

/** A person's shifts that the solver may give, by slot. */
export interface Reachable {
  readonly candidate: Candidate;
  readonly slots: ReadonlySet<number>;
}

/**
 * Fairness as limits that cost: hours near what each wants (or an even share), weekends and nights no more than an even share,
 * less what somebody had above it in the weeks before.
 */
export function fairLimits(
  work: Work,
  shifts: readonly (Shift | null)[],
  places: readonly number[],
  people: readonly Reachable[],
): ReadonlyMap<string, readonly Limit[]> {
  const { fairness } = work.settings.weights;
  if (fairness === 0) return new Map();
  const terms = (weightOf: (shift: Shift) => number, slots: ReadonlySet<number>) =>
    [...slots].flatMap((slot) => {
      const shift = shifts[slot];
      const weight = shift ? weightOf(shift) : 0;
      return weight === 0 ? [] : [{ slot, weight }];
    });
  const shares = (weightOf: (shift: Shift) => number) => evenShares(shifts, places, people, weightOf);
  const minutes = shares(({ workMinutes }) => workMinutes);
  const isWeekend = (shift: Shift) => Number(weekendOf(shift.day, work.accounting) !== null);
  const ofWeekend = shares(isWeekend);
  const ofNight = shares((shift) => Number(isNight(shift)));
  const before = {
    weekend: excessBefore(work, people, isWeekend),
    night: excessBefore(work, people, (one) => Number(isNight(one))),
  };
  const days = work.to - work.from + 1;
  return new Map(
    people.map(({ candidate, slots }) => {
      const { id } = candidate.person;
      const { wantedMinutes, extraShifts } = work.staff.get(id)?.preferences ?? {
        wantedMinutes: null,
        extraShifts: false,
      };
      const target = wantedMinutes === null ? (minutes.get(id) ?? 0) : (wantedMinutes * days) / 7;
      const perMinute = Math.max(1, Math.round((fairness * unit) / 480));
      // Who picks up extra shifts is asked sooner; an hour far from the aim weighs twice.
      const over = extraShifts ? Math.ceil(perMinute / 2) : perMinute;
      const ofMinutes = terms(({ workMinutes }) => workMinutes, slots);
      const most = (name: string, share: number, carried: number, weightOf: (shift: Shift) => number): Limit => ({
        ...{ name, terms: terms(weightOf, slots) },
        max: { limit: Math.max(0, Math.ceil(share - carried)), cost: Math.round(fairness * unit) },
      });
      return [
        id,
        [
          {
            ...{ name: 'fair hours', terms: ofMinutes, min: { limit: Math.round(target), cost: perMinute } },
            max: { limit: Math.round(target), cost: over },
          },
          { name: 'far from fair hours', terms: ofMinutes, max: { limit: Math.round(target * 1.25), cost: over } },
          most('fair weekends', ofWeekend.get(id) ?? 0, before.weekend.get(id) ?? 0, isWeekend),
          most('fair nights', ofNight.get(id) ?? 0, before.night.get(id) ?? 0, (one) => Number(isNight(one))),
        ].filter((limit) => limit.terms.length > 0),
      ];
    }),
  );
}

/** What each would have if each shift were shared evenly among those who can take it. */
function evenShares(
  shifts: readonly (Shift | null)[],
  places: readonly number[],
  people: readonly Reachable[],
  weightOf: (shift: Shift) => number,
): ReadonlyMap<string, number> {
  const able = shifts.map((_, slot) => people.filter(({ slots }) => slots.has(slot)).length);
  return new Map(
    people.map(({ candidate, slots }) => {
      const share = [...slots].reduce((sum, slot) => {
        const shift = shifts[slot];
        return shift ? sum + (weightOf(shift) * (places[slot] ?? 0)) / Math.max(1, able[slot] ?? 1) : sum;
      }, 0);
      return [candidate.person.id, share];
    }),
  );
}

/** How many more such shifts than the average somebody had in the weeks before. */
function excessBefore(
  work: Work,
  people: readonly Reachable[],
  weightOf: (shift: Shift) => number,
): ReadonlyMap<string, number> {
  const had = new Map(
    people.map(({ candidate: { person, ledger } }) => {
      const past = ledger.shifts.filter(({ day }) => day < work.from);
      return [person.id, past.reduce((sum, shift) => sum + weightOf(shift), 0)];
    }),
  );
  const average = [...had.values()].reduce((sum, one) => sum + one, 0) / Math.max(1, had.size);
  return new Map([...had].map(([id, count]) => [id, count - average]));
}
