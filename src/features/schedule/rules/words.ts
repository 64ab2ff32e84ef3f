import { dateWords, dayWords } from '../calendar/describe.ts';
import { dateOf } from '../calendar/local.ts';
import type { LocalSpan, Reason, ReasonBody } from './reason.ts';

/** Names of what reasons point to. */
export interface Names {
  readonly role: (id: string) => string;
  readonly qualification: (id: string) => string;
}

/** A reason in one short sentence: "Rest of 11 h: only 8 h after Mon 14:00–22:00". */
export function reasonWords(reason: Reason | ReasonBody, names: Names): string {
  switch (reason.rule) {
    case 'member':
      return memberWords(reason);
    case 'overlap':
      return `Works then already: ${spanWords(reason.other)}`;
    case 'knows_role':
      return `Does not know the role: ${names.role(reason.role)}`;
    case 'qualified':
      return qualifiedWords(reason, names.qualification(reason.qualification));
    case 'available':
      return `Not available ${spanWords(reason.without)}`;
    case 'time_off':
      return `Time off ${spanWords(reason.off)}`;
    case 'never_ranked':
      return `Ranked as never for ${names.role(reason.role)} on ${weekdayWords(reason.day)}`;
    case 'rest':
      return `Rest of ${hours(reason.limit)}: only ${hours(reason.actual)} ${reason.side} ${spanWords(reason.other)}`;
    case 'day_hours':
    case 'week_hours':
    case 'period_hours':
      return hoursWords(reason);
    case 'overtime':
      return overtimeWords(reason);
    case 'days_in_row':
      return `At most ${days(reason.limit)} in a row: it would be ${reason.actual} from ${shortDay(reason.from)}`;
    case 'days_off':
      return `At least ${days(reason.limit)} off in a row: only ${reason.actual} between ${shortDay(reason.from)} and ${shortDay(reason.until)}`;
    case 'weekends':
      return `At most ${many(reason.limit, 'weekend')} in a period: it would be ${reason.actual}`;
    case 'headcount':
      return `The shift has the ${reason.limit === 1 ? 'one person' : `${reason.limit} people`} it needs`;
    case 'holiday':
      return `Holiday: ${reason.name}`;
    case 'notice':
      return `Notice of ${days(reason.limit)}: ${noticeLeft(reason.actual)}`;
  }
}

/** Minutes as people say them: "8 h", "7 h 30 min", "45 min". */
export function hours(minutes: number): string {
  const [whole, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)];
  if (whole === 0) return rest === 0 ? '0 h' : `${rest} min`;
  return rest === 0 ? `${whole} h` : `${whole} h ${rest} min`;
}

/** "Mon 14:00–22:00", or with both days where they are days apart. */
function spanWords({ localStart, localEnd }: LocalSpan): string {
  const [from, until] = [localStart.slice(11), localEnd.slice(11)];
  const short = Date.parse(`${localEnd}Z`) - Date.parse(`${localStart}Z`) <= 86_400_000;
  const start = `${dayWords(localStart.slice(0, 10)).slice(0, 3)} ${from}`;
  if (short) return `${start}–${until}`;
  return `${dayWords(localStart.slice(0, 10))} ${from} to ${dayWords(localEnd.slice(0, 10))} ${until}`;
}

function memberWords({ why, day }: Extract<ReasonBody, { rule: 'member' }>): string {
  if (day === null || why === 'inactive') return 'Not an active member';
  return why === 'left' ? `Leaves after ${dateWords(dateOf(day))}` : `Begins to work here on ${dateWords(dateOf(day))}`;
}

function qualifiedWords(reason: Extract<ReasonBody, { rule: 'qualified' }>, name: string): string {
  const { condition, why, validUntil } = reason;
  const being = condition === 'must_be' || condition === 'must_not_be';
  if (why === 'held') return `${being ? 'Must not be' : 'Must not have'}: ${name}`;
  if (why === 'expired' && validUntil !== null)
    return `Expired: ${name} was valid until ${dateWords(dateOf(validUntil))}`;
  return `Not qualified: ${name}`;
}

function hoursWords(reason: Extract<ReasonBody, { rule: 'day_hours' | 'week_hours' | 'period_hours' }>): string {
  const unit = { day_hours: 'day', week_hours: 'week', period_hours: 'period' }[reason.rule];
  const when = unit === 'day' ? `on ${shortDay(reason.day)}` : `in the ${unit} of ${shortDay(reason.day)}`;
  const bound = reason.bound === 'max' ? 'At most' : 'At least';
  const be = reason.bound === 'max' ? 'it would be' : 'it would be only';
  return `${bound} ${hours(reason.limit)} a ${unit}: ${be} ${hours(reason.actual)} ${when}`;
}

function overtimeWords(reason: Extract<ReasonBody, { rule: 'overtime' }>): string {
  const { dayMinutes, weekMinutes, minutes, policy } = reason;
  const bounds = [
    dayMinutes === null ? [] : [`${hours(dayMinutes)} a day`],
    weekMinutes === null ? [] : [`${hours(weekMinutes)} a week`],
  ].flat();
  const what = `${hours(minutes)} of overtime beyond ${bounds.join(' or ')}`;
  return policy === 'never' ? `No overtime: ${what}` : `Overtime only if nobody else can: ${what}`;
}

function noticeLeft(actual: number): string {
  if (actual < 0) return 'the day is past';
  return actual === 0 ? 'it is today' : `only ${days(actual)} left`;
}

/** "Mon 2 Mar". */
function shortDay(day: number): string {
  return dayWords(dateOf(day)).slice(0, -5);
}

function weekdayWords(day: number): string {
  return `${dayWords(dateOf(day)).slice(0, 3)}days`.replace(/^(Tue)days$/, '$1sdays');
}

function days(count: number): string {
  return many(count, 'day');
}

function many(count: number, unit: string): string {
  return count === 1 ? `1 ${unit}` : `${count} ${unit}s`;
}
