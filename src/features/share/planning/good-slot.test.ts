import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apart, enoughClicks, goodSlots, hoursByWorth, whyWords } from './good-slot.ts';

const zone = 'Europe/Lisbon';
/** A Tuesday; Lisbon is an hour ahead of UTC then. */
const tuesday = new Date('2026-05-05T06:00:00Z');
const at = (time: string, day = '2026-05-05') => new Date(`${day}T${time}:00+01:00`);
const none: readonly number[] = [];
const never = () => false;
const first = (now: Date, taken: readonly Date[], clicks = none) => {
  const [slot] = goodSlots({ now, timeZone: zone, isQuiet: never }, taken, clicks, 1);
  return slot && `${wall(slot.at)} ${whyWords(slot, zone)}`;
};
const wall = (moment: Date) =>
  moment.toLocaleString('en-GB', { timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit' });
const busy = (hour: number, count = enoughClicks) => Array.from({ length: 24 }, (_, one) => (one === hour ? count : 0));

describe('a good time', () => {
  it.each<[string, Date, readonly Date[], readonly number[], string]>([
    ['is when people have arrived', tuesday, [], none, 'Tue 10:00 as people have usually arrived by then'],
    ['keeps two hours from others', tuesday, [at('09:00')], none, 'Tue 11:00 because 09:00 is taken'],
    ['finds the gap', tuesday, [at('08:20'), at('14:00')], none, 'Tue 10:20 because 08:20 is taken'],
    [
      'says all that is in the way',
      tuesday,
      [at('09:30'), at('13:00')],
      none,
      'Tue 15:00 because 09:30 and 13:00 are taken',
    ],
    ['goes by clicks where there are enough', tuesday, [], busy(15), 'Tue 15:00 as most clicks come after 15:00'],
    ['else not', tuesday, [], busy(15, enoughClicks - 1), 'Tue 10:00 as people have usually arrived by then'],
    ['leaves half an hour', at('10:05'), [], none, 'Tue 10:40 as people have usually arrived by then'],
    ['is tomorrow in the evening', at('18:00'), [], none, 'Wed 10:00 as people have usually arrived by then'],
    [
      'is Monday on a Friday evening',
      at('18:00', '2026-05-08'),
      [],
      none,
      'Mon 10:00 as people have usually arrived by then',
    ],
    [
      'is another day when one is full',
      tuesday,
      [at('10:00'), at('12:30'), at('15:00')],
      none,
      'Wed 10:00 as people have usually arrived by then',
    ],
  ])('%s', (_name, now, taken, clicks, expected) => {
    expect(first(now, taken, clicks)).toBe(expected);
  });

  it('keeps out of quiet time', () => {
    const isQuiet = (moment: Date) => wall(moment).startsWith('Tue') || moment.getUTCHours() < 13;
    const [slot] = goodSlots({ now: tuesday, timeZone: zone, isQuiet }, [], none, 1);
    expect(slot && wall(slot.at)).toBe('Wed 14:00');
    expect(goodSlots({ now: tuesday, timeZone: zone, isQuiet: () => true }, [], none, 1)).toEqual([]);
  });

  it('is none when the next two weeks are full', () => {
    const taken = Array.from({ length: 24 * 15 }, (_, hours) => new Date(tuesday.getTime() + hours * 3_600_000));
    expect(goodSlots({ now: tuesday, timeZone: zone, isQuiet: never }, taken, none, 3)).toEqual([]);
  });

  it('is one for each day, where several are asked for', () => {
    expect(
      goodSlots({ now: tuesday, timeZone: zone, isQuiet: never }, [], none, 3).map((slot) => wall(slot.at)),
    ).toEqual(['Tue 10:00', 'Wed 10:00', 'Thu 10:00']);
  });

  it('always lies in office hours of a working day, after now and two hours from all others', () => {
    const moment = fc.integer({ min: 0, max: 20 * 24 * 6 }).map((tens) => new Date(tuesday.getTime() + tens * 600_000));
    const zones = fc.constantFrom('Europe/Lisbon', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Auckland', 'UTC');
    const clicks = fc.array(fc.nat(300), { minLength: 24, maxLength: 24 });
    fc.assert(
      fc.property(moment, zones, fc.array(moment, { maxLength: 30 }), clicks, (now, timeZone, taken, byHour) => {
        for (const slot of goodSlots({ now, timeZone, isQuiet: never }, taken, byHour, 5)) {
          const local = Temporal.Instant.fromEpochMilliseconds(slot.at.getTime()).toZonedDateTimeISO(timeZone);
          expect(local.dayOfWeek).toBeLessThanOrEqual(5);
          expect(local.hour).toBeGreaterThanOrEqual(9);
          expect(local.hour).toBeLessThan(17);
          expect(slot.at.getTime()).toBeGreaterThan(now.getTime());
          for (const one of taken) expect(Math.abs(one.getTime() - slot.at.getTime())).toBeGreaterThanOrEqual(apart);
          expect(whyWords(slot, timeZone)).toMatch(/^(because \d\d:\d\d|as )/);
        }
      }),
    );
  });
});

it('hours are all of the office day, whatever the clicks', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { maxLength: 24 }), (clicks) => {
      expect(hoursByWorth(clicks).hours.toSorted((left, right) => left - right)).toEqual([
        9, 10, 11, 12, 13, 14, 15, 16,
      ]);
    }),
  );
});
