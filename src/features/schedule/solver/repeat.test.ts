import { describe, expect, it } from 'vitest';
import { companyRoster } from '../../../../bench/lab/rosters.ts';
import { parseInstance, readInstance } from '../../../../bench/lab/shift-scheduling.ts';
import { loadHighs } from './load-highs.ts';
import type { Form, RosterAnswer, RosterProblem } from './problem.ts';
import { type SolveSettings, solveRoster } from './solve.ts';
import { startWatch, type Watch } from './watch.ts';

const silent = { onBest: () => {}, onProgress: () => {} };
const timeless: Watch = { seconds: () => 0, stopped: () => false, limit: 1000 };
const real = () =>
  startWatch(
    () => performance.now(),
    1000,
    () => false,
  );

/** Each solve has a HiGHS of its own, as each thread has. */
async function solve(problem: RosterProblem, watch: Watch, settings: SolveSettings): Promise<RosterAnswer> {
  const outcome = solveRoster(await loadHighs(), problem, watch, settings, silent);
  if (outcome.kind !== 'roster') throw new Error(outcome.kind);
  return outcome;
}

const company = companyRoster(18, 200, 1);
const published = parseInstance(readInstance(5));
const cases: readonly (readonly [Form, RosterProblem, number])[] = [
  ['assignment', company, 500],
  ['neighbourhoods', company, 400],
  ['patterns', published, 2000],
];

describe.each(cases)('a search in the form of %s that its work ends', (form, problem, work) => {
  it('gives the same roster for the same seed, whatever the clock says', async () => {
    const first = await solve(problem, timeless, { seed: 3, work, form });
    const again = await solve(problem, real(), { seed: 3, work, form });
    expect(first).toMatchObject({ ended: 'work', repeatable: true, seed: 3, form });
    expect(again).toEqual({ ...first, seconds: again.seconds });
  });
});

it('another seed leads elsewhere', async () => {
  const [one, other] = [
    await solve(company, timeless, { seed: 3, work: 400 }),
    await solve(company, timeless, { seed: 4, work: 400 }),
  ];
  expect(one.assignments).not.toEqual(other.assignments);
});

it('says so when time has ended it, or any step of it', async () => {
  const late: Watch = { ...timeless, seconds: () => 5, limit: 5 };
  expect(await solve(company, late, { seed: 1 })).toMatchObject({ ended: 'time', repeatable: false });
  let asked = 0;
  const racing: Watch = {
    ...timeless,
    seconds: () => {
      asked += 1;
      return asked / 200;
    },
    limit: 2,
  };
  expect(await solve(published, racing, { seed: 1 })).toMatchObject({ ended: 'time', repeatable: false });
});

it('says so when it was told to stop', async () => {
  expect(await solve(company, { ...timeless, stopped: () => true }, { seed: 1 })).toMatchObject({
    ended: 'stopped',
    repeatable: false,
  });
});
