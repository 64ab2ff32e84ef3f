import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Due, forecast } from './forecast.ts';
import { noPace, type Pace } from './pace.ts';
import { firstUnquiet, localAt, quietReason, quietSpan } from './quiet-time.ts';

const zone = 'Europe/Lisbon';
const nights = { from: '22:00', until: '07:00' };
const paced = (pace: Partial<Pace>): Pace => ({ ...noPace, ...pace });
/** Lisbon's clock; an hour ahead of UTC from 29 March to 25 October 2026. */
const at = (text: string, offset = '+01:00') => new Date(`${text}:00${offset}`);
const wall = (moment: Date, timeZone = zone) =>
  moment.toLocaleString('en-GB', { timeZone, weekday: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' });
const goes = (now: string, due: string, pace: Partial<Pace>, sent: readonly Date[] = []) => {
  const queue = [{ id: 'a', at: at(due), anyway: false }];
  const [slot] = forecast({ pace: paced(pace), timeZone: zone, now: at(now), sent, queue });
  return slot && `${wall(slot.at)} ${slot.reason ?? 'as planned'}`;
};

describe('quiet time', () => {
  it.each([
    ['before the hours', '2026-05-05T21:59', 'Tue 5, 21:59 as planned'],
    ['as they begin', '2026-05-05T22:00', 'Wed 6, 07:00 quiet_hours'],
    ['past midnight', '2026-05-06T03:00', 'Wed 6, 07:00 quiet_hours'],
    ['as they end', '2026-05-06T07:00', 'Wed 6, 07:00 as planned'],
    ['at a night before a quiet day', '2026-05-08T23:00', 'Mon 11, 07:00 quiet_hours'],
    ['on a quiet day', '2026-05-09T12:00', 'Mon 11, 07:00 quiet_day'],
  ])('%s', (_name, due, expected) => {
    expect(goes('2026-05-05T08:00', due, { quietHours: nights, quietDays: [6, 7] })).toBe(expected);
  });

  it('counts from now where its time has passed', () => {
    const quiet = { quietHours: { from: '12:00', until: '14:00' } };
    expect(goes('2026-05-05T13:00', '2026-05-05T09:00', quiet)).toBe('Tue 5, 14:00 quiet_hours');
    expect(goes('2026-05-05T15:00', '2026-05-05T13:00', quiet)).toBe('Tue 5, 15:00 as planned');
  });

  it('ends as the clocks go forward where the hour of its end is skipped', () => {
    const quietHours = { from: '00:30', until: '01:30' };
    const found = firstUnquiet(localAt(new Date('2026-03-29T00:45:00Z'), zone), paced({ quietHours }));
    expect(found.toInstant().toString()).toBe('2026-03-29T01:00:00Z');
  });

  it('comes twice where the clocks go back through it', () => {
    const quietHours = { from: '01:30', until: '01:45' };
    const twice = ['2026-10-25T00:35:00Z', '2026-10-25T01:35:00Z'];
    const ends = twice.map((moment) => firstUnquiet(localAt(new Date(moment), zone), paced({ quietHours })));
    expect(ends.map((end) => end.toInstant().toString())).toEqual(['2026-10-25T00:45:00Z', '2026-10-25T01:45:00Z']);
  });

  it.each([
    ['an evening', '2026-05-05T23:30', 'Tue 5, 22:00', 'Wed 6, 07:00'],
    ['its first moment', '2026-05-05T22:00', 'Tue 5, 22:00', 'Wed 6, 07:00'],
    ['the hours after midnight', '2026-05-06T03:00', 'Tue 5, 22:00', 'Wed 6, 07:00'],
    ['a weekend between two nights', '2026-05-10T12:00', 'Fri 8, 22:00', 'Mon 11, 07:00'],
  ])('is known from its beginning to its end: %s', (_name, moment, from, to) => {
    const span = quietSpan(localAt(at(moment), zone), paced({ quietHours: nights, quietDays: [6, 7] }));
    expect(span && [span.from, span.to].map((end) => wall(new Date(end.epochMilliseconds)))).toEqual([from, to]);
    expect(quietSpan(localAt(at('2026-05-06T12:00'), zone), paced({ quietHours: nights }))).toBeNull();
  });

  it('is quiet from its beginning, and not before, on days of a clock change too', () => {
    const hours = fc.record({ from: fc.integer({ min: 0, max: 95 }), until: fc.integer({ min: 0, max: 95 }) });
    const midnight = Temporal.PlainTime.from('00:00');
    const clock = (quarter: number) =>
      midnight
        .add({ minutes: quarter * 15 })
        .toString()
        .slice(0, 5);
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 });
    const moments = fc.integer({ min: Date.parse('2026-03-20T00:00Z'), max: Date.parse('2026-11-10T00:00Z') });
    fc.assert(
      fc.property(hours, days, moments, ({ from, until }, quietDays, moment) => {
        fc.pre(from !== until);
        const quiet = { quietHours: { from: clock(from), until: clock(until) }, quietDays };
        const span = quietSpan(localAt(new Date(moment), zone), quiet);
        if (span === null) return;
        expect(quietReason(span.from, quiet)).not.toBeNull();
        expect(quietReason(span.from.subtract({ milliseconds: 1 }), quiet)).toBeNull();
        expect(firstUnquiet(span.from, quiet).epochMilliseconds).toBe(span.to.epochMilliseconds);
        expect(span.from.epochMilliseconds).toBeLessThanOrEqual(moment);
      }),
      { numRuns: 200 },
    );
  });

  it('goes by UTC where the zone is not known', () => {
    expect(localAt(new Date('2026-05-05T12:00:00Z'), '').timeZoneId).toBe('UTC');
    expect(localAt(new Date('2026-05-05T12:00:00Z'), 'Mars/Olympus').hour).toBe(12);
  });
});

