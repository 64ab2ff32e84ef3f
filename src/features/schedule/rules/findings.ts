import { dayWords } from '../calendar/describe.ts';
import type { Person } from './candidate.ts';
import { checkQualified } from './check-person.ts';
import type { Finding } from './contradictions.ts';
import type { Role, RoleCondition } from './rule.ts';
import type { Shift } from './shift.ts';
import { hours, type Names } from './words.ts';

/** The work to do and those who are there for it. */
export interface Work {
  readonly shifts: readonly Shift[];
  readonly roles: readonly Role[];
  readonly people: readonly Person[];
}

/**
 * What can be seen to fail before anybody is assigned: roles that nobody knows or is qualified for, shifts that are longer
 * than anyone's day may be or need more people than know their role, conditions that exclude each other.
 */
export function findingsOf(work: Work, names: Names): readonly Finding[] {
  const active = work.people.filter(({ isActive }) => isActive);
  const needed = new Set(work.shifts.map(({ role }) => role));
  return [
    ...work.roles.flatMap((role) => conditionFindings(role, names)),
    ...work.roles.filter(({ id }) => needed.has(id)).flatMap((role) => roleFindings(role, active, work.shifts, names)),
    ...lengthFindings(work.shifts, active, names),
  ];
}

function roleFindings(
  role: Role,
  people: readonly Person[],
  shifts: readonly Shift[],
  names: Names,
): readonly Finding[] {
  const name = names.role(role.id);
  const knowing = people.filter(({ roles }) => roles.has(role.id));
  if (knowing.length === 0)
    return [{ kind: 'nobody_knows_role', sentence: `Nobody knows the role ${name}: its shifts stay open.` }];
  const ofRole = shifts.filter((shift) => shift.role === role.id);
  const byId = new Map([[role.id, role]]);
  const qualifiedFor = (shift: Shift) =>
    knowing.filter((person) => checkQualified(person, shift, byId).length === 0).length;
  const bare = ofRole.find((shift) => qualifiedFor(shift) === 0);
  if (bare !== undefined) {
    const day = dayWords(bare.localStart.slice(0, 10));
    return [{ kind: 'nobody_qualified', sentence: `Nobody who knows the role ${name} is qualified for it on ${day}.` }];
  }
  const most = ofRole.reduce((found, shift) => (shift.needs > found.needs ? shift : found));
  if (most.needs <= knowing.length) return [];
  const sentence = `${most.needs} people are needed as ${name} on ${dayWords(most.localStart.slice(0, 10))}, yet ${knowing.length} know the role.`;
  return [{ kind: 'too_few_people', sentence }];
}

function conditionFindings({ id, conditions }: Role, names: Names): readonly Finding[] {
  const isWanted = ({ condition }: RoleCondition) => condition === 'must_have' || condition === 'must_be';
  const wanted = new Set(conditions.filter(isWanted).map(({ qualification }) => qualification));
  return conditions
    .filter((one) => !isWanted(one) && wanted.has(one.qualification))
    .map(({ qualification }) => ({
      kind: 'conditions' as const,
      sentence: `The role ${names.role(id)} asks for ${names.qualification(qualification)} and excludes it.`,
    }));
}

/** Shifts that are longer than the longest day of everybody who knows their role, each length once. */
function lengthFindings(shifts: readonly Shift[], people: readonly Person[], names: Names): readonly Finding[] {
  const told = new Set<string>();
  return shifts.flatMap((shift): readonly Finding[] => {
    const knowing = people.filter(({ roles }) => roles.has(shift.role));
    const longest = Math.max(0, ...knowing.map(longestDayOf));
    const key = `${shift.role} ${shift.workMinutes}`;
    if (knowing.length === 0 || shift.workMinutes <= longest || told.has(key)) return [];
    told.add(key);
    const when = `${dayWords(shift.localStart.slice(0, 10))} ${shift.localStart.slice(11)}`;
    const sentence = `The shift of ${names.role(shift.role)} on ${when} has ${hours(shift.workMinutes)} of work; at most ${hours(longest)} a day are allowed.`;
    return [{ kind: 'too_long', sentence }];
  });
}

function longestDayOf({ rules }: Person): number {
  const bounds = rules.flatMap((rule) =>
    rule.kind === 'day_hours' && rule.hard && rule.max !== null ? [rule.max] : [],
  );
  return Math.min(Number.POSITIVE_INFINITY, ...bounds);
}
