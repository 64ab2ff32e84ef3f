import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningOf, dayOfStart, openersOf, type Start, verdictOf } from './opener.ts';

const at = (text: string) => new Date(`2026-05-${text}:00Z`);
const shift = (personId: string, start: string, end: string, name = personId): Start => ({
  ...{ personId, name, start: at(start), end: at(end) },
});
const openers = (starts: readonly Start[], zone = 'UTC') =>
  Object.fromEntries([...openersOf(starts, zone)].map(([day, { personId }]) => [day, personId]));

describe('the first opener of a day', () => {
  it('is whoever begins first', () => {
    const starts = [
      shift('b', '04T09:00', '04T17:00'),
      shift('a', '04T08:00', '04T12:00'),
      shift('c', '05T10:00', '05T12:00'),
    ];
    expect(openers(starts)).toEqual({ '2026-05-04': 'a', '2026-05-05': 'c' });
  });

  it('of several who begin at once is who stays longest, then the first by name, then always the same', () => {
    expect(openers([shift('a', '04T08:00', '04T12:00'), shift('b', '04T08:00', '04T17:00')])).toEqual({
      '2026-05-04': 'b',
    });
    const named = [shift('1', '04T08:00', '04T12:00', 'Zoe'), shift('2', '04T08:00', '04T12:00', 'Ana')];
    expect(openers(named)).toEqual({ '2026-05-04': '2' });
    expect(openers(named.map((one) => ({ ...one, name: '' })))).toEqual({ '2026-05-04': '1' });
  });

  it('is that of the day on which the shift begins, by the clock at its place', () => {
    const night = shift('a', '04T22:30', '05T06:00');
    expect(openers([night])).toEqual({ '2026-05-04': 'a' });
    expect(openers([night], 'Europe/Berlin')).toEqual({ '2026-05-05': 'a' });
    expect(dayOfStart(night, 'America/New_York')).toBe('2026-05-04');
  });

  const starts = fc.array(
    fc.record({
      ...{ personId: fc.uuid(), name: fc.constantFrom('Ana', 'Bo', 'Çelik', '') },
      ...{ from: fc.nat(72 * 4), length: fc.integer({ min: 1, max: 48 }) },
    }),
    { maxLength: 12 },
  );
  const made = (list: readonly { personId: string; name: string; from: number; length: number }[]) =>
    list.map(({ personId, name, from, length }): Start => {
      const start = new Date(Date.UTC(2026, 2, 28) + from * 900_000);
      return { personId, name, start, end: new Date(start.getTime() + length * 900_000) };
    });

  it('does not depend on the order in which shifts are listed, and nobody begins earlier on that day', () => {
    fc.assert(
      fc.property(starts, fc.constantFrom('Europe/Berlin', 'Asia/Tokyo', 'UTC'), (list, zone) => {
        const given = made(list);
        const found = openersOf(given, zone);
        expect(openersOf(given.toReversed(), zone)).toEqual(found);
        expect(new Set(found.keys())).toEqual(new Set(given.map((one) => dayOfStart(one, zone))));
        for (const one of given) {
          const opener = found.get(dayOfStart(one, zone));
          expect(opener && opener.start <= one.start).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('a day’s run', () => {
  const opener = shift('a', '04T08:00', '04T16:00');
  const ask = (now: string, since = '01T00:00', minutesBefore = 30) =>
    verdictOf(opener, { minutesBefore, since: at(since) }, at(now));

  it('begins so long before the first shift, and no later than that is over', () => {
    expect(beginningOf(opener, 30)).toEqual(at('04T07:30'));
    expect(['04T07:29', '04T07:30', '04T15:59', '04T16:00'].map((now) => ask(now))).toEqual([
      ...['not_yet', 'begin', 'begin', 'too_late'],
    ]);
  });

  it('does not begin for what was before the trigger', () => {
    expect(ask('04T09:00', '04T07:31')).toBe('not_ours');
    expect(ask('04T09:00', '04T07:30')).toBe('begin');
  });
});
