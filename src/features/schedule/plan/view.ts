import type { Tx } from '../../../platform/db/index.ts';
import { dateOf, dayMinutes, dayOfDate } from '../calendar/local.ts';
import type { Span } from '../calendar/spans.ts';
import type { ScheduleParts } from '../parts.ts';
import { periodOf } from '../rules/accounting.ts';
import type { Candidate } from '../rules/candidate.ts';
import { findingsOf } from '../rules/findings.ts';
import type { Reason } from '../rules/reason.ts';
import { review } from '../rules/review.ts';
import { reasonWords } from '../rules/words.ts';
import type { WorkRole } from '../work/roles/role.ts';
import { nextUndo } from './assigning/steps.ts';
import { type Paid, toldCosts, usualCost } from './cost.ts';
import { figuresOf } from './figures.ts';
import { contextFor, type LoadedShift, loadWork, partOf, type Work } from './load-work.ts';
import { periodsBetween, publishedStates } from './periods/store.ts';
import { type Assignment, isoAt, missingOf, type Period } from './plan.ts';
import { type PublishedShift, toldOf } from './publishing/store.ts';
import { loadRates } from './rates.ts';
import { plans, type Scheduler, schedules } from './reach.ts';
import type { AssignmentAnswer, PeriodAnswer, PlanAnswer, ShiftAnswer } from './shapes.ts';
import { findShift } from './shift-store.ts';
import { loadUsual } from './usual-rates.ts';

type Parts = Pick<ScheduleParts, 'clock' | 'people' | 'vault' | 'wages'>;

export interface PlanQuery {
  readonly from: string;
  readonly to: string;
  readonly locations?: readonly string[];
  readonly roles?: readonly string[];
}

/** What a scheduler sees of a stretch of days: the work in their reach, and who does it. */
export async function showPlan(parts: Parts, tx: Tx, who: Scheduler, query: PlanQuery): Promise<PlanAnswer> {
  const work = await loadWork(parts, tx, query);
  const isWanted = ({ id, locationId }: WorkRole) =>
    (query.roles?.includes(id) ?? true) && (query.locations?.includes(locationId) ?? true);
  const roles = [...work.roles.values()].filter((role) => plans(who, role) && isWanted(role));
  const ofRoles = new Set(roles.map(({ id }) => id));
  const shifts = work.shifts.filter(({ planned }) => ofRoles.has(planned.roleId));
  const told = await toldOf(
    tx,
    shifts.map(({ planned }) => planned.id),
  );
  const inReach = new Set([...work.people.values()].filter((person) => schedules(who, person)).map(({ id }) => id));
  const faults = faultsOf(work, inReach, told);
  const periods = await showPeriods(tx, await periodsBetween(tx, query.from, query.to));
  const undo = periods.length === 1 ? await nextUndo(tx, who, periods[0]?.id ?? '') : null;
  return {
    periods,
    revision: periods.reduce((sum, { revision }) => sum + revision, 0),
    roles: roles.map(({ id, name, locationId, departmentId, colour, importance }) => ({
      ...{ id, name, locationId, departmentId, colour, importance },
    })),
    locations: await locationsOf(parts, tx, roles, shifts),
    people: peopleOf(work, shifts, inReach),
    shifts: shifts.map((one) =>
      showShift(one, told, ({ personId, shiftId }) => wordsOf(faults.get(`${personId} ${shiftId}`) ?? [], work)),
    ),
    unavailable: unavailableOf(work, inReach),
    totals: await totalsOf(parts, tx, work, shifts),
    findings: findingsIn(work, roles, shifts),
    undo: undo?.words ?? null,
  };
}

/** Periods as they are listed. */
export async function showPeriods(tx: Tx, periods: readonly Period[]): Promise<PeriodAnswer[]> {
  const states = await publishedStates(
    tx,
    periods.map(({ id }) => id),
  );
  return periods.map((period) => ({ ...period, ...(states.get(period.id) ?? { published: 'none', changes: 0 }) }));
}