describe('caps', () => {
  const morning = at('2026-05-05T08:00');

  it('count a day from midnight to midnight of the organisation', () => {
    const sent = [at('2026-05-05T00:05'), at('2026-05-04T23:55')];
    expect(goes('2026-05-05T09:00', '2026-05-05T09:00', { perDay: 2 }, sent)).toBe('Tue 5, 09:00 as planned');
    expect(goes('2026-05-05T09:00', '2026-05-05T09:00', { perDay: 1 }, sent)).toBe('Wed 6, 00:00 day_full');
  });

  it('count a week from Monday, and wait for the end of quiet time after it', () => {
    const sent = [at('2026-05-04T09:00'), at('2026-05-05T07:00')];
    const pace = { perWeek: 2, quietHours: nights };
    expect(goes('2026-05-05T09:00', '2026-05-05T09:00', pace, sent)).toBe('Mon 11, 07:00 week_full');
    const lastWeek = [at('2026-05-03T23:59'), at('2026-05-05T07:00')];
    expect(goes('2026-05-05T09:00', '2026-05-05T09:00', pace, lastWeek)).toBe('Tue 5, 09:00 as planned');
  });

  it('let the first due go first, and say which place the others have', () => {
    const due = (id: string, hour: number, anyway = false) => ({
      ...{ id, anyway },
      at: at(`2026-05-05T${String(hour).padStart(2, '0')}:00`),
    });
    const queue = [due('late', 17), due('early', 9), due('now', 14, true), due('noon', 12)];
    const slots = forecast({ pace: paced({ perDay: 1 }), timeZone: zone, now: morning, sent: [], queue });
    expect(slots.map(({ id, at: moment, place }) => `${id} ${wall(moment)} ${place}`)).toEqual([
      'early Tue 5, 09:00 0',
      'noon Wed 6, 00:00 1',
      'now Tue 5, 14:00 0',
      'late Thu 7, 00:00 2',
    ]);
  });

  it('keep the order of what goes at the same moment', () => {
    const queue = ['c', 'a', 'b'].map((id) => ({ id, at: at('2026-05-05T23:00'), anyway: false }));
    const slots = forecast({ pace: paced({ quietHours: nights }), timeZone: zone, now: morning, sent: [], queue });
    expect(slots.map(({ id, behind }) => `${id} ${behind}`)).toEqual(['a 0', 'b 1', 'c 2']);
  });
});

