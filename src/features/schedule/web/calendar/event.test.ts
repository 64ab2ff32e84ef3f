import { expect, test } from 'vitest';
import { changed } from '../../calendar/edit.ts';
import { localOf, wall } from '../../calendar/local.ts';
import { occurrences } from '../../calendar/occurrences.ts';
import type { Rule, Series } from '../../calendar/series.ts';
import { type CalendarEvent, changeTo, eventsOf } from './event.ts';
import { changeOf, type EventForm, formAt, formOf, freshOf, monthDays, scopesFor, withStart } from './event-form.ts';

interface Shift {
  readonly needs: number;
}
const daily: Rule = { repeat: { every: 'day', interval: 1 }, ends: { kind: 'never' } };
const early: Series<Shift> = {
  ...{ id: 's1', zone: 'Europe/Berlin', start: '2026-03-02T09:00', minutes: 480 },
  ...{ rule: daily, exceptions: [], colour: null, payload: { needs: 2 } },
};
const look = { title: () => 'Early', colour: () => 'teal', row: () => 'Early' };
const first = wall('2026-03-02T00:00');

function eventsIn(series: Series<Shift>, days = 7, from = first): readonly CalendarEvent<Shift>[] {
  const all = [...occurrences(series, from, from + days * 1440)];
  return eventsOf(all, [{ ...series, revision: 3, words: 'every day' }], look);
}
function event(series: Series<Shift> = early, on = series.start): CalendarEvent<Shift> {
  const found = eventsIn(series, 40).find((one) => one.on === on);
  if (found === undefined) throw new Error(`nothing on ${on}`);
  return found;
}

test('occurrences become events on the clock on the wall', () => {
  const [one] = eventsIn(early);
  expect(one).toMatchObject({ start: wall('2026-03-02T09:00'), end: wall('2026-03-02T17:00'), repeats: true });
  expect(eventsOf([...occurrences(early, first, first + 1440)], [], look)).toEqual([]);
});

test('a drag says by how much it moves and how long it is, and nothing when nothing changed', () => {
  const { start, end } = event();
  expect(changeTo(event(), { start, end })).toBeNull();
  expect(changeTo(event(), { start: start + 60, end: end + 60 })).toEqual({ moveBy: 60 });
  expect(changeTo(event(), { start, end: end + 60 })).toEqual({ minutes: 540 });
  expect(changeTo(event(), { start: start + 60, end })).toEqual({ moveBy: 60, minutes: 420 });
});

test('what stands in the skipped hour goes where it was put, though it is shown an hour later than it says', () => {
  const night: Series<Shift> = { ...early, start: '2026-03-28T02:30', minutes: 120 };
  const shown = eventsIn(night, 3, wall('2026-03-28T00:00')).find(({ on }) => on === '2026-03-29T02:30');
  if (shown === undefined) throw new Error('the occurrence of the short night is missing');
  expect(localOf(shown.start)).toBe('2026-03-29T03:30');
  const target = wall('2026-03-29T04:00');
  const change = changeTo(shown, { start: target, end: target + shown.end - shown.start });
  const edit = changed(night, shown.on, 'one', change ?? {}, 'tail');
  if (!edit.ok) throw new Error('refused');
  expect(eventsIn(edit.series[0] ?? night, 3, wall('2026-03-28T00:00')).map((one) => localOf(one.start))).toContain(
    '2026-03-29T04:00',
  );
});

test('a form that was only opened changes nothing, whatever its event repeats on', () => {
  const rules: readonly (Rule | null)[] = [
    null,
    daily,
    {
      repeat: { every: 'week', interval: 2, days: ['MO', 'WE'], weekStart: 'SU' },
      ends: { kind: 'on', date: '2026-09-01' },
    },
    { repeat: { every: 'month', interval: 1, on: { weekday: 'MO', nth: 1 } }, ends: { kind: 'after', count: 4 } },
    { repeat: { every: 'month', interval: 1, on: { day: -30 } }, ends: { kind: 'never' } },
  ];
  for (const rule of rules) {
    const one = event({ ...early, rule });
    expect(changeOf(formOf(one), one, 'MO')).toEqual({ ok: true, value: {} });
  }
});

test('each field changes what it names', () => {
  const one = event();
  const read = (change: Partial<EventForm<Shift>>) => changeOf({ ...formOf(one), ...change }, one, 'MO');
  expect(read({ endTime: '18:00' })).toEqual({ ok: true, value: { minutes: 540 } });
  expect(read({ colour: 'pink' })).toEqual({ ok: true, value: { colour: 'pink' } });
  expect(read({ payload: { needs: 3 } })).toEqual({ ok: true, value: { payload: { needs: 3 } } });
  expect(read({ every: 'never' })).toEqual({ ok: true, value: { repeat: null } });
  expect(read({ ends: 'after', count: 5 })).toEqual({ ok: true, value: { ends: { kind: 'after', count: 5 } } });
});

test('a form with an end before its beginning, or a week without days, says so at the field', () => {
  const one = event();
  expect(changeOf({ ...formOf(one), endTime: '08:00' }, one, 'MO')).toEqual({
    ok: false,
    problems: { end: 'It ends before it begins.' },
  });
  expect(freshOf({ ...formOf(one), every: 'week', weekdays: [] }, 'MO')).toEqual({
    ok: false,
    problems: { rule: 'Choose at least one day of the week.' },
  });
});

test('a weekly event that moves to another day leaves its rhythm to the calendar', () => {
  const weekly: Series<Shift> = {
    ...early,
    rule: { repeat: { every: 'week', interval: 1, days: ['MO'], weekStart: 'MO' }, ends: { kind: 'never' } },
  };
  const one = event(weekly);
  const moved = withStart(formOf(one), '2026-03-03', '10:00');
  expect(moved).toMatchObject({ endDay: '2026-03-03', endTime: '18:00', weekdays: ['TU'] });
  expect(changeOf(moved, one, 'MO')).toEqual({ ok: true, value: { moveBy: 1500 } });
});

test('a single occurrence can be moved, but not be told to repeat otherwise', () => {
  expect(scopesFor({ moveBy: 15 })).toEqual(['one', 'following', 'all']);
  expect(scopesFor({ repeat: null })).toEqual(['following', 'all']);
  expect(scopesFor({ ends: { kind: 'never' } })).toEqual(['following', 'all']);
});

test('a new event is sent as a series', () => {
  const form = { ...formAt(event(), { needs: 1 }), every: 'week' as const, interval: 2 };
  expect(freshOf(form, 'SU')).toEqual({
    ok: true,
    value: {
      ...{ start: '2026-03-02T09:00', minutes: 480, colour: null, payload: { needs: 1 } },
      rule: { repeat: { every: 'week', interval: 2, days: ['MO'], weekStart: 'SU' }, ends: { kind: 'never' } },
    },
  });
});

test('days of a month are offered as people say them', () => {
  expect(monthDays('2026-03-31').map(({ words }) => words)).toEqual([
    'on day 31',
    'on the fifth Tuesday',
    'on the last Tuesday',
    'on the last day',
  ]);
  expect(monthDays('2026-03-09').map(({ words }) => words)).toEqual(['on day 9', 'on the second Monday']);
});
