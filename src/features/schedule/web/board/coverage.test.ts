import { expect, test } from 'vitest';
import { coverageOf, coverageWords, openPlaces } from './coverage.ts';
import { assignmentOf, shiftOf } from './plan.fixture.ts';

const day = '2026-03-02';
const two = [assignmentOf('a', 'Ana'), assignmentOf('b', 'Ben')];

test('places are counted per day', () => {
  const shifts = [
    shiftOf('s1', day, { needs: 3, assignments: two }),
    shiftOf('s2', '2026-03-03', { needs: 2, assignments: two }),
  ];
  const coverage = coverageOf(shifts, [day, '2026-03-03', '2026-03-04']);
  expect(coverage.get(day)).toEqual({ needed: 3, given: 2, beyond: 0 });
  expect(coverage.get('2026-03-03')).toEqual({ needed: 2, given: 2, beyond: 0 });
  expect(coverage.get('2026-03-04')).toEqual({ needed: 0, given: 0, beyond: 0 });
});

test('one person too many doesn’t fill another shift', () => {
  const shifts = [shiftOf('s1', day, { needs: 1, assignments: two }), shiftOf('s2', day)];
  expect(coverageOf(shifts, [day]).get(day)).toEqual({ needed: 2, given: 1, beyond: 1 });
});

test('a cancelled shift needs nobody', () => {
  const cancelled = shiftOf('s1', day, { needs: 4, cancelled: true });
  expect(openPlaces(cancelled)).toBe(0);
  expect(coverageOf([cancelled], [day]).get(day)?.needed).toBe(0);
});

test('coverage is said in words', () => {
  expect(coverageWords({ needed: 0, given: 0, beyond: 0 })).toBe('Nobody is needed');
  expect(coverageWords({ needed: 5, given: 5, beyond: 0 })).toBe('All 5 places filled');
  expect(coverageWords({ needed: 5, given: 3, beyond: 1 })).toBe('3 of 5 places filled, 2 open, 1 more than needed');
});
