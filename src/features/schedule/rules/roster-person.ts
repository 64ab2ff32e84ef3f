import { periodOf, weekendOf } from './accounting.ts';
import type { Candidate, RuleContext } from './candidate.ts';
import { penaltyOf, type Reason } from './reason.ts';
import { limitsOf, type RosterBound, type RosterLimit, type RosterScale } from './roster-limits.ts';
import type { Rule, RuleKind, RuleOf } from './rule.ts';
import type { Shift } from './shift.ts';
import { verdict } from './verdict.ts';

/** One person's rules as plain numbers, in the words of the solver's problem. Slots are told by their place in the list. */
export interface RosterPerson {
  readonly id: string;
  readonly choices: readonly { readonly slot: number; readonly cost: number; readonly pinned?: boolean }[];
  readonly limits: readonly RosterLimit[];
  readonly minRestMinutes: number;
  readonly runs: {
    readonly maxDaysOn?: RosterBound;
    readonly minDaysOff?: RosterBound;
    readonly daysOnBefore: number;
  };
  readonly maxWeekends?: RosterBound;
  readonly daysOff: readonly number[];
}

export interface RosterInput extends RosterScale {
  /** What may be given in the horizon, in the order of the solver's slots. */
  readonly shifts: readonly Shift[];
  /** What somebody's having a shift costs beside the rules (rank, preference, pay …), in the solver's units. */
  readonly wish: (personId: string, shift: Shift) => number;
  readonly pinned: (personId: string, shift: Shift) => boolean;
}

/**
 * Turns a person's rules into numbers. The ledger holds what is fixed outside the horizon only. Whatever keeps the hard
 * numbers keeps every hard rule; where the solver's words are coarser than a rule they are stricter: rest counts between
 * shifts of one day too, a day's least hours must be reached by each shift alone, and of several periods the one with the
 * fewest weekends left counts. Soft rest has no words there: the solver does not know of it.
 */
export function rosterPerson(candidate: Candidate, input: RosterInput, context: RuleContext): RosterPerson {
  const { person, ledger } = candidate;
  const open: RuleContext = { ...context, taken: () => 0 };
  const choices = input.shifts.flatMap((shift, slot) => {
    const pinned = input.pinned(person.id, shift);
    const { allowed, reasons } = verdict(candidate, shift, open);
    if (!allowed && !pinned) return [];
    const rules = reasons.filter(isOfShiftAlone).reduce((sum, reason) => sum + penaltyOf(reason), 0);
    const cost = Math.round(rules * input.unit) + Math.round(input.wish(person.id, shift));
    return [{ slot, cost, ...(pinned ? { pinned } : {}) }];
  });
  let daysOnBefore = 0;
  while (ledger.worksOn(input.from - 1 - daysOnBefore)) daysOnBefore += 1;
  const maxDaysOn = tightest(person.rules, 'days_in_row', ({ max }) => max);
  const minDaysOff = tightest(person.rules, 'days_off', ({ min }) => -min);
  const weekends = tightest(person.rules, 'weekends', ({ max }) => max - mostWeekends(candidate, input));
  return {
    id: person.id,
    choices,
    limits: limitsOf(candidate, input),
    minRestMinutes: Math.max(0, ...person.rules.map((rule) => (rule.kind === 'rest' && rule.hard ? rule.minutes : 0))),
    runs: {
      daysOnBefore,
      ...(maxDaysOn === null ? {} : { maxDaysOn: bound(maxDaysOn, input) }),
      ...(minDaysOff === null ? {} : { minDaysOff: bound({ ...minDaysOff, figure: -minDaysOff.figure }, input) }),
    },
    ...(weekends === null ? {} : { maxWeekends: bound({ ...weekends, figure: Math.max(0, weekends.figure) }, input) }),
    daysOff: [],
  };
}

const alone: ReadonlySet<Reason['rule']> = new Set([
  'knows_role',
  'qualified',
  'available',
  'time_off',
  'never_ranked',
  'holiday',
  'notice',
]);

/** Reasons that do not depend on what else is given; the others are limits. */
function isOfShiftAlone(reason: Reason): boolean {
  return alone.has(reason.rule) || (reason.rule === 'day_hours' && reason.bound === 'min');
}

interface Tightest {
  readonly figure: number;
  readonly rule: Rule;
}

/** The hard rule of a kind with the least figure; if none is hard, the soft one. */
function tightest<Kind extends RuleKind>(
  rules: readonly Rule[],
  kind: Kind,
  figureOf: (rule: RuleOf<Kind>) => number,
): Tightest | null {
  const found = rules
    .filter((rule): rule is RuleOf<Kind> & Rule => rule.kind === kind)
    .map((rule) => ({ figure: figureOf(rule), rule }))
    .sort((one, other) => Number(other.rule.hard) - Number(one.rule.hard) || one.figure - other.figure);
  return found[0] ?? null;
}

function bound({ figure, rule }: Tightest, { unit }: RosterScale): RosterBound {
  return { limit: figure, cost: rule.hard ? null : Math.round(rule.weight * unit) };
}

/** Weekends that the person works on already, in the period of the horizon with most of them. */
function mostWeekends({ ledger }: Candidate, { from, days }: RosterScale): number {
  let most = 0;
  for (let day = from; day < from + days; day += 1) {
    const weekend = weekendOf(day, ledger.accounting);
    if (weekend === null) continue;
    most = Math.max(most, ledger.weekendsIn(periodOf(weekend, ledger.accounting)).length);
  }
  return most;
}
