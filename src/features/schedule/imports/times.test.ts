import { describe, expect, it } from 'vitest';
import { isAt, type Times, type ToldTimes, timesKey, timesOf, timesWords } from './times.ts';

// Monday is the 4th of May 2026.
const told = (more: Partial<ToldTimes> = {}): ToldTimes => ({
  ...{ days: ['MO', 'WE'], from: '2026-05-05', until: null, start: 540, end: 1020 },
  ...more,
});
function times(more: Partial<ToldTimes> = {}): Times {
  const made = timesOf(told(more), 'MO');
  if (typeof made === 'string') throw new Error(made);
  return made;
}

describe('times of a row', () => {
  it('repeat on their days from the first of them on', () => {
    expect(times()).toEqual({
      ...{ start: '2026-05-06T09:00', minutes: 480 },
      rule: { repeat: { every: 'week', interval: 1, days: ['MO', 'WE'], weekStart: 'MO' }, ends: { kind: 'never' } },
    });
    expect(timesWords(times())).toBe('every week on Mon and Wed, 09:00–17:00');
    expect(timesWords(times({ until: '2026-06-30' }))).toContain('until 30 Jun 2026');
  });

  it('without days are one day, or every day until the last', () => {
    expect(times({ days: null })).toEqual({ start: '2026-05-05T09:00', minutes: 480, rule: null });
    expect(timesWords(times({ days: null, start: 0, end: 1440 }))).toBe('Tue 5 May 2026, all day');
    expect(timesWords(times({ days: null, until: '2026-05-08' }))).toBe('every day until 8 May 2026, 09:00–17:00');
  });

  it('go on into the next day where they end no later than they start', () => {
    expect(times({ start: 1320, end: 360 })).toMatchObject({ start: '2026-05-06T22:00', minutes: 480 });
    expect(times({ end: 540 }).minutes).toBe(1440);
  });

  it.each([
    [{ end: 545 }, 'It is too short: 15 minutes are the least.'],
    [{ start: 1440 }, 'Nothing begins at 24:00: say 00:00 of the next day.'],
    [{ until: '2026-05-01' }, 'It ends before its first occurrence.'],
  ])('that make no sense are refused: %j', (more, sentence) => expect(timesOf(told(more), 'MO')).toBe(sentence));

  it('are there already where a series says them from no later day on', () => {
    const there = times({ from: '2026-01-01' });
    expect(isAt(there, times())).toBe(true);
    expect(isAt({ ...there, start: '2026-06-01T09:00' }, times())).toBe(false);
    const others = [
      { days: null },
      { days: ['MO'] as const },
      { end: 1080 },
      { start: 600, end: 1080 },
      { until: '2026-07-01' },
    ];
    for (const other of others)
      expect([isAt(there, times(other)), timesKey(there) === timesKey(times(other))]).toEqual([false, false]);
    expect(timesKey(there)).toBe(timesKey(times()));
    expect(isAt(times({ days: null }), times({ days: null }))).toBe(true);
    expect(isAt(times({ days: null }), times({ days: null, from: '2026-05-06' }))).toBe(false);
    const sunday = timesOf(told(), 'SU');
    expect(typeof sunday !== 'string' && isAt(there, sunday)).toBe(true);
  });
});
