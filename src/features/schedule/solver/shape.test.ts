import { describe, expect, it } from 'vitest';
import { companyRoster } from '../../../../bench/lab/rosters.ts';
import { parseInstance, readInstance } from '../../../../bench/lab/shift-scheduling.ts';
import { anneal } from './anneal.ts';
import { checkRoster } from './check-roster.fixture.ts';
import { clashesOf } from './conflicts.ts';
import { fillGreedily } from './greedy.ts';
import { loadHighs } from './load-highs.ts';
import { toAssignments } from './roster.ts';
import { Search } from './search.ts';
import { chooseForm, usualWork } from './shape.ts';

const highs = await loadHighs();
const fortnight = companyRoster(20, 200, 2);

it('takes whole rosters for long horizons with rules on runs, choices for a fortnight, parts for what is huge', () => {
  const long = parseInstance(readInstance(1));
  expect(chooseForm({ ...long, days: 28 }, true)).toBe('patterns');
  expect(chooseForm(long, false)).toBe('assignment');
  expect(chooseForm(fortnight, true)).toBe('assignment');
  const many = Array.from({ length: 300 }, () => fortnight.people).flat();
  expect(chooseForm({ ...fortnight, people: many }, true)).toBe('neighbourhoods');
});

it('asks for more work for more choices, within bounds', () => {
  const works = [companyRoster(8, 60, 1), companyRoster(50, 500, 1), companyRoster(80, 800, 1)].map(usualWork);
  expect(works).toEqual(works.toSorted((a, b) => a - b));
  expect(works[0]).toBe(20_000);
  const many = Array.from({ length: 300 }, () => fortnight.people).flat();
  expect(usualWork({ ...fortnight, people: many })).toBe(120_000);
});

describe('a fortnight that can be filled', () => {
  const filled = fillGreedily(fortnight, clashesOf(fortnight));

  it('is filled greedily and by moving few people, without breaking a rule', () => {
    const verdict = checkRoster(fortnight, toAssignments(filled));
    expect(verdict.faults).toEqual([]);
    const missing = [...verdict.stages.values()].reduce((sum, value) => sum + value, 0);
    expect(missing).toBeLessThan(15);
  });

  it('becomes cheaper by annealing, and is never less filled', () => {
    const watch = { seconds: () => 0, stopped: () => false, limit: 1000 };
    const listener = { onBest: () => {}, onProgress: () => {} };
    const search = new Search({ problem: fortnight, highs, watch, seed: 1, gap: 0, work: 600, listener });
    search.offer(filled);
    const before = search.best?.worth;
    anneal(search);
    const after = search.best;
    if (before === undefined || after === null) throw new Error('The greedy roster is allowed');
    expect(after.worth.tiers[0]).toBeLessThanOrEqual(before.tiers[0] ?? 0);
    expect(after.worth.sum).toBeLessThan(before.sum * 0.99);
    expect(checkRoster(fortnight, toAssignments(after.roster)).faults).toEqual([]);
    expect(search.workLeft).toBeLessThan(600);
  });
});
