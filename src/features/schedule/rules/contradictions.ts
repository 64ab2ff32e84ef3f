import type { Rule, RuleKind, RuleOf } from './rule.ts';
import { hours } from './words.ts';

/** Something in rules or the work to do that can't work out, for those who set it. */
export interface Finding {
  readonly kind:
    | 'contradiction'
    | 'senseless'
    | 'too_long'
    | 'nobody_knows_role'
    | 'nobody_qualified'
    | 'too_few_people'
    | 'conditions';
  readonly sentence: string;
}

const dayLong = 24 * 60;

/**
 * Rules that can't be kept together, and figures that make no sense, in sentences. Only rules of the same force are held
 * against each other: a soft wish for more than a hard bound allows is a wish that stays open.
 * @param rules all that hold for one person or for everybody
 * @param periodWeeks length of a period
 */
export function contradictions(rules: readonly Rule[], periodWeeks: number): readonly Finding[] {
  const senseless = rules.flatMap(senselessFigures).map((sentence) => ({ kind: 'senseless' as const, sentence }));
  if (senseless.length > 0) return senseless;
  const sentences = [true, false].flatMap((hard) => {
    const alike = rules.filter((rule) => (rule.kind === 'overtime' ? rule.policy === 'never' : rule.hard) === hard);
    return clashes(alike, periodWeeks);
  });
  return sentences.map((sentence) => ({ kind: 'contradiction' as const, sentence }));
}

function senselessFigures(rule: Rule): readonly string[] {
  const wrong: string[] = [];
  if (!(rule.weight >= 0)) wrong.push(`The weight of a rule is from 0 on: ${rule.kind}.`);
  if (rule.kind === 'rest' && !(rule.minutes >= 0 && rule.minutes <= 7 * dayLong))
    wrong.push('Rest between shifts is from 0 h to a week.');
  if ('min' in rule && 'max' in rule)
    for (const bound of [rule.min, rule.max]) if (bound !== null && !(bound >= 0)) wrong.push('Hours are from 0 on.');
  if (rule.kind === 'days_in_row' && !isWhole(rule.max, 1)) wrong.push('Days in a row are at least 1.');
  if (rule.kind === 'days_off' && !isWhole(rule.min, 1)) wrong.push('Days off in a row are at least 1.');
  if (rule.kind === 'weekends' && !isWhole(rule.max, 0)) wrong.push('Weekends are from 0 on.');
  if (rule.kind === 'notice' && !isWhole(rule.days, 0)) wrong.push('Notice is in days from 0 on.');
  return wrong;
}

interface Bounds {
  readonly min: number;
  readonly max: number;
}

function clashes(rules: readonly Rule[], periodWeeks: number): readonly string[] {
  const [day, week, period] = [bounds(rules, 'day_hours'), bounds(rules, 'week_hours'), bounds(rules, 'period_hours')];
  const found: string[] = [];
  const clash = (isOne: boolean, sentence: string) => isOne && found.push(sentence);
  for (const [unit, { min, max }] of Object.entries({ day, week, period }))
    clash(min > max, `At least ${hours(min)} a ${unit}, yet at most ${hours(max)}: no schedule keeps both.`);
  if (found.length > 0) return found;

  const longestDay = Math.min(day.max, dayLong);
  const workDays = mostDays(rules, 7);
  clash(
    week.min > workDays * longestDay,
    `At least ${hours(week.min)} a week can't be reached with ${workDays} days of at most ${hours(longestDay)}.`,
  );
  const periodDays = mostDays(rules, periodWeeks * 7);
  clash(
    period.min > periodWeeks * week.max,
    `At least ${hours(period.min)} a period can't be reached with ${periodWeeks} weeks of at most ${hours(week.max)}.`,
  );
  clash(
    period.min > periodDays * longestDay,
    `At least ${hours(period.min)} a period can't be reached with ${periodDays} days of at most ${hours(longestDay)}.`,
  );
  clash(
    week.min * periodWeeks > period.max,
    `At least ${hours(week.min)} a week is more than the ${hours(period.max)} that a period may have.`,
  );
  clash(
    day.min > week.max,
    `At least ${hours(day.min)} a day is more than the ${hours(week.max)} that a week may have.`,
  );
  return [...found, ...overtimeClashes(ofKind(rules, 'overtime'), day, week)];
}

function overtimeClashes(rules: readonly RuleOf<'overtime'>[], day: Bounds, week: Bounds): readonly string[] {
  return rules.flatMap(({ policy, dayMinutes, weekMinutes }) => {
    if (policy !== 'never') return [];
    const byWeek =
      weekMinutes !== null && week.min > weekMinutes
        ? [`At least ${hours(week.min)} a week, yet no overtime beyond ${hours(weekMinutes)}: no schedule keeps both.`]
        : [];
    const byDay =
      dayMinutes !== null && day.min > dayMinutes
        ? [`At least ${hours(day.min)} a day, yet no overtime beyond ${hours(dayMinutes)}: no schedule keeps both.`]
        : [];
    return [...byWeek, ...byDay];
  });
}

/** The tightest bounds that all rules of a kind leave. */
function bounds(rules: readonly Rule[], kind: 'day_hours' | 'week_hours' | 'period_hours'): Bounds {
  const alike = ofKind(rules, kind);
  return {
    min: Math.max(0, ...alike.map(({ min }) => min ?? 0)),
    max: Math.min(Number.POSITIVE_INFINITY, ...alike.map(({ max }) => max ?? Number.POSITIVE_INFINITY)),
  };
}

/** The most days of work among so many: as long a row as allowed, then as few days off as allowed, and again. */
function mostDays(rules: readonly Rule[], days: number): number {
  const row = Math.min(days, ...ofKind(rules, 'days_in_row').map(({ max }) => max));
  const off = Math.max(1, ...ofKind(rules, 'days_off').map(({ min }) => min));
  return Math.floor(days / (row + off)) * row + Math.min(row, days % (row + off));
}

function ofKind<Kind extends RuleKind>(rules: readonly Rule[], kind: Kind): readonly RuleOf<Kind>[] {
  return rules.filter((rule): rule is RuleOf<Kind> & Rule => rule.kind === kind);
}

function isWhole(value: number, least: number): boolean {
  return Number.isInteger(value) && value >= least;
}
