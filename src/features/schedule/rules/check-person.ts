import { weekdayIndex } from '../calendar/local.ts';
import { firstOverlap, firstUncovered, type Span, uncoveredMinutes } from '../calendar/spans.ts';
import { localAt } from '../calendar/zone.ts';
import type { Person } from './candidate.ts';
import type { LocalSpan, ReasonBody } from './reason.ts';
import type { Role, RoleCondition } from './rule.ts';
import type { Shift } from './shift.ts';

/** Rules about the person alone, whatever else is assigned. */

/** Not (yet, or any more) a member on the shift's day. */
export function checkMember({ isActive, joins, leaves }: Person, { day }: Shift): readonly ReasonBody[] {
  if (!isActive) return [{ rule: 'member', why: 'inactive', day: null }];
  if (joins !== null && day < joins) return [{ rule: 'member', why: 'not_yet', day: joins }];
  return leaves !== null && day > leaves ? [{ rule: 'member', why: 'left', day: leaves }] : [];
}

export function checkRole({ roles }: Person, { role }: Shift): readonly ReasonBody[] {
  return roles.has(role) ? [] : [{ rule: 'knows_role', role }];
}

/** One reason for each condition of the role that is not met on the shift's day. */
export function checkQualified(person: Person, shift: Shift, roles: ReadonlyMap<string, Role>): readonly ReasonBody[] {
  const conditions = roles.get(shift.role)?.conditions ?? [];
  return conditions.flatMap((one) => checkCondition(person, shift.day, one));
}

/** A qualification is valid up to and on its last day; one that expired is as if the person never had it. */
function checkCondition(
  { qualifications }: Person,
  day: number,
  { qualification, condition }: RoleCondition,
): readonly ReasonBody[] {
  const validUntil = qualifications.get(qualification);
  const isHeld = validUntil === null || (validUntil !== undefined && day <= validUntil);
  const isWanted = condition === 'must_have' || condition === 'must_be';
  if (isHeld === isWanted) return [];
  const why = isHeld ? 'held' : validUntil === undefined ? 'missing' : 'expired';
  return [{ rule: 'qualified', qualification, condition, why, validUntil: isHeld ? null : (validUntil ?? null) }];
}

export function checkAvailable({ available }: Person, shift: Shift): readonly ReasonBody[] {
  const first = available === null ? null : firstUncovered(shift, available);
  if (available === null || first === null) return [];
  const minutes = uncoveredMinutes(shift, available);
  return [{ rule: 'available', without: inLocal(first, shift.zone), minutes }];
}

export function checkTimeOff({ timeOff }: Person, shift: Shift): readonly ReasonBody[] {
  const off = firstOverlap(shift, timeOff);
  return off === null ? [] : [{ rule: 'time_off', off: inLocal(off, shift.zone) }];
}

/** A rank for the weekday beats one for all days. */
export function checkRank({ ranks }: Person, { role, day }: Shift): readonly ReasonBody[] {
  const ofRole = ranks.filter((one) => one.role === role);
  const found =
    ofRole.find(({ weekday }) => weekday === weekdayIndex(day)) ?? ofRole.find(({ weekday }) => weekday === null);
  return found?.rank === 0 ? [{ rule: 'never_ranked', role, day }] : [];
}

function inLocal({ start, end }: Span, zone: string): LocalSpan {
  return { localStart: localAt(zone, start), localEnd: localAt(zone, end) };
}
