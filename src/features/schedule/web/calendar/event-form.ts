import type { Change, Scope } from '../../calendar/change.ts';
import {
  calendarDate,
  dayOf,
  dayOfDate,
  localOf,
  type Weekday,
  wallOf,
  weekdayNames,
  weekdayOf,
} from '../../calendar/local.ts';
import { lengthBetween, ruleProblems } from '../../calendar/problems.ts';
import type { Ending, MonthDay, Repeat, Rule } from '../../calendar/series.ts';
import { type CalendarEvent, moveTo } from './event.ts';
import type { WallSpan } from './wall-span.ts';

/** The fields of the window in which an event is made or changed. */
export interface EventForm<Payload> {
  readonly startDay: string;
  readonly startTime: string;
  readonly endDay: string;
  readonly endTime: string;
  readonly every: 'never' | Repeat['every'];
  readonly interval: number;
  readonly weekdays: readonly Weekday[];
  /** A {@link MonthDay} as text. */
  readonly monthDay: string;
  readonly ends: Ending['kind'];
  readonly count: number;
  readonly until: string;
  readonly colour: string | null;
  readonly payload: Payload;
}

/** What a form makes of itself, or what has to be mended, by field. */
export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: Readonly<Record<string, string>> };

/** A new event at a span that somebody chose. */
export function formAt<Payload>(span: WallSpan, payload: Payload): EventForm<Payload> {
  const day = dayOf(span.start);
  return {
    ...timesOf(span),
    every: 'never',
    interval: 1,
    weekdays: [weekdayOf(day)],
    monthDay: JSON.stringify({ day: calendarDate(day).day }),
    ends: 'never',
    count: 10,
    until: localOf(span.start).slice(0, 10),
    colour: null,
    payload,
  };
}

/** An event that is there. */
export function formOf<Payload>(event: CalendarEvent<Payload>): EventForm<Payload> {
  const first = formAt(event, event.payload);
  const { rule } = event.series;
  const form = { ...first, colour: event.ownColour };
  if (rule === null) return form;
  const { repeat, ends } = rule;
  return {
    ...form,
    every: repeat.every,
    interval: repeat.interval,
    ...(repeat.every === 'week' ? { weekdays: repeat.days } : {}),
    ...(repeat.every === 'month' ? { monthDay: JSON.stringify(repeat.on) } : {}),
    ends: ends.kind,
    ...(ends.kind === 'after' ? { count: ends.count } : {}),
    ...(ends.kind === 'on' ? { until: ends.date } : {}),
  };
}

/** A form whose beginning was moved: its end keeps the distance, and what it repeats on follows the day. */
export function withStart<Payload>(form: EventForm<Payload>, day: string, time: string): EventForm<Payload> {
  const [was, is] = [wallOf(`${form.startDay}T${form.startTime}`), wallOf(`${day}T${time}`)];
  const end = wallOf(`${form.endDay}T${form.endTime}`);
  const moved = { ...form, startDay: day, startTime: time };
  if (was === null || is === null || end === null) return moved;
  const { endDay, endTime } = timesOf({ start: is, end: end + is - was });
  const days = form.weekdays.length === 1 && form.weekdays[0] === weekdayOf(dayOf(was));
  return {
    ...moved,
    endDay,
    endTime,
    ...(days ? { weekdays: [weekdayOf(dayOf(is))] } : {}),
    ...(dayOf(was) === dayOf(is) ? {} : { monthDay: JSON.stringify({ day: calendarDate(dayOf(is)).day }) }),
    until: form.until < day ? day : form.until,
  };
}

