import { describe, expect, it } from 'vitest';
import { findFaults } from './problem-faults.ts';
import { person, problem, slot } from './small-problem.fixture.ts';

const hard = (limit: number) => ({ limit, cost: null });
const pinnedTo = (slots: readonly number[]) => slots.map((one) => ({ slot: one, cost: 0, pinned: true }));
const day = [slot('early', 0, 6), slot('late', 0, 13), slot('next', 1, 8)];

describe('a problem that makes no sense is refused with a sentence', () => {
  it.each([
    [
      'pins that overlap',
      { choices: pinnedTo([0, 1]) },
      'Ana is pinned to early and late, which overlap or leave too little rest.',
    ],
    ['a pin on a day off', { choices: pinnedTo([2]), daysOff: [1] }, 'Ana is pinned to next on a day off.'],
    [
      'pins beyond a limit',
      { choices: pinnedTo([2]), limits: [{ name: 'hours', terms: [{ slot: 2, weight: 8 }], max: hard(4) }] },
      'Ana: hours is 8 by what is pinned alone; 4 is the most.',
    ],
    [
      'contradictory limits',
      { limits: [{ name: 'hours', terms: [], min: hard(9), max: hard(8) }] },
      'Ana: hours must be at least 9 and at most 8.',
    ],
    [
      'contradictory runs',
      { runs: { maxDaysOn: hard(2), minDaysOn: hard(3) } },
      'Ana: must work at least 3 and at most 2 days in a row.',
    ],
    ['a choice that is no shift', { choices: [{ slot: 7, cost: 0 }] }, 'Ana: has a choice that is no shift.'],
    ['a choice twice', { choices: [...pinnedTo([2]), ...pinnedTo([2])] }, 'Ana: has the same shift as a choice twice.'],
    [
      'a cost that is no number',
      { choices: [{ slot: 0, cost: Number.NaN }] },
      'Ana: has a choice whose cost is no number.',
    ],
    ['a rest below zero', { minRestMinutes: -1 }, 'Ana: has a rest of -1 minutes.'],
    ['a day off outside', { daysOff: [9] }, 'Ana: has a day off outside the horizon.'],
    ['a limit without a number', { maxWeekends: hard(Number.NaN) }, 'Ana: has a limit that is no number.'],
    ['a rule that pays', { maxWeekends: { limit: 1, cost: -5 } }, 'Ana: has a rule with a negative cost.'],
    [
      'a limit on nothing',
      { limits: [{ name: 'nights', terms: [{ slot: 9, weight: 1 }] }] },
      'Ana: nights names no shift.',
    ],
  ])('%s', (_, parts, sentence) => {
    expect(findFaults(problem(day, [person('Ana', [], parts)]))).toEqual([sentence]);
  });

  it.each([
    [slot('x', 0, 8, { end: 0 }), 'Shift x ends before it begins.'],
    [slot('x', 0, 8, { day: 4 }), 'Shift x is on day 4, outside the 1 days.'],
    [slot('x', 0, 8, { required: -1 }), 'Shift x requires -1 people.'],
    [slot('x', 0, 8, { overAllowed: -1 }), 'Shift x allows -1 people more than required.'],
    [slot('x', 0, 8, { underCost: -1 }), 'Shift x has a negative cost of too few or too many people.'],
  ])('a shift: $id', (wrong, sentence) => {
    expect(findFaults({ ...problem([wrong], []), days: 1 })).toEqual([sentence]);
  });

  it('more pins than a shift takes', () => {
    const people = ['Ana', 'Ben'].map((id) => person(id, [], { choices: pinnedTo([0]) }));
    expect(findFaults(problem(day, people))).toEqual(['2 people are pinned to early, which takes 1.']);
  });

  it('weekends and pairs that name nothing', () => {
    const faults = findFaults(problem(day, [], { weekends: [[5]], forbidden: [[0, 9]] }));
    expect(faults).toEqual(['A weekend lies outside the horizon.', 'A forbidden pair names no shift.']);
  });
});

it('a sensible problem has none', () => {
  expect(findFaults(problem(day, [person('Ana', [0, 1, 2])]))).toEqual([]);
});
