import { describe, expect, it } from 'vitest';
import { parseInstance, readInstance, toPublished } from '../../../../bench/lab/shift-scheduling.ts';
import { loadHighs } from './load-highs.ts';
import { findFaults } from './problem-faults.ts';
import { checkPublished } from './published.fixture.ts';
import { solveRoster } from './solve.ts';

const highs = await loadHighs();
const patient = { seconds: () => 0, stopped: () => false, limit: 1000 };
const silent = { onBest: () => {}, onProgress: () => {} };

/** Best known values of the benchmark's own table, each found here in well under a second of work. */
describe.each([
  [1, 607, 1500],
  [2, 828, 5000],
  [3, 1001, 5000],
  [4, 1716, 5000],
])('the published instance %i', (instance, bestKnown, work) => {
  it(`is solved to the best known value, as a checker of its text counts`, () => {
    const text = readInstance(instance);
    const problem = parseInstance(text);
    const outcome = solveRoster(highs, problem, patient, { seed: 1, work }, silent);
    if (outcome.kind !== 'roster') throw new Error(outcome.kind);
    expect(checkPublished(text, toPublished(problem, outcome.assignments))).toEqual({
      faults: [],
      objective: bestKnown,
    });
    expect(outcome.value).toBe(bestKnown);
    expect(outcome.bound).toBeLessThanOrEqual(bestKnown);
  });
});

it('all instances are read without faults', () => {
  for (const instance of [1, 2, 3, 4, 5, 6, 7, 8, 10, 12])
    expect(findFaults(parseInstance(readInstance(instance)))).toEqual([]);
});

describe('the checker of the text', () => {
  const text = readInstance(1);

  it('sees that nobody works enough, and what the empty roster costs', () => {
    const { faults, objective } = checkPublished(text, []);
    expect(faults).toContain('A works 0 minutes');
    expect(objective).toBeGreaterThan(6000);
  });

  it('sees work on a day off, twice a day, too long, too short and on too many weekends', () => {
    const days = [0, 0, 1, 2, 3, 4, 5, 6, 9, 11, 12];
    const { faults } = checkPublished(
      text,
      days.map((day) => ({ employee: 'A', day, shift: 'D' })),
    );
    expect(faults).toEqual(
      expect.arrayContaining([
        'A works twice on day 0',
        'A works on day 0, a day off',
        'A works 7 days',
        'A works only 1',
        'A is off only 1',
        'A works 2 weekends',
      ]),
    );
  });

  it('sees a forbidden follower and a shift that is worked too often', () => {
    const roster = [0, 1, 2, 3, 4, 7, 8].map((day) => ({ employee: 'B', day, shift: day % 2 === 0 ? 'L' : 'E' }));
    const { faults } = checkPublished(readInstance(3).replace('B,E=14', 'B,E=1'), roster);
    expect(faults).toEqual(expect.arrayContaining(['B works E 3 times', 'B: E after L on day 1']));
  });
});
