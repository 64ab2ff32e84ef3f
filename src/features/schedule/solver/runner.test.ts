import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { parseInstance, readInstance } from '../../../../bench/lab/shift-scheduling.ts';
import { checkRoster } from './check-roster.fixture.ts';
import type { Progress, RosterProblem } from './problem.ts';
import { runSolver } from './runner.ts';

const easy = parseInstance(readInstance(2));
/** Its proof takes far longer than any of these tests waits. */
const hard = parseInstance(readInstance(8));

function expectRoster(problem: RosterProblem, outcome: Awaited<ReturnType<typeof runSolver>['outcome']>) {
  if (outcome.kind !== 'roster') throw new Error(outcome.kind);
  const { faults, value } = checkRoster(problem, outcome.assignments);
  expect(faults).toEqual([]);
  expect(outcome.value).toBe(value);
  return outcome;
}

it('solves in another thread while this one stays free, and tells how far it is', async () => {
  const progress: Progress[] = [];
  let turns = 0;
  const turning = setInterval(() => {
    turns += 1;
  }, 5);
  const running = runSolver(easy, { seed: 1, seconds: 60, threads: 1, onProgress: (one) => progress.push(one) });
  const outcome = expectRoster(easy, await running.outcome);
  clearInterval(turning);
  expect(outcome).toMatchObject({
    value: 828,
    bound: 828,
    ended: 'optimal',
    repeatable: true,
    form: 'patterns',
    seed: 1,
  });
  expect(turns).toBeGreaterThan(3);
  expect(progress.length).toBeGreaterThan(0);
  for (const { best, bound } of progress) expect(bound ?? best).toBeLessThanOrEqual(best);
});

it('stops when told and keeps the best so far, from which another run begins and ends at its limit', async () => {
  const found = Promise.withResolvers<void>();
  const running = runSolver(hard, { seed: 1, seconds: 600, threads: 2, onProgress: () => found.resolve() });
  await found.promise;
  running.stop();
  const stopped = expectRoster(hard, await running.outcome);
  expect(stopped).toMatchObject({ ended: 'stopped', repeatable: false });
  running.stop();
  const again = { seed: 1, seconds: 4, start: stopped.assignments };
  const limited = expectRoster(hard, await runSolver(hard, again).outcome);
  expect(limited).toMatchObject({ ended: 'time', repeatable: false });
  expect(limited.value).toBeLessThanOrEqual(stopped.value);
  expect(limited.seconds).toBeLessThan(8);
});

it('says what is impossible instead of searching', async () => {
  const [first] = easy.people;
  if (first === undefined) throw new Error('The instance has people');
  const pinned = { ...first, choices: first.choices.map((choice) => ({ ...choice, pinned: true })) };
  const outcome = await runSolver({ ...easy, people: [pinned] }, { seed: 1, seconds: 60, threads: 1 }).outcome;
  expect(outcome).toMatchObject({ kind: 'impossible' });
});

describe('a thread that is ended from outside', () => {
  const firstThread = () => once(process, 'worker').then(([thread]) => thread as Worker);

  it('leaves the best so far', async () => {
    const thread = firstThread();
    const found = Promise.withResolvers<void>();
    const running = runSolver(hard, { seed: 1, seconds: 600, onProgress: () => found.resolve() });
    await found.promise;
    await (await thread).terminate();
    expect(expectRoster(hard, await running.outcome)).toMatchObject({ ended: 'failed', repeatable: false });
  });

  it('leaves nothing, and says so, when it had found nothing', async () => {
    const thread = firstThread();
    const running = runSolver(hard, { seed: 1, seconds: 600 });
    await (await thread).terminate();
    expect(await running.outcome).toEqual({ kind: 'nothing', ended: 'failed' });
  });

  it('does not matter when it was the second', async () => {
    const threads: Worker[] = [];
    const note = (thread: Worker) => threads.push(thread);
    process.on('worker', note);
    const running = runSolver(easy, { seed: 1, seconds: 60, threads: 2 });
    process.off('worker', note);
    await threads[1]?.terminate();
    expect(expectRoster(easy, await running.outcome)).toMatchObject({
      value: 828,
      ended: 'optimal',
      repeatable: false,
    });
  });
});

it('says that its thread failed, instead of waiting for ever', async () => {
  const broken = structuredClone(easy);
  Reflect.deleteProperty(broken, 'slots');
  const outcome = await runSolver(broken, { seed: 1, seconds: 60, threads: 1 }).outcome;
  expect(outcome).toEqual({ kind: 'nothing', ended: 'failed' });
});
