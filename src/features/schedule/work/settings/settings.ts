import type { Unstated } from '../../calendar/availability.ts';
import { dateOf, dayOfDate, type Weekday, weekdayIndex, weekdays } from '../../calendar/local.ts';
import { startingRules } from '../../rules/effective-rules.ts';
import { type RulePack, rulePacks } from '../../rules/packs.ts';
import type { Accounting, Rule } from '../../rules/rule.ts';

export const weightNames = ['rank', 'preference', 'fairness', 'cost', 'overtime', 'stability'] as const;
/** Sliders of the last stage of the objective, 0 to 100 each. */
export type Weights = { readonly [Name in (typeof weightNames)[number]]: number };

/** How an organisation counts time and what it asks of a schedule. */
export interface Settings {
  readonly revision: number;
  readonly weekStart: Weekday;
  readonly periodWeeks: number;
  /** The first day of any one period, `2026-03-02`. */
  readonly periodFrom: string;
  readonly weekend: readonly Weekday[];
  readonly rules: readonly Rule[];
  /** Ids of the packs that are switched on. */
  readonly packs: readonly string[];
  readonly weights: Weights;
  readonly schedulingOrder: 'simple' | 'detailed';
  readonly unstated: Unstated;
  readonly trades: 'off' | 'rules' | 'approval';
  readonly tradeDeadlineMinutes: number;
  readonly claims: 'first' | 'picked';
  readonly timeClock: boolean;
}

/** What an organisation starts with on a day (`2026-03-02`): its first period begins with the coming week. */
export function firstSettings(today: string): Settings {
  return {
    revision: 1,
    weekStart: 'MO',
    periodWeeks: 2,
    periodFrom: comingWeek(today, 'MO'),
    weekend: ['SA', 'SU'],
    rules: startingRules,
    packs: [],
    weights: { rank: 50, preference: 50, fairness: 50, cost: 30, overtime: 50, stability: 50 },
    schedulingOrder: 'simple',
    unstated: 'as_stated',
    trades: 'rules',
    tradeDeadlineMinutes: 60,
    claims: 'first',
    timeClock: false,
  };
}

/** The first day of the next week; today where one begins today. */
export function comingWeek(today: string, weekStart: Weekday): string {
  const day = dayOfDate(today) ?? 0;
  return dateOf(day + ((weekdays.indexOf(weekStart) - weekdayIndex(day) + 7) % 7));
}

/** How the organisation counts weeks, periods and weekends, for rules. */
export function accountingOf({ weekStart, periodWeeks, periodFrom, weekend }: Settings): Accounting {
  return { weekStart, periodWeeks, periodFrom: dayOfDate(periodFrom) ?? 0, weekend };
}

/** The packs that are switched on. */
export function packsOf({ packs }: Pick<Settings, 'packs'>): readonly RulePack[] {
  return rulePacks.filter(({ id }) => packs.includes(id));
}
