import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixedClock } from '../../platform/clock/index.ts';
import { openRing } from '../../platform/vault/index.ts';
import { openDayKeys } from './day-keys.ts';
import { openVisits, repeatMs } from './visits.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'coact-ring-'));
const first = { first: expect.stringMatching(/^.{8}$/s) };
const jane = { linkId: 'a', address: '198.51.100.7', agent: 'Firefox' };

describe('visits', () => {
  it('counts a visitor of a link once a day, and a double click not at all', async () => {
    const key = await openRing(folder()).create('clicks-test');
    const visits = openVisits();
    expect(visits.see(key, jane, 0)).toEqual(first);
    expect(visits.see(key, jane, 200)).toBe('repeat');
    expect(visits.see(key, jane, repeatMs - 1)).toBe('repeat');
    expect(visits.see(key, jane, repeatMs)).toBe('again');
    expect(visits.see(key, { ...jane, linkId: 'b' }, 300)).toEqual(first);
    expect(visits.see(key, { ...jane, address: '198.51.100.8' }, 300)).toEqual(first);
    expect(visits.see(key, { ...jane, agent: 'Safari' }, 300)).toEqual(first);
    visits.forget();
    expect(visits.see(key, jane, repeatMs * 2)).toEqual(first);
  });

  it('forgets the oldest when there are too many', async () => {
    const key = await openRing(folder()).create('clicks-test');
    const visits = openVisits(3);
    for (const address of ['1', '2', '3', '4']) visits.see(key, { ...jane, address }, 0);
    expect(visits.size).toBe(3);
    expect(visits.see(key, { ...jane, address: '4' }, repeatMs)).toBe('again');
    expect(visits.see(key, { ...jane, address: '1' }, repeatMs)).toEqual(first);
  });

  it('cannot tell anybody apart without a key', () => {
    const visits = openVisits();
    expect(visits.see(null, jane, 0)).toBe('again');
    expect(visits.see(null, jane, 1)).toBe('again');
    expect(visits.size).toBe(0);
  });
});

describe('the keys of the days', () => {
  it('change at midnight UTC without waiting, and yesterday’s is destroyed', async () => {
    const path = folder();
    const clock = fixedClock('2026-03-28T23:59:59Z');
    let days = 0;
    const keys = await openDayKeys(openRing(path), clock, () => {
      days += 1;
    });
    const before = keys.current();
    expect(readdirSync(path)).toEqual(['clicks-2026-03-28.key', 'clicks-2026-03-29.key']);
    clock.advance(2_000);
    const after = keys.current();
    expect(after).not.toBeNull();
    expect(after?.hmac('x')).not.toEqual(before?.hmac('x'));
    expect(days).toBe(1);
    await keys.turn();
    expect(readdirSync(path)).toEqual(['clicks-2026-03-29.key', 'clicks-2026-03-30.key']);
    expect(keys.current()).toBe(after);
  });

  it('are the same for processes that share a ring, and after a restart', async () => {
    const path = folder();
    const clock = fixedClock('2026-03-28T12:00:00Z');
    const [one, two] = await Promise.all([0, 1].map(() => openDayKeys(openRing(path), clock, () => undefined)));
    expect(one?.current()?.hmac('x')).toEqual(two?.current()?.hmac('x'));
  });

  it('are missing for a moment after a sleep of days, and then there', async () => {
    const clock = fixedClock('2026-03-28T12:00:00Z');
    const keys = await openDayKeys(openRing(folder()), clock, () => undefined);
    clock.advance(5 * 86_400_000);
    expect(keys.current()).toBeNull();
    await keys.turn();
    expect(keys.current()).not.toBeNull();
  });
});
