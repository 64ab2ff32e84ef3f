import type { Weekday } from '../calendar/local.ts';

/** A hard rule is never broken; breaking a soft one costs its weight (per hour, day or occasion too much). */
export interface Force {
  readonly hard: boolean;
  /** From 0 on; of no meaning for a hard rule. */
  readonly weight: number;
}

/** Figures are minutes or whole days. Null: no such bound. */
export type RuleBody =
  /** The person knows the role. */
  | { readonly kind: 'knows_role' }
  /** The person meets the conditions of the role on the day of the shift. */
  | { readonly kind: 'qualified' }
  /** The shift lies in time at which the person can work. */
  | { readonly kind: 'available' }
  /** The shift lies outside approved time off. */
  | { readonly kind: 'time_off' }
  /** The person's rank for the role, or for it on this weekday, is not 0. */
  | { readonly kind: 'never_ranked' }
  /** Minutes free between two shifts; if `sameDay` also between two that begin on one day, which split shifts need not. */
  | { readonly kind: 'rest'; readonly minutes: number; readonly sameDay: boolean }
  /** Minutes worked, on a day on which the person works at all. */
  | { readonly kind: 'day_hours'; readonly min: number | null; readonly max: number | null }
  | { readonly kind: 'week_hours'; readonly min: number | null; readonly max: number | null }
  | { readonly kind: 'period_hours'; readonly min: number | null; readonly max: number | null }
  /** Work beyond the thresholds: never, only when nobody else can, or freely. Its force is that of the policy. */
  | {
      readonly kind: 'overtime';
      readonly policy: 'never' | 'last_resort' | 'free';
      readonly dayMinutes: number | null;
      readonly weekMinutes: number | null;
    }
  /** Consecutive days on which a shift begins. */
  | { readonly kind: 'days_in_row'; readonly max: number }
  /** Consecutive days off between two days of work. */
  | { readonly kind: 'days_off'; readonly min: number }
  /** Weekends of a period on which a shift begins. */
  | { readonly kind: 'weekends'; readonly max: number }
  /** No more people on a shift than it needs. */
  | { readonly kind: 'headcount' }
  /** No work on holidays. */
  | { readonly kind: 'holiday' }
  /** Days between telling a person and the shift, unless the person asked for it. */
  | { readonly kind: 'notice'; readonly days: number };

export type RuleKind = RuleBody['kind'];
export type Rule = RuleBody & Force;
export type RuleOf<Kind extends RuleKind> = Extract<RuleBody, { kind: Kind }> & Force;

/**
 * What is different for one person: rules that take the place of all of the same kind, and kinds that don't apply. Rules
 * of a pack that the law does not let anyone give up stay.
 */
export interface PersonalRules {
  readonly instead: readonly Rule[];
  readonly without: readonly RuleKind[];
}

export type Condition = 'must_have' | 'must_not_have' | 'must_be' | 'must_not_be';

/** What a role asks of a person; "be" and "have" differ in words only: be a forklift driver, have a licence. */
export interface RoleCondition {
  readonly qualification: string;
  readonly condition: Condition;
}

export interface Role {
  readonly id: string;
  readonly conditions: readonly RoleCondition[];
}

export interface Holiday {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly name: string;
  /** Null: everywhere. */
  readonly location: string | null;
}

/** How an organisation counts time. */
export interface Accounting {
  readonly weekStart: Weekday;
  /** 1 to 4. */
  readonly periodWeeks: number;
  /** The first day of any one period. */
  readonly periodFrom: number;
  readonly weekend: readonly Weekday[];
}
