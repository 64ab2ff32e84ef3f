import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LeastFirst } from './queue.ts';

it('gives its items by their keys, least first', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 3000 }), (keys) => {
      const queue = new LeastFirst();
      for (const [item, key] of keys.entries()) queue.push(item, key);
      const given = keys.map(() => {
        const { least } = queue;
        const item = queue.pop();
        expect(keys[item]).toBe(least);
        return least;
      });
      expect(given).toEqual(keys.toSorted((a, b) => a - b));
      expect([queue.size, queue.pop(), queue.least]).toEqual([0, -1, Number.POSITIVE_INFINITY]);
    }),
    { numRuns: 50 },
  );
});
