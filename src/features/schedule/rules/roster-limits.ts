import { periodOf, weekOf } from './accounting.ts';
import type { Candidate } from './candidate.ts';
import type { Rule, RuleOf } from './rule.ts';
import type { Shift } from './shift.ts';

/** A bound in the solver's words, with what each unit beyond it costs; null: it is hard. */
export interface RosterBound {
  readonly limit: number;
  readonly cost: number | null;
}

/** A weighted sum over slots with bounds, in the solver's words. */
export interface RosterLimit {
  readonly name: string;
  readonly terms: readonly { readonly slot: number; readonly weight: number }[];
  readonly min?: RosterBound;
  readonly max?: RosterBound;
}

/** The days that are solved for, and what a weight of 1 costs in the solver's integers (best a multiple of 60). */
export interface RosterScale {
  readonly from: number;
  readonly days: number;
  readonly unit: number;
}

interface Scope extends RosterScale {
  readonly shifts: readonly Shift[];
}

/** Rules about hours as limits, less what the ledger has already. */
export function limitsOf(candidate: Candidate, scope: Scope): readonly RosterLimit[] {
  return candidate.person.rules.flatMap((rule) => {
    switch (rule.kind) {
      case 'day_hours':
        return rule.max === null ? [] : dayLimits(candidate, scope, rule.kind, rule.max, rule);
      case 'week_hours':
      case 'period_hours':
        return spanLimits(candidate, scope, rule);
      case 'overtime':
        return overtimeLimits(candidate, scope, rule);
      case 'days_in_row':
        return rule.hard ? rowAtTheEnd(candidate, scope, rule) : [];
      default:
        return [];
    }
  });
}

function costOf(rule: Rule, { unit }: RosterScale): number | null {
  const hard = rule.kind === 'overtime' ? rule.policy === 'never' : rule.hard;
  return hard ? null : Math.round((rule.weight * unit) / 60);
}

function dayLimits({ ledger }: Candidate, scope: Scope, name: string, max: number, rule: Rule): readonly RosterLimit[] {
  const days = grouped(scope.shifts, (shift) => [{ group: shift.day, minutes: shift.workMinutes }]);
  return [...days].map(([day, terms]) => ({
    name: `${name} ${day - scope.from}`,
    terms,
    max: { limit: Math.max(0, max - ledger.dayMinutes(day)), cost: costOf(rule, scope) },
  }));
}

/** Hours of weeks or periods. The least hours are asked for only where all of the week or period is solved for. */
function spanLimits(
  { ledger }: Candidate,
  scope: Scope,
  rule: RuleOf<'week_hours'> | RuleOf<'period_hours'>,
): readonly RosterLimit[] {
  const isWeek = rule.kind === 'week_hours';
  const length = isWeek ? 7 : ledger.accounting.periodWeeks * 7;
  const firstOf = (day: number) => (isWeek ? weekOf : periodOf)(day, ledger.accounting);
  const cost = costOf(rule, scope);
  return [...grouped(scope.shifts, (shift) => byPart(shift, firstOf))].map(([first, terms]) => {
    const had = isWeek ? ledger.weekMinutes(first) : ledger.periodMinutes(first);
    const isWhole = first >= scope.from && first + length <= scope.from + scope.days;
    return {
      name: `${rule.kind} ${first - scope.from}`,
      terms,
      ...(rule.max === null ? {} : { max: { limit: Math.max(0, rule.max - had), cost } }),
      ...(rule.min === null || !isWhole ? {} : { min: { limit: Math.max(0, rule.min - had), cost } }),
    };
  });
}

/** Both thresholds as limits of their own; a minute beyond both is paid for twice, which asks a little more than the rule. */
function overtimeLimits(
  candidate: Candidate,
  scope: Scope,
  rule: Extract<Rule, { kind: 'overtime' }>,
): readonly RosterLimit[] {
  if (rule.policy === 'free') return [];
  const { dayMinutes, weekMinutes, weight } = rule;
  const hard = rule.policy === 'never';
  const week = { kind: 'week_hours', min: null, max: weekMinutes, hard, weight } as const;
  return [
    ...(dayMinutes === null ? [] : dayLimits(candidate, scope, 'overtime', dayMinutes, rule)),
    ...(weekMinutes === null ? [] : spanLimits(candidate, scope, week)),
  ];
}

/** A row that goes on in days that are fixed after the horizon: not all days just before them may be worked. */
function rowAtTheEnd({ ledger }: Candidate, scope: Scope, { max }: RuleOf<'days_in_row'>): readonly RosterLimit[] {
  const end = scope.from + scope.days;
  let after = 0;
  while (ledger.worksOn(end + after)) after += 1;
  const left = Math.max(0, max - after);
  if (after === 0 || left >= scope.days) return [];
  const days = grouped(scope.shifts, (shift) =>
    shift.day >= end - left - 1 && shift.day < end ? [{ group: 0, minutes: 1 }] : [],
  );
  return [...days.values()].map((terms) => ({
    name: 'days_in_row at the end',
    terms,
    max: { limit: left, cost: null },
  }));
}

type Part = { readonly group: number; readonly minutes: number };

function byPart(shift: Shift, firstOf: (day: number) => number): readonly Part[] {
  const sums = new Map<number, number>();
  for (const { day, minutes } of shift.parts) sums.set(firstOf(day), (sums.get(firstOf(day)) ?? 0) + minutes);
  return [...sums].map(([group, minutes]) => ({ group, minutes }));
}

function grouped(shifts: readonly Shift[], partsOf: (shift: Shift) => readonly Part[]) {
  const groups = new Map<number, { slot: number; weight: number }[]>();
  for (const [slot, shift] of shifts.entries())
    for (const { group, minutes } of partsOf(shift)) {
      const terms = groups.get(group) ?? [];
      terms.push({ slot, weight: minutes });
      groups.set(group, terms);
    }
  return groups;
}
