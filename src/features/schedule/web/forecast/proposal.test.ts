import { expect, test } from 'vitest';
import { dayOf, forecastOf } from './forecast.fixture.ts';
import { backFrom, projectedDays } from './projected.ts';
import { proposalWords, wantedOf } from './proposal.ts';

const shift = (shiftId: string, now: number, proposed: number) => ({
  ...{ shiftId, now, proposed, words: '', localStart: '2026-03-02T09:00', localEnd: '2026-03-02T17:00' },
});
const gap = { day: '2026-03-02', from: '07:00', to: '08:00', short: 2, words: '2 people more are needed.' };

test('what is taken of a proposal is what changes, with what it was, without what is to stay', () => {
  const shifts = [shift('a', 2, 3), shift('b', 2, 2), shift('c', 4, 1)];
  expect(wantedOf(shifts, new Set())).toEqual([
    { shiftId: 'a', headcount: 3, now: 2 },
    { shiftId: 'c', headcount: 1, now: 4 },
  ]);
  expect(wantedOf(shifts, new Set(['a'])).map(({ shiftId }) => shiftId)).toEqual(['c']);
});

test('a proposal is told in a sentence, also when there is nothing to do', () => {
  expect(proposalWords({ shifts: [shift('a', 2, 3), shift('b', 2, 2), shift('c', 4, 1)], gaps: [] })).toBe(
    'The fewest people that cover the forecast: 1 place more, 3 places less on 2 shifts. 1 shift stays as it is.',
  );
  expect(proposalWords({ shifts: [shift('b', 2, 2)], gaps: [] })).toContain('as many people as the forecast needs');
  expect(proposalWords({ shifts: [shift('b', 2, 2)], gaps: [gap] })).toContain('would cover more');
  expect(proposalWords({ shifts: [], gaps: [gap] })).toContain('no shifts in these days');
});

const filled = (given: Readonly<Record<number, number>>) =>
  Array.from({ length: 48 }, (_, half) => given[half] ?? null);
const forecast = forecastOf({ days: [dayOf('2026-03-02'), dayOf('2026-03-03', { amounts: filled({}) })] });
const projection = {
  ...{ words: '', written: 0 },
  days: [
    { day: '2026-03-02', amounts: filled({ 18: 24, 19: 31.5, 20: 4 }), basis: 3 },
    { day: '2026-03-03', amounts: filled({}), basis: 0 },
  ],
};

test('a projection is shown by day: the sum now, the sum then, and how much differs', () => {
  expect(projectedDays(projection, forecast)).toEqual([
    { day: '2026-03-02', before: 54, after: 59.5, changed: 2, basis: 3 },
    { day: '2026-03-03', before: null, after: null, changed: 0, basis: 0 },
  ]);
});

test('it is taken back by writing what it has written over, and nothing else', () => {
  expect(backFrom(projection, forecast)).toEqual([
    { day: '2026-03-02', half: 19, amount: 30 },
    { day: '2026-03-02', half: 20, amount: null },
  ]);
});
