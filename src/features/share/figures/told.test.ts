import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actsAsked } from './act.ts';
import { maySplit, type ReleasedRow, splitsOf, stepsOf, told } from './told.ts';

const day = (index: number) => `2026-05-${10 + index}`;
const shares = (network: string, ...counts: number[]): ReleasedRow[] =>
  counts.map((count, index) => ({ requestId: 'r1', day: day(index), network, shares: count, awareness: 0 }));
const people = (...counts: number[]): ReleasedRow[] =>
  counts.map((awareness, index) => ({ requestId: 'r1', day: day(index), network: '*', shares: 0, awareness }));
const counts = (rows: readonly ReleasedRow[], group = 5) => stepsOf(rows, group).map((step) => [step.day, step.count]);
const offered = (...networks: string[]) => new Map([['r1', new Set(networks)]]);
const split = (rows: readonly ReleasedRow[], ...networks: string[]) =>
  splitsOf(rows, offered(...networks), 5).map((one) => [one.act, Object.fromEntries(one.networks)]);

describe('a step', () => {
  it('is what was released on a day, all networks together', () => {
    expect(counts([...shares('linkedin', 4, 6), ...shares('x', 3)])).toEqual([
      [day(0), 7],
      [day(1), 6],
    ]);
  });

  it('that is smaller than a group waits for the next one, and is not told where none follows', () => {
    expect(counts(people(6, 2, 3, 1))).toEqual([
      [day(0), 6],
      [day(2), 5],
    ]);
    expect(counts(people(6, 7), 8)).toEqual([[day(1), 13]]);
    expect(counts(people(2, 2))).toEqual([]);
  });

  it('is of one request and one kind of act', () => {
    const rows = [...people(6), ...shares('x', 3), ...shares('x.like', 3), ...shares('x.unheard', 9)];
    expect(stepsOf(rows, 5)).toEqual([{ requestId: 'r1', day: day(0), measure: 'awareness', count: 6 }]);
    const other = people(4).map((row) => ({ ...row, requestId: 'r2' }));
    expect(stepsOf([...people(4), ...other], 5)).toEqual([]);
  });

  it('adds up with others, and nothing is “fewer than”', () => {
    const steps = stepsOf([...people(6, 7), ...shares('x', 5)], 5);
    expect(told(steps, 'awareness', 5)).toEqual({ value: 13 });
    expect(told(steps, 'share', 5)).toEqual({ value: 5 });
    expect(told(steps, 'like', 5)).toEqual({ fewerThan: 5 });
    const both = stepsOf([...shares('x.like', 6), ...shares('x.comment', 5)], 5);
    expect(told(both, actsAsked({ engagement: {} }), 5)).toEqual({ value: 11 });
    expect(told(both, actsAsked({}), 5)).toEqual({ fewerThan: 5 });
    expect(told([], 'share', 2)).toEqual({ fewerThan: 3 });
  });

  it('is never smaller than a group, whatever was written down', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 30 }), fc.integer({ min: 1, max: 12 }), (numbers, group) => {
        const steps = stepsOf(people(...numbers), group);
        const least = Math.max(group, 3);
        for (const { count } of steps) expect(count).toBeGreaterThanOrEqual(least);
        const all = numbers.reduce((sum, count) => sum + count, 0);
        expect(all - steps.reduce((sum, { count }) => sum + count, 0)).toBeLessThan(least);
      }),
    );
  });
});

describe('networks', () => {
  it('are told where each has none or a group', () => {
    expect(split([...shares('linkedin', 6, 5), ...shares('x', 5)], 'linkedin', 'x', 'threads')).toEqual([
      ['share', { linkedin: 11, x: 5 }],
    ]);
  });

  it('hide all of theirs where one has few, or it could be subtracted', () => {
    expect(split([...shares('linkedin', 20), ...shares('x', 2)], 'linkedin', 'x')).toEqual([]);
  });

  it('hide all of theirs where part of the total is not told', () => {
    expect(split([...shares('linkedin', 20, 1)], 'linkedin', 'x')).toEqual([]);
  });

  it('are not told of exactly one group, where there were several', () => {
    expect(split(shares('linkedin', 5), 'linkedin', 'x')).toEqual([]);
    expect(split(shares('linkedin', 6), 'linkedin', 'x')).toEqual([['share', { linkedin: 6 }]]);
    expect(split(shares('linkedin', 5), 'linkedin')).toEqual([['share', { linkedin: 5 }]]);
  });

  it('are told of each kind of act by itself', () => {
    const rows = [...shares('x', 9), ...shares('facebook.composer', 7), ...shares('x.like', 3)];
    expect(split(rows, 'x', 'facebook')).toEqual([
      ['share', { x: 9 }],
      ['composer', { facebook: 7 }],
    ]);
  });

  it('of connected accounts follow the same rule', () => {
    const accounts = (...numbers: number[]) => new Map(numbers.map((count, index) => [`n${index}`, count]));
    expect(maySplit(accounts(3), 1, 5)).toBe(false);
    expect(maySplit(accounts(6), 1, 5)).toBe(true);
    expect(maySplit(accounts(6, 2), 2, 5)).toBe(false);
    expect(maySplit(accounts(6, 0, 5), 3, 5)).toBe(true);
  });
});