/** Periods that share a day with a stretch of days: opened ones, and between them those that could be. */
export function withUnopened(
  opened: readonly PeriodAnswer[],
  work: Pick<Work, 'accounting'>,
  from: number,
  to: number,
) {
  const all: PeriodAnswer[] = [...opened];
  const days = work.accounting.periodWeeks * 7;
  const isFree = (first: number) =>
    opened.every((one) => {
      const start = dayOfDate(one.firstDay) ?? 0;
      return start + one.days <= first || start >= first + days;
    });
  for (let first = periodOf(from, work.accounting); first <= to; first += days)
    if (isFree(first))
      all.push({ id: null, firstDay: dateOf(first), days, revision: 0, published: 'none', changes: 0 });
  return all.toSorted((one, other) => (one.firstDay < other.firstDay ? -1 : 1));
}

type Faults = ReadonlyMap<string, readonly Reason[]>;

/** By person and shift what speaks against it. Who was told of a shift is not owed notice of it again. */
function faultsOf(work: Work, people: ReadonlySet<string>, told: readonly PublishedShift[]): Faults {
  const known = new Set(told.map(({ personId, shiftId }) => `${personId} ${shiftId}`));
  const found = new Map<string, Reason[]>();
  for (const candidate of work.candidates) {
    const { id } = candidate.person;
    if (!people.has(id) || candidate.ledger.shifts.length === 0) continue;
    for (const { shift, reason } of review(candidate, contextFor(work, id), work.from, work.to)) {
      const key = `${id} ${shift?.id.slice(0, 36) ?? ''}`;
      if (shift === null || (reason.rule === 'notice' && known.has(key))) continue;
      found.set(key, [...(found.get(key) ?? []), reason]);
    }
  }
  return found;
}

function wordsOf(reasons: readonly Reason[], { names }: Work): AssignmentAnswer['faults'] {
  return reasons.map((reason) => ({ hard: reason.hard, words: reasonWords(reason, names) }));
}

function showShift(
  { planned, shift, assignments }: LoadedShift,
  told: readonly PublishedShift[],
  faults: (one: Assignment) => AssignmentAnswer['faults'],
): ShiftAnswer {
  const { id, roleId, day, zone, needs, label, colour, cancelled, importance } = planned;
  return {
    ...{ id, roleId, locationId: shift.location, day, zone, needs, label, colour, cancelled, importance },
    ...{ startsAt: isoAt(shift.start), endsAt: isoAt(shift.end) },
    ...{ localStart: shift.localStart, localEnd: shift.localEnd },
    missing: cancelled ? 0 : missingOf(planned, assignments),
    assignments: assignments.map((one) => showAssignment(one, told, faults(one))),
  };
}

/** An assignment as schedulers see it. */
export function showAssignment(
  { id, shiftId, personId, start, end, madeBy, pinned, overruledWhy }: Assignment,
  told: readonly PublishedShift[],
  faults: AssignmentAnswer['faults'],
): AssignmentAnswer {
  const published = told.some(
    (one) => one.shiftId === shiftId && one.personId === personId && one.start === start && one.end === end,
  );
  return {
    ...{ id, personId, startsAt: isoAt(start), endsAt: isoAt(end), madeBy, pinned, overruledWhy, published },
    faults,
  };
}

/** Who is in reach with figures; who else is on a shown shift, by name only. */
function peopleOf(work: Work, shifts: readonly LoadedShift[], inReach: ReadonlySet<string>): PlanAnswer['people'] {
  const assigned = new Set(shifts.flatMap(({ assignments }) => assignments.map(({ personId }) => personId)));
  const days = work.to - work.from + 1;
  return work.candidates.flatMap(({ person, ledger }): PlanAnswer['people'] => {
    const { id } = person;
    const name = work.people.get(id)?.name ?? '';
    if (!inReach.has(id))
      return assigned.has(id)
        ? [{ id, name, roles: [], minutes: null, wantedMinutes: null, weekends: null, nights: null }]
        : [];
    const wanted = work.staff.get(id)?.preferences.wantedMinutes ?? null;
    const wantedMinutes = wanted === null ? null : Math.round((wanted * days) / 7);
    return [{ id, name, roles: [...person.roles], ...figuresOf(ledger, work.from, work.to), wantedMinutes }];
  });
}

