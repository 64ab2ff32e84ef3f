import fc from 'fast-check';
import type { Bound, Limit, Person, RosterProblem, Slot } from './problem.ts';

/** How large a random problem may be. */
export interface ProblemSize {
  readonly days: number;
  readonly slots: number;
  readonly people: number;
}

const hour = 60;

function bound(limits: readonly number[]): fc.Arbitrary<Bound> {
  return fc.record({ limit: fc.constantFrom(...limits), cost: fc.constantFrom(null, 0, 3, 10) });
}

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 2 });

/** Random problems with every rule there is; many leave slots unfilled, some can't be solved at all. */
export function problems(size: ProblemSize): fc.Arbitrary<RosterProblem> {
  return fc.integer({ min: 1, max: size.days }).chain((days) =>
    fc
      .array(slot(days), { minLength: 1, maxLength: size.slots })
      .chain((drafts) => {
        const slots = drafts.map((draft, index) => ({ ...draft, id: `s${index}` }));
        const pair = fc.tuple(fc.nat(slots.length - 1), fc.nat(slots.length - 1)).filter(([a, b]) => a !== b);
        return fc.record({
          days: fc.constant(days),
          weekends: fc.constant(days > 2 ? [[days - 2, days - 1]] : []),
          slots: fc.constant(slots),
          people: fc.array(person(days, slots), { minLength: 1, maxLength: size.people }),
          forbidden: slots.length < 2 ? fc.constant([]) : fc.array(pair, { maxLength: 2 }),
          offset: fc.constantFrom(0, 7),
        });
      })
      .map((problem) => ({ ...problem, people: problem.people.map((one, index) => ({ ...one, id: `p${index}` })) })),
  );
}

function slot(days: number): fc.Arbitrary<Omit<Slot, 'id'>> {
  return fc
    .record({
      day: fc.nat(days - 1),
      begin: fc.constantFrom(6, 9, 14, 22),
      length: fc.constantFrom(3, 8, 12),
      required: fc.constantFrom(0, 1, 1, 2),
      importance: fc.constantFrom(null, 0, 1, 5),
      underCost: fc.constantFrom(0, 1, 5, 40),
      overAllowed: fc.constantFrom(0, 1),
      overCost: fc.constantFrom(0, 4),
    })
    .map(({ begin, length, ...rest }) => {
      const start = (rest.day * 24 + begin) * hour;
      return { ...rest, start, end: start + length * hour, paidMinutes: length * hour };
    });
}

function person(days: number, slots: readonly Slot[]): fc.Arbitrary<Omit<Person, 'id'>> {
  const names = slots.map((_, index) => index);
  return fc
    .record({
      slots: fc.subarray(names),
      costs: fc.array(fc.integer({ min: -6, max: 12 }), { minLength: names.length, maxLength: names.length }),
      pins: fc.array(fc.constantFrom(true, ...new Array<boolean>(14).fill(false)), {
        minLength: names.length,
        maxLength: names.length,
      }),
      limits: fc.array(limit(slots), { maxLength: 2 }),
      minRestMinutes: fc.constantFrom(0, 8 * hour, 11 * hour),
      runs: fc.record({
        maxDaysOn: maybe(bound([1, 2, 3])),
        minDaysOn: maybe(bound([1, 2, 3])),
        minDaysOff: maybe(bound([1, 2])),
        daysOnBefore: fc.constantFrom(0, 0, 1, 4),
      }),
      maxWeekends: maybe(bound([0, 1])),
      daysOff: fc.array(fc.nat(days - 1), { maxLength: 1 }),
    })
    .map(({ slots: chosen, costs, pins, ...rest }) => ({
      ...rest,
      choices: chosen.map((one) => ({ slot: one, cost: costs[one] ?? 0, pinned: pins[one] ?? false })),
    }));
}

function limit(slots: readonly Slot[]): fc.Arbitrary<Limit> {
  return fc.record({
    name: fc.constant('hours'),
    terms: fc
      .subarray(slots.map((_, index) => index))
      .map((names) => names.map((name) => ({ slot: name, weight: (slots[name]?.paidMinutes ?? 0) / hour }))),
    min: maybe(bound([0, 3, 8])),
    max: maybe(bound([8, 12, 20])),
  });
}
