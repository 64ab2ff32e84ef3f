import type { Condition, Force } from './rule.ts';

/** Another shift of the same person, as words need it. */
export interface OtherShift {
  readonly shiftId: string;
  readonly localStart: string;
  readonly localEnd: string;
}

/** Local times of a stretch of time. */
export interface LocalSpan {
  readonly localStart: string;
  readonly localEnd: string;
}

/** Minutes: the bound, what it would be with the shift, and how much of what is too much (or lacks) the shift adds. */
interface Bounded {
  readonly limit: number;
  readonly actual: number;
  readonly added: number;
}

/** Why a person may not, or should not, with the figures. Days are counted since 1970-01-01. */
export type ReasonBody =
  | { readonly rule: 'member'; readonly why: 'inactive' | 'not_yet' | 'left'; readonly day: number | null }
  | { readonly rule: 'overlap'; readonly other: OtherShift }
  | { readonly rule: 'knows_role'; readonly role: string }
  | {
      readonly rule: 'qualified';
      readonly qualification: string;
      readonly condition: Condition;
      readonly why: 'missing' | 'expired' | 'held';
      /** The last day on which it was valid, if it expired. */
      readonly validUntil: number | null;
    }
  | { readonly rule: 'available'; readonly without: LocalSpan; readonly minutes: number }
  | { readonly rule: 'time_off'; readonly off: LocalSpan }
  | { readonly rule: 'never_ranked'; readonly role: string; readonly day: number }
  | {
      readonly rule: 'rest';
      readonly limit: number;
      readonly actual: number;
      readonly side: 'after' | 'before';
      readonly other: OtherShift;
    }
  | ({
      readonly rule: 'day_hours' | 'week_hours' | 'period_hours';
      readonly bound: 'min' | 'max';
      /** The day, or the first of the week or period. */
      readonly day: number;
    } & Bounded)
  | {
      readonly rule: 'overtime';
      readonly policy: 'never' | 'last_resort';
      /** Minutes of overtime that the shift adds. */
      readonly minutes: number;
      readonly dayMinutes: number | null;
      readonly weekMinutes: number | null;
    }
  | { readonly rule: 'days_in_row'; readonly limit: number; readonly actual: number; readonly from: number }
  | {
      readonly rule: 'days_off';
      readonly limit: number;
      readonly actual: number;
      /** The days of work on both sides. */
      readonly from: number;
      readonly until: number;
    }
  | { readonly rule: 'weekends'; readonly limit: number; readonly actual: number }
  | { readonly rule: 'headcount'; readonly limit: number; readonly taken: number }
  | { readonly rule: 'holiday'; readonly name: string; readonly day: number }
  | { readonly rule: 'notice'; readonly limit: number; readonly actual: number };

export type ReasonRule = ReasonBody['rule'];

/** `overrulable`: whether a scheduler may insist, with a reason that is kept. Nobody is ever booked twice. */
export type Reason = ReasonBody & Force & { readonly overrulable: boolean };

/**
 * What a broken soft rule costs: its weight for each hour, day or occasion too much. Nothing for a hard one, which has no
 * price.
 */
export function penaltyOf(reason: Reason): number {
  return reason.hard ? 0 : reason.weight * unitsOf(reason);
}

function unitsOf(reason: Reason): number {
  switch (reason.rule) {
    case 'available':
    case 'overtime':
      return reason.minutes / 60;
    case 'rest':
      return (reason.limit - reason.actual) / 60;
    case 'day_hours':
    case 'week_hours':
    case 'period_hours':
      return reason.added / 60;
    case 'days_in_row':
    case 'weekends':
      return reason.actual - reason.limit;
    case 'days_off':
    case 'notice':
      return reason.limit - reason.actual;
    default:
      return 1;
  }
}
