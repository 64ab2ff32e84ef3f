import type { Person, RuleContext } from './candidate.ts';
import type { ReasonRule } from './reason.ts';
import type { Rule } from './rule.ts';
import type { Shift } from './shift.ts';

/**
 * Which rules a shift would break, found the long way: from instants and Temporal alone, quarter of an hour by quarter of
 * an hour. Shares no code with the rules, which are tested against it. Knows weeks from Monday, weekends of Saturday and
 * Sunday, and periods of two weeks from 2 March 2026.
 */
export function broken(
  person: Person,
  assigned: readonly Shift[],
  shift: Shift,
  context: RuleContext,
): Set<ReasonRule> {
  const found = new Set<ReasonRule>();
  const day = dayOf(shift);
  if (!person.isActive || day < (person.joins ?? day) || day > (person.leaves ?? day)) found.add('member');
  if (assigned.some((one) => one.start < shift.end && shift.start < one.end)) found.add('overlap');
  for (const rule of person.rules) if (isBroken(rule, person, assigned, shift, context)) found.add(rule.kind);
  return found;
}

function isBroken(rule: Rule, person: Person, assigned: readonly Shift[], shift: Shift, context: RuleContext): boolean {
  const all = [...assigned, shift];
  const day = dayOf(shift);
  switch (rule.kind) {
    case 'knows_role':
      return !person.roles.has(shift.role);
    case 'qualified':
      return (
        shift.role === 'bar' &&
        !(person.qualifications.has('licence') && (person.qualifications.get('licence') ?? day) >= day)
      );
    case 'available':
      return (
        person.available !== null &&
        quarters(shift).some((at) => !person.available?.some((one) => one.start <= at && at < one.end))
      );
    case 'time_off':
      return quarters(shift).some((at) => person.timeOff.some((one) => one.start <= at && at < one.end));
    case 'never_ranked': {
      const mine = person.ranks.filter((one) => one.role === shift.role);
      const exact = mine.filter((one) => one.weekday === zoned(shift.start).dayOfWeek - 1);
      return (exact[0] ?? mine.filter((one) => one.weekday === null)[0])?.rank === 0;
    }
    case 'headcount':
      return context.taken(shift.id) + 1 > shift.needs;
    case 'holiday':
      return context.holidays.some((one) => one.day === day && (one.location ?? shift.location) === shift.location);
    case 'notice':
      return !context.voluntary && context.today !== null && day - context.today < rule.days;
    case 'rest':
      return assigned.some((one) => {
        const gap = one.end <= shift.start ? shift.start - one.end : one.start - shift.end;
        return gap >= 0 && gap < rule.minutes && (rule.sameDay || dayOf(one) !== day);
      });
    case 'day_hours': {
      const sum = sumOf(all.filter((one) => dayOf(one) === day).flatMap(worked));
      return sum > (rule.max ?? sum) || sum < (rule.min ?? sum);
    }
    case 'week_hours':
      return buckets(all, shift, 7).some((sum) => sum > (rule.max ?? sum));
    case 'period_hours':
      return buckets(all, shift, 14).some((sum) => sum > (rule.max ?? sum));
    case 'overtime':
      return rule.policy !== 'free' && overtime(all, rule) > overtime(assigned, rule);
    default:
      return isBrokenByDays(rule, assigned, day);
  }
}

function isBrokenByDays(rule: Rule, assigned: readonly Shift[], day: number): boolean {
  const days = [...new Set([...assigned.map(dayOf), day])].sort((one, other) => one - other);
  if (rule.kind === 'days_off')
    return days.some((one, index) => {
      const next = days[index + 1] ?? one;
      return (one === day || next === day) && next - one > 1 && next - one - 1 < rule.min;
    });
  if (rule.kind === 'days_in_row')
    return days.some((first) => {
      const row = Array.from({ length: rule.max + 1 }, (_, index) => first + index);
      return row.includes(day) && row.every((one) => days.includes(one));
    });
  if (rule.kind !== 'weekends') return false;
  const saturday = (one: number) => (weekdayOf(one) === 6 ? one : weekdayOf(one) === 7 ? one - 1 : null);
  const mine = saturday(day);
  if (mine === null) return false;
  const weekends = new Set(days.map(saturday).filter((one) => one !== null && bucket(one, 14) === bucket(mine, 14)));
  return weekends.size > rule.max;
}

function zoned(minute: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(minute * 60_000).toZonedDateTimeISO('Europe/Lisbon');
}

const epochDay = Temporal.PlainDate.from('1970-01-01');
const known = new Map<number, number>();

/** The local day of a minute. Remembered, as Temporal takes its time. */
function dayAt(minute: number): number {
  const day = known.get(minute) ?? epochDay.until(zoned(minute).toPlainDate()).days;
  known.set(minute, day);
  return day;
}

function dayOf(shift: Shift): number {
  return dayAt(shift.start);
}

function weekdayOf(day: number): number {
  return epochDay.add({ days: day }).dayOfWeek;
}

function quarters({ start, end }: Shift): readonly number[] {
  return Array.from({ length: (end - start) / 15 }, (_, index) => start + index * 15);
}

/** Minutes worked by local day, the break taken off the day with most. */
function byDay(shift: Shift): Map<number, number> {
  const days = new Map<number, number>();
  for (const at of quarters(shift)) days.set(dayAt(at), (days.get(dayAt(at)) ?? 0) + 15);
  const [most = 0] = [...days].sort((one, other) => other[1] - one[1] || one[0] - other[0])[0] ?? [];
  days.set(most, Math.max(0, (days.get(most) ?? 0) - shift.breakMinutes));
  return days;
}

function worked(shift: Shift): readonly number[] {
  return [...byDay(shift).values()];
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

/** Which week or fortnight since 2 March 2026. */
function bucket(day: number, length: number): number {
  return Math.floor((day - epochDay.until('2026-03-02').days) / length);
}

/** Sums of the weeks or fortnights that a shift touches. */
function buckets(all: readonly Shift[], shift: Shift, length: number): readonly number[] {
  const touched = new Set([...byDay(shift).keys()].map((day) => bucket(day, length)));
  return [...touched].map((one) =>
    sumOf(
      all.flatMap((other) =>
        [...byDay(other)].filter(([day]) => bucket(day, length) === one).map(([, minutes]) => minutes),
      ),
    ),
  );
}

function overtime(all: readonly Shift[], rule: Extract<Rule, { kind: 'overtime' }>): number {
  const weeks = new Set(all.flatMap((one) => [...byDay(one).keys()].map((day) => bucket(day, 7))));
  return sumOf(
    [...weeks].map((week) => {
      const days = new Set(all.map(dayOf).filter((day) => bucket(day, 7) === week));
      const ofDay = (day: number) => sumOf(all.filter((one) => dayOf(one) === day).flatMap(worked));
      const byDays =
        rule.dayMinutes === null ? 0 : sumOf([...days].map((day) => Math.max(0, ofDay(day) - (rule.dayMinutes ?? 0))));
      const sum = sumOf(
        all.flatMap((one) => [...byDay(one)].filter(([day]) => bucket(day, 7) === week).map(([, minutes]) => minutes)),
      );
      return Math.max(byDays, rule.weekMinutes === null ? 0 : Math.max(0, sum - rule.weekMinutes));
    }),
  );
}
