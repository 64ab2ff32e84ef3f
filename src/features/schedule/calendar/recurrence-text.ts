import { dayMinutes, dayOfDate, localOf, minuteOfDay, wall } from './local.ts';
import type { Exception, Repeat, Rule, Series } from './series.ts';
import { clockOf } from './zone.ts';

/** A series as it is stored: lines of RFC 5545, and those exceptions that they can't tell. */
export interface Written<Payload> {
  /** DTSTART, DURATION, RRULE, EXDATE and RDATE, a line each, not folded. */
  readonly recurrence: string;
  /** Changed occurrences, and added ones with a colour or payload of their own. */
  readonly apart: readonly Exception<Payload>[];
}

/**
 * A series in the text of RFC 5545 (sections 3.3.10 and 3.8.5). `readRecurrence` reads it back. DURATION stands for the
 * length on the clock on the wall; who makes calendars for others writes each occurrence's own end.
 */
export function written<Payload>(series: Series<Payload>): Written<Payload> {
  const { zone, start, minutes, rule, exceptions } = series;
  const isTold = (one: Exception<Payload>) =>
    one.kind === 'added' && one.colour === undefined && one.payload === undefined;
  const removed = exceptions.filter((one) => one.kind === 'removed').map(({ on }) => basic(on));
  const [plain, own]: [string[], string[]] = [[], []];
  for (const one of exceptions) {
    if (one.kind !== 'added' || !isTold(one)) continue;
    if (one.minutes === undefined) plain.push(basic(one.on));
    else own.push(`${basic(one.on)}/${durationText(one.minutes)}`);
  }
  const lines = [
    `DTSTART;TZID=${zone}:${basic(start)}`,
    `DURATION:${durationText(minutes)}`,
    ...(rule === null ? [] : [`RRULE:${ruleText(rule, series)}`]),
    ...(removed.length === 0 ? [] : [`EXDATE;TZID=${zone}:${removed.join(',')}`]),
    ...(plain.length === 0 ? [] : [`RDATE;TZID=${zone}:${plain.join(',')}`]),
    ...(own.length === 0 ? [] : [`RDATE;VALUE=PERIOD;TZID=${zone}:${own.join(',')}`]),
  ];
  return {
    recurrence: lines.join('\n'),
    apart: exceptions.filter((one) => one.kind === 'changed' || (one.kind === 'added' && !isTold(one))),
  };
}

/** The value of an RRULE. UNTIL is an instant: that of an occurrence on the last day, as RFC 5545 asks for. */
function ruleText({ repeat, ends }: Rule, { zone, start }: Pick<Series, 'zone' | 'start'>): string {
  const parts = [...repeatParts(repeat)];
  if (repeat.interval > 1) parts.splice(1, 0, `INTERVAL=${repeat.interval}`);
  if (ends.kind === 'after') parts.push(`COUNT=${ends.count}`);
  if (ends.kind === 'on') {
    const last = (dayOfDate(ends.date) ?? 0) * dayMinutes + minuteOfDay(wall(start));
    parts.push(`UNTIL=${basic(localOf(clockOf(zone).toEpoch(last)))}Z`);
  }
  return parts.join(';');
}

function repeatParts(repeat: Repeat): readonly string[] {
  if (repeat.every === 'day') return ['FREQ=DAILY'];
  if (repeat.every === 'week') return ['FREQ=WEEKLY', `BYDAY=${repeat.days.join(',')}`, `WKST=${repeat.weekStart}`];
  const { on } = repeat;
  return ['FREQ=MONTHLY', 'day' in on ? `BYMONTHDAY=${on.day}` : `BYDAY=${on.nth}${on.weekday}`];
}

/** `20260302T090000` for `2026-03-02T09:00`. */
function basic(local: string): string {
  return `${local.replaceAll(/[-:]/g, '')}00`;
}

function durationText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `PT${hours > 0 ? `${hours}H` : ''}${rest > 0 || hours === 0 ? `${rest}M` : ''}`;
}
