import type { Candidate, RuleContext } from './candidate.ts';
import { checkDaysInRow, checkDaysOff, checkWeekends } from './check-days.ts';
import { checkHours, checkOvertime } from './check-hours.ts';
import { checkAvailable, checkMember, checkQualified, checkRank, checkRole, checkTimeOff } from './check-person.ts';
import { checkHeadcount, checkHoliday, checkNotice, checkOverlap, checkRest } from './check-shift.ts';
import type { Reason, ReasonBody } from './reason.ts';
import type { Rule } from './rule.ts';
import type { Shift } from './shift.ts';

export interface Verdict {
  /** No hard rule speaks against it. */
  readonly allowed: boolean;
  /** Everything that does, hard and soft. */
  readonly reasons: readonly Reason[];
}

/**
 * Whether a person may take a shift in addition to those in the ledger, with all reasons against it. The one place that
 * decides: the solver, manual changes, claims, trades and the check before publishing all ask here. A shift that the person
 * has already is a double booking: see `recheck`.
 *
 * For all rules but two, what is refused stays refused when the person gets more shifts. The two ask for enough: the least
 * hours of a day, and days off in a row (one lonely day off may become a day of work).
 */
export function verdict(candidate: Candidate, shift: Shift, context: RuleContext): Verdict {
  const reasons: Reason[] = [
    ...checkMember(candidate.person, shift).map((body) => always(body)),
    ...checkOverlap(candidate.ledger, shift).map((body) => always(body)),
  ];
  for (const rule of candidate.person.rules)
    for (const body of check(rule, candidate, shift, context))
      reasons.push({ ...body, hard: isHard(rule), weight: rule.weight, overrulable: true });
  return { allowed: !reasons.some(({ hard }) => hard), reasons };
}

/** The verdict on a shift that the person has: whether it could be given again. The ledger is as before afterwards. */
export function recheck(candidate: Candidate, shift: Shift, context: RuleContext): Verdict {
  candidate.ledger.remove(shift);
  try {
    return verdict(candidate, shift, context);
  } finally {
    candidate.ledger.add(shift);
  }
}

/** Overtime is as hard as its policy says; all other rules say it themselves. */
function isHard(rule: Rule): boolean {
  return rule.kind === 'overtime' ? rule.policy === 'never' : rule.hard;
}

function always(body: ReasonBody): Reason {
  return { ...body, hard: true, weight: 0, overrulable: false };
}

function check(rule: Rule, candidate: Candidate, shift: Shift, context: RuleContext): readonly ReasonBody[] {
  const { person, ledger } = candidate;
  switch (rule.kind) {
    case 'knows_role':
      return checkRole(person, shift);
    case 'qualified':
      return checkQualified(person, shift, context.roles);
    case 'available':
      return checkAvailable(person, shift);
    case 'time_off':
      return checkTimeOff(person, shift);
    case 'never_ranked':
      return checkRank(person, shift);
    case 'rest':
      return checkRest(rule, ledger, shift);
    case 'day_hours':
    case 'week_hours':
    case 'period_hours':
      return checkHours(rule, ledger, shift);
    case 'overtime':
      return checkOvertime(rule, ledger, shift);
    case 'days_in_row':
      return checkDaysInRow(rule, ledger, shift);
    case 'days_off':
      return checkDaysOff(rule, ledger, shift);
    case 'weekends':
      return checkWeekends(rule, ledger, shift);
    case 'headcount':
      return checkHeadcount(shift, context.taken);
    case 'holiday':
      return checkHoliday(shift, context.holidays);
    case 'notice':
      return context.voluntary || context.today === null ? [] : checkNotice(rule, shift, context.today);
  }
}
