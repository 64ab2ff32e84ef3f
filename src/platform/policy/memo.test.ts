import { expect, it } from 'vitest';
import { createMemo } from './memo.ts';

it('forgets what was unused for longest, and nothing that is used', () => {
  const memo = createMemo<boolean>(2);
  memo.set('used', true);
  memo.set('unused', false);
  for (const key of ['a', 'b', 'c', 'd', 'e']) {
    expect([key, memo.get('used')]).toEqual([key, true]);
    memo.set(key, true);
  }
  expect(memo.get('unused')).toBeUndefined();
  expect(memo.get('e')).toBe(true);
});

it('keeps a "no" as well as a "yes"', () => {
  const memo = createMemo<boolean>(2);
  memo.set('a', false);
  expect(memo.get('a')).toBe(false);
});

it('does not grow', () => {
  const memo = createMemo<number>(10);
  for (let key = 0; key < 1_000; key += 1) memo.set(String(key), key);
  const kept = Array.from({ length: 1_000 }, (_, key) => memo.get(String(key))).filter((value) => value !== undefined);
  expect(kept.length).toBeLessThanOrEqual(20);
});
