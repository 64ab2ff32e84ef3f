import type { Candidate } from '../../rules/candidate.ts';
import { openLedger } from '../../rules/ledger.ts';
import { review } from '../../rules/review.ts';
import type { Shift } from '../../rules/shift.ts';
import { contextFor, type LoadedShift, ledgerShifts, partOf, type Work } from '../load-work.ts';
import { type Assignment, isWhole, missingOf } from '../plan.ts';
import type { PublishedShift } from '../publishing/store.ts';

/** What an update of the schedule may change. */
export interface Scope {
  readonly work: Work;
  /** Null: all roles, everybody. */
  readonly roleIds: ReadonlySet<string> | null;
  readonly personIds: ReadonlySet<string> | null;
  readonly told: readonly PublishedShift[];
  readonly changePublished: boolean;
  /** Minutes since 1970: what has begun stays. */
  readonly now: number;
}

/** A shift with places to fill. */
export interface FreeShift extends LoadedShift {
  /** Who is on it and stays. */
  readonly kept: readonly Assignment[];
  /** Who is on it and may be changed. */
  readonly loose: readonly Assignment[];
  readonly missing: number;
}

/** The shifts that may be filled anew. */
export function freeShifts(scope: Scope): readonly FreeShift[] {
  const { work, roleIds, now } = scope;
  return work.shifts
    .filter(({ planned }) => !planned.cancelled && planned.start > now && (roleIds?.has(planned.roleId) ?? true))
    .map((loaded) => {
      const loose = loaded.assignments.filter((one) => isLoose(one, loaded, scope));
      const kept = loaded.assignments.filter((one) => !loose.includes(one));
      return { ...loaded, kept, loose, missing: missingOf(loaded.planned, kept) };
    });
}

/** Pins, parts of shifts and people out of reach stay; what people were told stays unless it is let go. */
function isLoose(one: Assignment, { planned }: LoadedShift, scope: Scope): boolean {
  if (one.pinned || !isWhole(one, planned) || !(scope.personIds?.has(one.personId) ?? true)) return false;
  return scope.changePublished || !isTold(one, scope);
}

export function isTold({ shiftId, personId, start, end }: Assignment, { told }: Pick<Scope, 'told'>): boolean {
  return told.some(
    (one) => one.shiftId === shiftId && one.personId === personId && one.start === start && one.end === end,
  );
}

/** What somebody keeps whatever the update does. */
export interface KeptShift {
  readonly assignment: Assignment;
  readonly shift: Shift;
}

/** Somebody with what they keep: in the days that are solved for, and around them. */
export interface KeptPerson {
  readonly candidate: Candidate;
  /** Within the days: told to the solver as what must be. */
  readonly inside: readonly KeptShift[];
  /** What the solver's words have no place for, such as what a scheduler insisted on. It counts, but can't be told. */
  readonly unsayable: readonly KeptShift[];
}

/**
 * What everybody keeps. The ledgers hold what lies outside the days and what can't be said to the solver.
 * @param sayNothing puts all into the ledgers, for pins that contradict each other
 */
export function keptPeople(scope: Scope, free: readonly FreeShift[], sayNothing: boolean): readonly KeptPerson[] {
  const { work, personIds } = scope;
  const loose = new Set(free.flatMap((shift) => shift.loose.map(({ id }) => id)));
  const kept = [...work.known.values()]
    .filter(({ planned }) => !planned.cancelled)
    .flatMap(({ assignments }) => assignments.filter(({ id }) => !loose.has(id)));
  const byPerson = Map.groupBy(kept, ({ personId }) => personId);
  return work.candidates
    .filter(({ person }) => personIds?.has(person.id) ?? true)
    .map(({ person: loaded }) => {
      const person = { ...loaded, rules: weighed(loaded.rules, work) };
      const all = byPerson.get(person.id) ?? [];
      const whole: Candidate = { person, ledger: openLedger(work.accounting, ledgerShifts(all, work.known)) };
      const shifts = all.flatMap((assignment): KeptShift[] => {
        const shift = work.known.get(assignment.shiftId)?.shift;
        return shift === undefined ? [] : [{ assignment, shift: partOf(shift, assignment) }];
      });
      const isInside = ({ shift }: KeptShift) => shift.day >= work.from && shift.day <= work.to;
      const within = shifts.filter(isInside);
      const wrong = sayNothing ? null : unsayableOf(whole, within, work);
      const inside = within.filter(({ shift }) => wrong !== null && !wrong.has(shift.id));
      const told = new Set(inside.map(({ assignment }) => assignment.id));
      const ledger = openLedger(
        work.accounting,
        ledgerShifts(
          all.filter(({ id }) => !told.has(id)),
          work.known,
        ),
      );
      return { candidate: { person, ledger }, inside, unsayable: within.filter((one) => !inside.includes(one)) };
    });
}

/** Of overtime as a last resort the slider says how bad it is. */
function weighed(rules: Candidate['person']['rules'], { settings }: Work): Candidate['person']['rules'] {
  const share = settings.weights.overtime / 50;
  return rules.map((rule) => (rule.kind === 'overtime' ? { ...rule, weight: rule.weight * share } : rule));
}

/** Shifts that break a hard rule already, and split ones of a day, between which the solver would ask for a night's rest. */
function unsayableOf(whole: Candidate, within: readonly KeptShift[], work: Work): ReadonlySet<string> {
  const broken = review(whole, contextFor(work, whole.person.id), work.from, work.to)
    .filter(({ shift, reason }) => shift !== null && reason.hard && reason.rule !== 'notice')
    .map(({ shift }) => shift?.id ?? '');
  const rest = Math.max(0, ...whole.person.rules.map((rule) => (rule.kind === 'rest' && rule.hard ? rule.minutes : 0)));
  const sorted = within.toSorted((one, other) => one.shift.start - other.shift.start);
  const split = sorted.flatMap(({ shift }, index) => {
    const next = sorted[index + 1]?.shift;
    return next !== undefined && next.start - shift.end < rest ? [shift.id, next.id] : [];
  });
  return new Set([...broken, ...split]);
}