/** When people in reach are off or can't work, within the shown days. */
function unavailableOf(work: Work, inReach: ReadonlySet<string>): PlanAnswer['unavailable'] {
  const window: Span = { start: work.from * dayMinutes, end: (work.to + 1) * dayMinutes };
  const cut = (spans: readonly Span[]) =>
    spans
      .map(({ start, end }) => ({ start: Math.max(start, window.start), end: Math.min(end, window.end) }))
      .filter(({ start, end }) => start < end);
  return [...inReach].flatMap((personId) => {
    const staff = work.staff.get(personId);
    if (staff === undefined) return [];
    const off = cut(staff.timeOff).map((span) => ({ span, kind: 'time_off' as const, words: 'Time off' }));
    // Who never said when they can work is not shown as unavailable all day.
    const cannot = staff.hasStated ? cut(staff.unavailable) : [];
    const closed = cannot.map((span) => ({ span, kind: 'unavailable' as const, words: 'Not available' }));
    return [...off, ...closed].map(({ span, kind, words }) => ({
      ...{ personId, startsAt: isoAt(span.start), endsAt: isoAt(span.end), kind, words },
    }));
  });
}

async function locationsOf(
  { people }: Parts,
  tx: Tx,
  roles: readonly WorkRole[],
  shifts: readonly LoadedShift[],
): Promise<PlanAnswer['locations']> {
  const wanted = new Set(roles.map(({ locationId }) => locationId));
  const zones = new Map(shifts.map(({ shift }) => [shift.location, shift.zone]));
  return (await people.places(tx)).locations
    .filter(({ id }) => wanted.has(id))
    .map(({ id, name, timeZone }) => ({ id, name, zone: zones.get(id) ?? timeZone ?? 'UTC' }));
}

async function totalsOf(
  parts: Parts,
  tx: Tx,
  work: Work,
  shifts: readonly LoadedShift[],
): Promise<PlanAnswer['totals']> {
  const held = shifts.filter(({ planned }) => !planned.cancelled);
  const paid = paidWork(work, held);
  const { currency } = await parts.people.organisation(tx);
  const rateOf = await loadRates(parts, tx);
  const costs = usualCost(paid, rateOf, await loadUsual(parts, tx, rateOf));
  return {
    minutes: paid.reduce((sum, { minutes }) => sum + minutes, 0),
    open: held.reduce((sum, { planned, assignments }) => sum + missingOf(planned, assignments), 0),
    ...toldCosts(costs, currency),
    currency,
  };
}

/** Who works how long in which role on these shifts. */
export function paidWork(work: Work, shifts: readonly LoadedShift[]): readonly Paid[] {
  return shifts.flatMap(({ planned, shift, assignments }) => {
    const role = work.roles.get(planned.roleId);
    if (role === undefined) return [];
    return assignments.map((one) => {
      const { day, workMinutes: minutes } = partOf(shift, one);
      return { personId: one.personId, roleId: role.id, day, minutes };
    });
  });
}

function findingsIn(work: Work, roles: readonly WorkRole[], shifts: readonly LoadedShift[]): string[] {
  const held = shifts.filter(({ planned }) => !planned.cancelled).map(({ shift }) => shift);
  const people = work.candidates.map(({ person }: Candidate) => person);
  const found = findingsOf(
    { shifts: held, roles: roles.map(({ id, conditions }) => ({ id, conditions })), people },
    work.names,
  );
  const left = shifts.filter(({ planned, assignments }) => planned.cancelled && assignments.length > 0).length;
  const sentence = `${left === 1 ? 'A shift that was' : `${left} shifts that were`} taken out of the calendar still ${left === 1 ? 'has' : 'have'} people: publish, so that they are told.`;
  return [...found.map((one) => one.sentence), ...(left > 0 ? [sentence] : [])];
}

/** One shift as the plan shows it, without what speaks against who is on it. */
export async function showOneShift(parts: Parts, tx: Tx, id: string): Promise<ShiftAnswer | null> {
  const found = await findShift(tx, id);
  if (found === null) return null;
  const work = await loadWork(parts, tx, { from: found.day, to: found.day });
  const loaded = work.known.get(id);
  return loaded === undefined ? null : showShift(loaded, await toldOf(tx, [id]), () => []);
}
