import { expect, test } from 'vitest';
import { dayOfDate, wall } from '../../calendar/local.ts';
import type { ShownEvent } from './event.ts';
import { formAt } from './event-form.ts';
import { linesOf } from './month-grid.tsx';
import { lengthWords, withEnd } from './time-fields.tsx';

const start = wall('2026-03-02T22:00');
const night = formAt({ start, end: start + 60 }, null);

test('an end that is typed before the beginning is meant for the next day, and back', () => {
  const over = withEnd(night, '06:00');
  expect(over).toMatchObject({ endDay: '2026-03-03', endTime: '06:00' });
  expect(withEnd(over, '23:30')).toMatchObject({ endDay: '2026-03-02', endTime: '23:30' });
  expect(withEnd({ ...night, endDay: '2026-03-09' }, '06:00').endDay).toBe('2026-03-09');
});

test('lengths are said in hours and minutes', () => {
  expect([480, 450, 15].map(lengthWords)).toEqual(['8 h', '7 h 30 min', '15 min']);
});

test('a day of a month has four lines; of more events the last line says how many', () => {
  const events = (count: number): readonly ShownEvent[] =>
    Array.from({ length: count }, (_, index) => ({
      ...{ key: `${index}`, title: 'Shift', colour: 'teal', repeats: false, changed: false, row: 'Shift' },
      ...{ start: start + index, end: start + index + 60 },
    }));
  const first = dayOfDate('2026-03-02') ?? 0;
  expect(linesOf(events(4), first, 7).more).toEqual([]);
  const crowded = linesOf(events(6), first, 7);
  expect(crowded.shown.map(({ line }) => line)).toEqual([0, 1, 2]);
  expect(crowded.more).toEqual([{ day: first, count: 3 }]);
});
