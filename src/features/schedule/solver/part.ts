import type { Person, RosterProblem, Slot } from './problem.ts';
import { headcounts, personAt, type Roster, slotAt } from './roster.ts';

/** A smaller problem inside a roster: some choices are free, everything else stays. */
export interface Part {
  readonly problem: RosterProblem;
  /** The roster inside the part, to begin from. */
  readonly inside: Roster;
  /** The whole roster with this inside. */
  merge(inside: Roster): Roster;
}

/** How far a part reaches. A choice is free when its person and its day are. */
export interface Reach {
  readonly people: ReadonlySet<number>;
  readonly days: ReadonlySet<number> | null;
}

/** Cuts a part out: whoever isn't free only lowers what slots still require; what a free person works outside the free days is pinned. */
export function cutPart(problem: RosterProblem, roster: Roster, { people, days }: Reach): Part {
  const chosen = [...people].toSorted((a, b) => a - b);
  const counts = headcounts(problem, roster);
  for (const person of chosen) for (const slot of roster[person] ?? []) counts[slot] = (counts[slot] ?? 0) - 1;
  const isFree = (slot: number) => days === null || days.has(slotAt(problem, slot).day);
  const kept = new Map<number, number>();
  const slots: Slot[] = [];
  const placeOf = (slot: number) => {
    const known = kept.get(slot);
    if (known !== undefined) return known;
    const { required, ...rest } = slotAt(problem, slot);
    slots.push({ ...rest, required: required - (counts[slot] ?? 0) });
    kept.set(slot, slots.length - 1);
    return slots.length - 1;
  };
  const persons = chosen.map((index): Person => {
    const person = personAt(problem, index);
    const worked = new Set(roster[index] ?? []);
    const choices = person.choices.flatMap((choice) => {
      const free = isFree(choice.slot) && choice.pinned !== true;
      if (!free && !worked.has(choice.slot)) return [];
      return [{ slot: placeOf(choice.slot), cost: choice.cost, pinned: !free }];
    });
    return { ...person, choices };
  });
  const names = [...kept.keys()];
  return {
    problem: {
      ...problem,
      slots,
      people: persons.map((person) => withKept(person, kept)),
      forbidden: pairsIn(problem, kept),
    },
    inside: chosen.map((person) => (roster[person] ?? []).flatMap((slot) => kept.get(slot) ?? [])),
    merge: (inside) => {
      const merged = [...roster];
      chosen.forEach((person, index) => {
        merged[person] = (inside[index] ?? []).map((slot) => names[slot] ?? 0);
      });
      return merged;
    },
  };
}

function withKept(person: Person, kept: ReadonlyMap<number, number>): Person {
  const limits = person.limits.map((limit) => ({
    ...limit,
    terms: limit.terms.flatMap(({ slot, weight }) => {
      const place = kept.get(slot);
      return place === undefined ? [] : [{ slot: place, weight }];
    }),
  }));
  return { ...person, limits };
}

function pairsIn(problem: RosterProblem, kept: ReadonlyMap<number, number>): readonly (readonly [number, number])[] {
  return (problem.forbidden ?? []).flatMap(([a, b]): [number, number][] => {
    const one = kept.get(a);
    const other = kept.get(b);
    return one === undefined || other === undefined ? [] : [[one, other]];
  });
}