/** Around the clock changes of several zones, one of them by half an hour and one at midnight. */
const zones = fc.constantFrom(zone, 'America/New_York', 'Australia/Lord_Howe', 'Africa/Cairo', 'Asia/Kathmandu', 'UTC');
const starts = fc.constantFrom('2026-03-06', '2026-03-27', '2026-04-03', '2026-04-22', '2026-10-23', '2026-10-30');
const moments = starts.chain((day) =>
  fc.integer({ min: 0, max: 6 * 24 * 12 }).map((fives) => new Date(Date.parse(`${day}T00:00:00Z`) + fives * 300_000)),
);
const clock = fc.integer({ min: 0, max: 95 }).map((quarter) => {
  const parts = [Math.floor(quarter / 4), (quarter % 4) * 15];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
});
const hours = fc.record({ from: clock, until: clock }).filter(({ from, until }) => from !== until);
const paces: fc.Arbitrary<Pace> = fc.record({
  quietHours: fc.option(hours),
  quietDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }),
  perDay: fc.option(fc.integer({ min: 1, max: 3 })),
  perWeek: fc.option(fc.integer({ min: 1, max: 5 })),
});
const queues = fc
  .array(fc.record({ at: moments, anyway: fc.boolean() }), { maxLength: 12 })
  .map((queue) => queue.map((due, index): Due => ({ id: String(index).padStart(2, '0'), ...due })));
const channels = fc.record({ pace: paces, timeZone: zones, now: moments, queue: queues });

describe('whatever the pace, the zone and the queue', () => {
  it('nothing that is held goes in quiet time, nor before its time, nor in the past', () => {
    fc.assert(
      fc.property(channels, fc.array(moments, { maxLength: 6 }), (channel, sent) => {
        const slots = forecast({ ...channel, sent });
        expect(slots).toHaveLength(channel.queue.length);
        for (const slot of slots) {
          const due = channel.queue.find(({ id }) => id === slot.id);
          const from = Math.max(due?.at.getTime() ?? 0, channel.now.getTime());
          expect(slot.at.getTime()).toBeGreaterThanOrEqual(from);
          if (due?.anyway) expect([slot.at.getTime(), slot.reason]).toEqual([from, null]);
          else expect(quietReason(localAt(slot.at, channel.timeZone), channel.pace)).toBeNull();
        }
      }),
      { numRuns: 300 },
    );
  });

  it('no day or week gets more than its cap, but by what goes anyway or was posted before', () => {
    fc.assert(
      fc.property(channels, fc.array(moments, { maxLength: 6 }), (channel, sent) => {
        const { pace, timeZone, queue } = channel;
        const goesAnyway = new Set(queue.filter(({ anyway }) => anyway).map(({ id }) => id));
        const day = (moment: Date) => localAt(moment, timeZone).toPlainDate();
        const keys = {
          perDay: (moment: Date) => day(moment).toString(),
          perWeek: (moment: Date) =>
            day(moment)
              .subtract({ days: day(moment).dayOfWeek - 1 })
              .toString(),
        };
        const slots = forecast({ ...channel, sent });
        for (const [name, key] of Object.entries(keys) as ['perDay' | 'perWeek', (moment: Date) => string][]) {
          const cap = pace[name];
          if (cap === null) continue;
          for (const [, own] of Map.groupBy(slots, (slot) => key(slot.at))) {
            const held = own.filter(({ id }) => !goesAnyway.has(id));
            const before = sent.filter((moment) => key(moment) === key(own[0]?.at ?? moment)).length;
            expect(held.length).toBeLessThanOrEqual(Math.max(0, cap - before));
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('whoever was due first goes first', () => {
    fc.assert(
      fc.property(channels, (channel) => {
        const goesAnyway = new Set(channel.queue.filter(({ anyway }) => anyway).map(({ id }) => id));
        const times = forecast({ ...channel, sent: [] })
          .filter(({ id }) => !goesAnyway.has(id))
          .map((slot) => slot.at.getTime());
        expect(times).toEqual(times.toSorted((left, right) => left - right));
      }),
      { numRuns: 300 },
    );
  });

  it('nothing waits longer than it has to: a moment before its slot, it could not have gone', () => {
    fc.assert(
      fc.property(fc.record({ pace: paces, timeZone: zones, now: moments }), moments, (channel, due) => {
        const pace = { ...channel.pace, perDay: null, perWeek: null };
        const [slot] = forecast({ ...channel, pace, sent: [], queue: [{ id: 'a', at: due, anyway: false }] });
        if (slot === undefined || slot.reason === null) return;
        const before = localAt(new Date(slot.at.getTime() - 60_000), channel.timeZone);
        const from = Math.max(due.getTime(), channel.now.getTime());
        if (before.epochMilliseconds >= from) expect(quietReason(before, pace)).not.toBeNull();
      }),
      { numRuns: 300 },
    );
  });
});
