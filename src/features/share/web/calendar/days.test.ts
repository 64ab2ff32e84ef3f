import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekdayOf } from '../../../../web/zoned-time.ts';
import type { Entry } from './calendar-api.ts';
import { byDay, daysOf, landingAt, landingOf, mondayOf, stepped } from './days.ts';

const zone = 'Europe/Lisbon';
const now = new Date('2026-05-05T09:00:00Z');
const entryOf = (change: Partial<Entry> = {}): Entry => ({
  ...{ id: 'r1', title: 'Porto', state: 'scheduled', channel: null, revision: 1, movable: true },
  ...{ at: '2026-05-07T08:20:00.000Z', endsAt: null, channels: [] },
  ...change,
});

describe('the days of a view', () => {
  it('of a month are whole weeks from Monday on, with all its days', () => {
    expect(daysOf('month', '2026-05-20')).toHaveLength(35);
    expect(daysOf('month', '2026-05-20')[0]).toBe('2026-04-27');
    expect(daysOf('month', '2026-02-10').at(-1)).toBe('2026-03-01');
    expect(daysOf('month', '2027-02-10')).toHaveLength(28);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (count) => {
        const day = addDays('2000-01-01', count);
        const days = daysOf('month', day);
        expect(days.length % 7).toBe(0);
        expect([weekdayOf(days[0] ?? ''), days.includes(day)]).toEqual([1, true]);
        expect(days.length).toBeLessThanOrEqual(42);
        expect(daysOf('week', day)).toHaveLength(7);
        expect(daysOf('week', day)[0]).toBe(mondayOf(day));
      }),
    );
  });

  it('are followed by those of the next month or week', () => {
    expect(stepped('month', '2026-01-31', 1)).toBe('2026-02-01');
    expect(stepped('month', '2026-01-31', -1)).toBe('2025-12-01');
    expect(stepped('week', '2026-05-05', -1)).toBe('2026-04-28');
  });
});

it('entries stand on the day of the organisation, with their end where they are open', () => {
  const late = entryOf({ id: 'late', at: '2026-05-06T23:30:00.000Z' });
  const open = entryOf({ id: 'open', state: 'open', at: '2026-05-01T08:00:00Z', endsAt: '2026-05-07T17:00:00Z' });
  const planned = entryOf({ id: 'planned', endsAt: '2026-05-07T17:00:00Z' });
  const on = byDay([planned, late, open], zone)('2026-05-07');
  expect(on.out.map(({ id }) => id)).toEqual(['late', 'planned']);
  expect(on.ending.map(({ id }) => id)).toEqual(['open']);
  expect(byDay([], zone)('2026-05-07')).toEqual({ out: [], ending: [] });
});

describe('putting down', () => {
  it('keeps the time of day, over a change of the clocks too', () => {
    const entry = entryOf({ at: '2026-10-20T08:20:00.000Z' });
    const landing = landingOf(entry, { day: '2026-10-27', hour: null }, zone, now);
    expect(landing).toEqual({ kind: 'move', at: '2026-10-27T09:20:00.000Z' });
  });

  it('on an hour keeps the minutes', () => {
    const landing = landingOf(entryOf(), { day: '2026-05-08', hour: 14 }, zone, now);
    expect(landing).toEqual({ kind: 'move', at: '2026-05-08T13:20:00.000Z' });
  });

  it('where it was does nothing', () => {
    expect(landingOf(entryOf(), { day: '2026-05-07', hour: 9 }, zone, now)).toEqual({ kind: 'same' });
  });

  it.each<[string, Partial<Entry>, string, string]>([
    ['in the past', {}, '2026-05-05', 'This time has passed. Choose a later one.'],
    ['after its end', { endsAt: '2026-05-08T08:25:00Z' }, '2026-05-08', 'would have ended'],
    ['while it is being sent', { movable: false }, '2026-05-09', 'It is being sent just now.'],
    ['after it went out', { movable: false, state: 'open' }, '2026-05-09', 'It has gone out already.'],
  ])('%s is refused with words', (_name, change, day, words) => {
    const landing = landingOf(entryOf(change), { day, hour: null }, zone, now);
    expect(landing).toEqual({ kind: 'refused', sentence: expect.stringContaining(words) });
  });

  it('of no time asks for one', () => {
    expect(landingAt(entryOf(), '', zone, now)).toMatchObject({ kind: 'refused' });
  });
});