/** The days of a month on which something that begins on a date may repeat, with the words for them. */
export function monthDays(date: string): readonly { readonly value: MonthDay; readonly words: string }[] {
  const day = dayOfDate(date);
  if (day === null) return [];
  const { day: of, length } = calendarDate(day);
  const weekday = weekdayOf(day);
  const name = weekdayNames[weekday];
  const nth = Math.ceil(of / 7);
  return [
    { value: { day: of }, words: `on day ${of}` },
    { value: { weekday, nth }, words: `on the ${ordinals[nth - 1]} ${name}` },
    ...(of > length - 7 ? [{ value: { weekday, nth: -1 }, words: `on the last ${name}` }] : []),
    ...(of === length ? [{ value: { day: -1 }, words: 'on the last day' }] : []),
  ];
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'];

/** The recurrence that a form asks for; null where it does not repeat. */
export function ruleOf<Payload>(form: EventForm<Payload>, weekStart: Weekday): Rule | null {
  const repeat = repeatOf(form, weekStart);
  return repeat && { repeat, ends: endingOf(form) };
}

/** What a new event sends to the server. */
export interface FreshSeries<Payload> {
  readonly start: string;
  readonly minutes: number;
  readonly rule: Rule | null;
  readonly colour: string | null;
  readonly payload: Payload;
}

/** The series that a form describes. */
export function freshOf<Payload>(form: EventForm<Payload>, weekStart: Weekday): Read<FreshSeries<Payload>> {
  const checked = lengthOf(form, ruleOf(form, weekStart));
  if (!checked.ok) return checked;
  const rule = ruleOf(form, weekStart);
  const { colour, payload } = form;
  return {
    ok: true,
    value: { start: `${form.startDay}T${form.startTime}`, minutes: checked.value, rule, colour, payload },
  };
}

/** What differs between a form and the event that it was opened for. */
export function changeOf<Payload>(
  form: EventForm<Payload>,
  event: CalendarEvent<Payload>,
  weekStart: Weekday,
): Read<Change<Payload>> {
  const was = formOf(event);
  const start = event.series.rule?.repeat;
  const rule = ruleOf(form, start?.every === 'week' ? start.weekStart : weekStart);
  const checked = lengthOf(form, rule);
  if (!checked.ok) return checked;
  const from = wallOf(`${form.startDay}T${form.startTime}`) ?? event.start;
  const repeats = JSON.stringify(rule?.repeat ?? null) !== JSON.stringify(event.series.rule?.repeat ?? null);
  const ends = rule !== null && JSON.stringify(rule.ends) !== JSON.stringify(event.series.rule?.ends ?? null);
  return {
    ok: true,
    value: {
      ...(from === event.start ? {} : { moveBy: moveTo(event, from) }),
      ...(checked.value === event.end - event.start ? {} : { minutes: checked.value }),
      ...(repeats && !follows(form, was) ? { repeat: rule?.repeat ?? null } : {}),
      ...(ends ? { ends: rule.ends } : {}),
      ...(form.colour === was.colour ? {} : { colour: form.colour }),
      ...(JSON.stringify(form.payload) === JSON.stringify(was.payload) ? {} : { payload: form.payload }),
    },
  };
}

/** Which of "this", "this and following" and "all" a change can be meant for: a single one does not repeat. */
export function scopesFor<Payload>(change: Change<Payload>): readonly Scope[] {
  return change.repeat === undefined && change.ends === undefined ? ['one', 'following', 'all'] : ['following', 'all'];
}

/** Whether the repetition differs only because the beginning moved, in which case the calendar moves it along by itself. */
function follows<Payload>(form: EventForm<Payload>, was: EventForm<Payload>): boolean {
  const moved = withStart(was, form.startDay, form.startTime);
  const same = (one: EventForm<Payload>) => JSON.stringify([one.every, one.interval, one.weekdays, one.monthDay]);
  return form.startDay !== was.startDay && same(moved) === same(form);
}

function repeatOf<Payload>(form: EventForm<Payload>, weekStart: Weekday): Repeat | null {
  const { every, interval } = form;
  if (every === 'never') return null;
  if (every === 'day') return { every, interval };
  if (every === 'week') return { every, interval, days: form.weekdays, weekStart };
  const known = monthDays(form.startDay).find(({ value }) => JSON.stringify(value) === form.monthDay);
  return { every, interval, on: known?.value ?? monthDayOf(form.monthDay) };
}

/** Reads a day of the month back from the text of a choice that {@link formOf} or {@link monthDays} made. */
function monthDayOf(text: string): MonthDay {
  return JSON.parse(text) as MonthDay;
}

function endingOf<Payload>({ ends, count, until }: EventForm<Payload>): Ending {
  if (ends === 'after') return { kind: 'after', count };
  return ends === 'on' ? { kind: 'on', date: until } : { kind: 'never' };
}

function lengthOf<Payload>(form: EventForm<Payload>, rule: Rule | null): Read<number> {
  const start = `${form.startDay}T${form.startTime}`;
  const length = lengthBetween(start, `${form.endDay}T${form.endTime}`);
  const found = [
    ...('problem' in length ? [length.problem] : []),
    ...(rule === null ? [] : ruleProblems(rule, wallOf(start))),
  ];
  if (found.length > 0 || 'problem' in length)
    return { ok: false, problems: Object.fromEntries(found.map(({ field, sentence }) => [field, sentence])) };
  return { ok: true, value: length.minutes };
}

function timesOf({ start, end }: WallSpan): Pick<EventForm<unknown>, 'startDay' | 'startTime' | 'endDay' | 'endTime'> {
  const [from, until] = [localOf(start), localOf(end)];
  return {
    ...{ startDay: from.slice(0, 10), startTime: from.slice(11) },
    ...{ endDay: until.slice(0, 10), endTime: until.slice(11) },
  };
}
