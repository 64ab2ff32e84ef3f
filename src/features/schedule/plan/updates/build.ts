import { dayMinutes } from '../../calendar/local.ts';
import { clockOf } from '../../calendar/zone.ts';
import { weekendOf } from '../../rules/accounting.ts';
import { type RosterPerson, rosterPerson } from '../../rules/roster-person.ts';
import type { Shift } from '../../rules/shift.ts';
import type { Assignment as Given, Person, RosterProblem, Slot } from '../../solver/problem.ts';
import type { RateOf } from '../wages.ts';
import { type FreeShift, freeShifts, isTold, type KeptPerson, keptPeople, type Scope } from './scope.ts';
import { stagesOf } from './stages.ts';
import { fairLimits, unit, wishesOf } from './wishes.ts';

export interface RosterAsk {
  readonly scope: Scope;
  readonly weekdays: readonly { readonly weekday: number; readonly importance: number }[];
  readonly rateOf: RateOf;
  readonly seed: number;
}

/** The problem in numbers, with what its numbers stand for. */
export interface BuiltRoster {
  readonly problem: RosterProblem;
  /** The first slots, in order; those after them are what people keep. */
  readonly free: readonly FreeShift[];
  readonly people: readonly KeptPerson[];
  /** Who has what now, as far as it may be changed. */
  readonly start: readonly Given[];
}

/** Hard least hours that can't be reached must not leave everybody without a schedule: they are wished for, dearly. */
const lackCost = unit * 10;

/**
 * Puts the work of a period into the solver's numbers. What people keep is a slot of their own each, so that rows of days,
 * rest and weekends count together with what is given.
 * @param sayNothing tells nothing of what is kept, for pins that contradict each other
 */
export function buildRoster({ scope, weekdays, rateOf, seed }: RosterAsk, sayNothing = false): BuiltRoster {
  const { work } = scope;
  const days = work.to - work.from + 1;
  const free = freeShifts(scope).filter(({ missing }) => missing > 0);
  const people = keptPeople(scope, freeShifts(scope), sayNothing);
  const owners: (string | null)[] = free.map(() => null);
  const shifts: Shift[] = free.map(({ shift }) => shift);
  for (const { candidate, inside } of people)
    for (const { shift, assignment } of inside) {
      owners.push(candidate.person.id);
      shifts.push({ ...shift, id: `kept ${assignment.id}` });
    }
  const stages = stagesOf(free, work, weekdays, seed);
  const base = startOf(work.from, shifts);
  const slots = shifts.map((shift, index): Slot => {
    const stage = stages[index];
    return {
      ...{ id: shift.id, day: shift.day - work.from, start: shift.start - base, end: shift.end - base },
      ...{ paidMinutes: shift.workMinutes, required: free[index]?.missing ?? 1 },
      ...{ importance: stage?.importance ?? null, underCost: stage?.underCost ?? 0, overAllowed: 0, overCost: 0 },
    };
  });
  const heldBy = new Map(free.map((shift) => [shift.planned.id, shift.loose]));
  const wish = wishesOf(
    {
      ...{ work, rateOf },
      has: (personId, shiftId) => {
        const one = heldBy.get(shiftId)?.find((held) => held.personId === personId);
        return one === undefined ? null : isTold(one, scope) ? 'told' : 'planned';
      },
    },
    people.map(({ candidate }) => candidate),
  );
  const ownerOf = new Map(shifts.map((shift, index) => [shift.id, owners[index] ?? null]));
  const rosters = people.map(({ candidate }) => {
    const isOwn = (personId: string, shift: Shift) => ownerOf.get(shift.id) === personId;
    const input = { from: work.from, days, unit, shifts, wish, pinned: isOwn };
    return ownChoices(rosterPerson(candidate, input, work.context), owners);
  });
  const reachable = people.map(({ candidate }, index) => {
    const choices = rosters[index]?.choices ?? [];
    return { candidate, slots: new Set(choices.map(({ slot }) => slot)) };
  });
  const fair = fairLimits(
    work,
    shifts,
    slots.map(({ required }) => required),
    reachable,
  );
  const problem: RosterProblem = {
    ...{ days, weekends: weekendsOf(scope), slots },
    people: rosters.map(
      (one): Person => ({ ...softened(one), limits: [...softened(one).limits, ...(fair.get(one.id) ?? [])] }),
    ),
  };
  return { problem, free, people, start: startFrom(free, people, slots.length) };
}

/** A slot that somebody keeps is a choice of nobody else's, and costs nothing. */
function ownChoices(roster: RosterPerson, owners: readonly (string | null)[]): RosterPerson {
  const choices = roster.choices.flatMap((choice) => {
    const owner = owners[choice.slot] ?? null;
    if (owner === null) return [choice];
    return owner === roster.id ? [{ ...choice, cost: 0 }] : [];
  });
  return { ...roster, choices };
}

function softened(roster: RosterPerson): RosterPerson {
  const limits = roster.limits.map((limit) =>
    limit.min?.cost === null ? { ...limit, min: { ...limit.min, cost: lackCost } } : limit,
  );
  return { ...roster, limits };
}

/** The first minute of the first day, in the zone where that comes first. */
function startOf(from: number, shifts: readonly Shift[]): number {
  const zones = new Set(shifts.map(({ zone }) => zone));
  return Math.min(...[...zones, 'UTC'].map((zone) => clockOf(zone).toEpoch(from * dayMinutes)));
}

function weekendsOf({ work }: Scope): readonly (readonly number[])[] {
  const weekends = new Map<number, number[]>();
  for (let day = work.from; day <= work.to; day += 1) {
    const weekend = weekendOf(day, work.accounting);
    if (weekend !== null) weekends.set(weekend, [...(weekends.get(weekend) ?? []), day - work.from]);
  }
  return [...weekends.values()];
}

/** The roster of now, to begin from: what may be changed, and what is kept. */
function startFrom(free: readonly FreeShift[], people: readonly KeptPerson[], slots: number): readonly Given[] {
  const place = new Map(people.map(({ candidate }, person) => [candidate.person.id, person]));
  const loose = free.flatMap(({ loose: held }, slot) =>
    held.flatMap(({ personId }) => {
      const person = place.get(personId);
      return person === undefined ? [] : [{ person, slot }];
    }),
  );
  if (loose.length === 0) return [];
  let slot = free.length;
  const kept = people.flatMap(({ inside }, person) => inside.map(() => ({ person, slot: slot++ })));
  return slot === slots ? [...loose, ...kept] : [];
}
