import { describe, expect, it, vi } from 'vitest';
import { BriefMemory } from './brief-memory.ts';

describe('brief memory', () => {
  it('forgets after its time', () => {
    const now = vi.spyOn(performance, 'now').mockReturnValue(0);
    const memory = new BriefMemory<string>(1_000, 10);
    memory.set('a', 'x');
    now.mockReturnValue(999);
    expect(memory.get('a')).toBe('x');
    now.mockReturnValue(1_000);
    expect(memory.get('a')).toBeUndefined();
    now.mockRestore();
  });

  it('lets the oldest go when it is full', () => {
    const memory = new BriefMemory<number>(60_000, 2);
    memory.set('a', 1);
    memory.set('b', 2);
    memory.set('a', 3);
    memory.set('c', 4);
    expect([memory.get('a'), memory.get('b'), memory.get('c')]).toEqual([3, undefined, 4]);
    memory.del('a');
    expect(memory.get('a')).toBeUndefined();
  });
});
