import { describe, expect, it } from 'vitest';
import { fixedClock, newId, randomId } from './index.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-([47])[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('ids', () => {
  it('sorts new ids by the time they were made', () => {
    const clock = fixedClock('2026-03-01T10:00:00Z');
    const first = newId(clock);
    clock.advance(1);
    const second = newId(clock);
    expect(first < second).toBe(true);
    expect(uuid.exec(first)?.[1]).toBe('7');
  });

  it('carries the time in the first 48 bits', () => {
    const id = newId(fixedClock('2026-03-01T10:00:00.123Z'));
    const milliseconds = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
    expect(new Date(milliseconds).toISOString()).toBe('2026-03-01T10:00:00.123Z');
  });

  it('makes random ids that tell no time', () => {
    const ids = Array.from({ length: 100 }, () => randomId());
    expect(new Set(ids).size).toBe(100);
    for (const id of ids) expect(uuid.exec(id)?.[1]).toBe('4');
    expect(ids.toSorted()).not.toEqual(ids);
  });
});

describe('fixedClock', () => {
  it('stands still until moved', () => {
    const clock = fixedClock('2026-01-01T00:00:00Z');
    expect(clock.now()).toEqual(clock.now());
    clock.advance(60_000);
    expect(clock.now().toISOString()).toBe('2026-01-01T00:01:00.000Z');
  });

  it('refuses what is no time', () => {
    expect(() => fixedClock('soon')).toThrow('not a time');
  });
});
