import { describe, expect, it } from 'vitest';
import { countRun, listFailures, neverRun } from './report.ts';

const file = (name: string, statuses: Readonly<Record<string, string>>, status = 'passed') => ({
  name,
  status,
  message: '',
  assertionResults: Object.entries(statuses).map(([fullName, outcome]) => ({ fullName, status: outcome })),
});
const report = (...files: readonly ReturnType<typeof file>[]) => JSON.stringify({ testResults: files });

describe('the count of a run', () => {
  it('adds up what passed and failed', () => {
    const json = report(
      file('a.test.ts', { one: 'passed', two: 'failed' }, 'failed'),
      file('b.test.ts', { three: 'passed' }),
    );
    expect(countRun(json, 1)).toMatchObject({ passed: 2, failed: 1 });
  });

  it('counts a file that broke before its first test', () => {
    expect(countRun(report(file('a.test.ts', {}, 'failed')), 1)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('counts a file that broke after its tests', () => {
    expect(countRun(report(file('a.test.ts', { one: 'passed' }, 'failed')), 1)).toMatchObject({ passed: 1, failed: 1 });
  });

  it('is a failure when the run ended badly though each test passed', () => {
    expect(countRun(report(file('a.test.ts', { one: 'passed' })), 1)).toMatchObject({ passed: 1, failed: 1 });
  });

  it('is a failure when there is no report', () => {
    expect(countRun(undefined, 0)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('what failed', () => {
  it('is named with its file and its part', () => {
    const json = report(
      file('a.test.ts', { one: 'passed', two: 'failed' }, 'failed'),
      file('b.test.ts', { x: 'passed' }),
    );
    expect(listFailures([['Tests', countRun(json, 1)]])).toEqual(['a.test.ts > two (Tests)']);
  });

  it('is a file, with what it said first, where that failed outside its tests', () => {
    const broken = { ...file('a.test.ts', { one: 'passed' }, 'failed'), message: 'Hook timed out\nin 10 ms' };
    expect(listFailures([['Tests', countRun(report(broken), 1)]])).toEqual([
      'a.test.ts outside its tests: Hook timed out (Tests)',
    ]);
  });

  it('is the part where nothing in it has a name', () => {
    const passed = countRun(report(file('a.test.ts', { one: 'passed' })), 0);
    const all = [
      ['Checks', countRun(undefined, 1)],
      ['Tests', passed],
    ] as const;
    expect(listFailures(all)).toEqual(['Checks']);
  });
});

describe('tests that were left out', () => {
  const onEmbedded = countRun(report(file('a.test.ts', { lock: 'passed', pool: 'pending', never: 'skipped' })), 0);
  const onServer = countRun(report(file('a.test.ts', { lock: 'pending', pool: 'passed', never: 'skipped' })), 0);

  it('are named when no run had them', () => {
    expect(neverRun([onEmbedded, onServer])).toEqual(['a.test.ts > never']);
  });

  it('are named when the run that has them did not take place', () => {
    expect(neverRun([onEmbedded])).toEqual(['a.test.ts > never', 'a.test.ts > pool']);
  });
});
