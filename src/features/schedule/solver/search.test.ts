import { describe, expect, it } from 'vitest';
import { explainImpossible } from './impossible.ts';
import { loadHighs } from './load-highs.ts';
import type { Progress, RosterProblem } from './problem.ts';
import { type Found, Search } from './search.ts';
import { person, problem, slot } from './small-problem.fixture.ts';
import { isOver, startWatch, type Watch } from './watch.ts';

const highs = await loadHighs();
const timeless: Watch = { seconds: () => 0, stopped: () => false, limit: 100 };

function begin(of: RosterProblem, watch: Watch = timeless, work = 1000) {
  const best: Found[] = [];
  const progress: Progress[] = [];
  const listener = { onBest: (one: Found) => best.push(one), onProgress: (one: Progress) => progress.push(one) };
  return { search: new Search({ problem: of, highs, watch, seed: 1, gap: 0, work, listener }), best, progress };
}

const cost = (at: number, value: number) => ({ slot: at, cost: value });
const two = problem(
  [slot('early', 0, 6), slot('late', 0, 15)],
  [person('Ana', [], { choices: [cost(0, 5), cost(1, 3)] }), person('Ben', [], { choices: [cost(0, 4), cost(1, 9)] })],
);

describe('a search', () => {
  it('takes a roster only when it keeps every hard rule and is better', () => {
    const { search, best, progress } = begin(two);
    expect(search.offer([[0, 1], []])).toBe(false);
    expect(search.best).toBeNull();
    expect(search.offer([[0], [1]])).toBe(true);
    expect(search.offer([[0], []])).toBe(false);
    expect(search.offer([[1], [0]])).toBe(true);
    expect(search.offer([[1], [0]])).toBe(false);
    expect(best.map(({ worth }) => worth)).toEqual([
      { tiers: [0], sum: 14 },
      { tiers: [0], sum: 7 },
    ]);
    expect(progress.at(-1)).toEqual({ stage: null, best: 7, bound: null, missing: 0, seconds: 0 });
  });

  it('is proven when the bound, rounded up to a whole value, meets the best', () => {
    const { search } = begin(two);
    search.offer([[1], [0]]);
    search.raiseBound(5.2);
    expect([search.bound, search.isProven()]).toEqual([6, false]);
    search.raiseBound(4);
    expect(search.bound).toBe(6);
    search.raiseBound(6.3);
    expect([search.bound, search.isProven()]).toEqual([7, true]);
  });

  it('gives a step its share of time and work, and the rest back', () => {
    const { search } = begin(two, { ...timeless, seconds: () => 20 }, 1000);
    search.within(0.25, () => {
      expect([search.workLeft, search.watch.limit]).toEqual([250, 40]);
      search.spend(250);
      expect(search.isOver()).toBe(true);
    });
    expect([search.workLeft, search.watch.limit, search.isOver(), search.hurried]).toEqual([750, 100, false, false]);
  });

  it('notices that time has decided something', () => {
    let now = 0;
    const { search } = begin(
      two,
      startWatch(
        () => now,
        10,
        () => false,
      ),
    );
    search.within(0.5, () => {
      now = 5_000;
      expect(search.isOver()).toBe(true);
    });
    expect([search.isOver(), search.hurried]).toEqual([false, true]);
  });
});

it('a watch is over at its limit or when it is stopped, and says so', () => {
  let [told, stopped, now] = [0, false, 0];
  const watch = {
    ...startWatch(
      () => now,
      2,
      () => stopped,
    ),
    onOver: () => {
      told += 1;
    },
  };
  expect([isOver(watch), told]).toEqual([false, 0]);
  now = 2_000;
  expect([isOver(watch), told]).toEqual([true, 1]);
  now = 0;
  stopped = true;
  expect([isOver(watch), told]).toEqual([true, 2]);
});

describe('what is impossible', () => {
  const both = { name: 'hours', terms: [0, 1].map((at) => ({ slot: at, weight: 8 })), min: { limit: 16, cost: null } };
  const one = { ...both, min: { limit: 8, cost: null } };

  it('names whose rules contradict each other, even alone', () => {
    const people = [person('Ana', [0, 1], { limits: [both] }), person('Ben', [0, 1])];
    expect(explainImpossible(begin(problem(two.slots, people)).search)).toEqual([
      'Ana: the hard rules contradict each other, even if nobody else worked.',
    ]);
  });

  it('says when everybody could alone', () => {
    const people = ['Ana', 'Ben', 'Cleo'].map((id) => person(id, [0, 1], { limits: [one] }));
    expect(explainImpossible(begin(problem(two.slots, people)).search)).toEqual([
      'The minimums of all people together ask for more than the shifts have places for.',
    ]);
  });
});
