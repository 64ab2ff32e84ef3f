import { expect, it } from 'vitest';
import { atMostEvery } from './at-most-every.ts';

it('looks once for everybody who asks within the time, and again after it', async () => {
  let [now, looks] = [0, 0];
  const look = atMostEvery(
    100,
    () => now,
    async () => ++looks,
  );
  expect(await Promise.all([look(), look()])).toEqual([1, 1]);
  now = 99;
  expect(await look()).toBe(1);
  now = 100;
  expect(await look()).toBe(2);
});

it('keeps no failed look', async () => {
  let looks = 0;
  const look = atMostEvery(
    100,
    () => 0,
    async () => {
      looks += 1;
      if (looks === 1) throw new Error('not now');
      return looks;
    },
  );
  await expect(look()).rejects.toThrow('not now');
  expect(await look()).toBe(2);
});
