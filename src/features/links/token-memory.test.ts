import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openTokenMemory } from './token-memory.ts';

const token = (number: number) => String.fromCharCode(number & 255, (number >> 8) & 255, 0, 0, 0, 0, 0, 0);

describe('the memory of tokens', () => {
  it('knows when each was last seen', () => {
    const memory = openTokenMemory(10);
    expect(memory.find(token(1))).toBeNull();
    memory.set(token(1), 1_700_000_000_123);
    memory.set(token(2), 5);
    memory.set(token(1), 1_700_000_000_456);
    expect([memory.find(token(1)), memory.find(token(2)), memory.find(token(3))]).toEqual([1_700_000_000_456, 5, null]);
    expect(memory.size).toBe(2);
  });

  it('tells tokens apart by both halves', () => {
    const memory = openTokenMemory(10);
    memory.set('aaaaaaaa', 1);
    expect(memory.find('aaaaaaab')).toBeNull();
    expect(memory.find('baaaaaaa')).toBeNull();
  });

  it('does what a Map with a limit does, however tokens collide and wrap around', () => {
    // Few different low bits, so that probing runs into one another; `most` 7 makes an index of 16.
    const steps = fc.array(fc.nat(40), { maxLength: 300 });
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 7 }), fc.constantFrom(1, 8, 15, 16), (numbers, most, stride) => {
        const memory = openTokenMemory(most);
        const model = new Map<string, number>();
        for (const [time, number] of numbers.entries()) {
          const one = token(number * stride);
          expect(memory.find(one)).toBe(model.get(one) ?? null);
          if (!model.has(one) && model.size === most) model.delete(model.keys().next().value ?? '');
          model.set(one, time);
          memory.set(one, time);
          expect(memory.size).toBe(model.size);
        }
        for (let number = 0; number <= 40; number += 1) {
          const one = token(number * stride);
          expect(memory.find(one)).toBe(model.get(one) ?? null);
        }
      }),
    );
  });
});
