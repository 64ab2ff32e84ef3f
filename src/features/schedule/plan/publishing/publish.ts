import { newId } from '../../../../platform/clock/index.ts';
import type { Tx } from '../../../../platform/db/index.ts';
import type { Notice } from '../../../people/index.ts';
import { dateOf, dayOfDate } from '../../calendar/local.ts';
import { settleLife } from '../../life/settle.ts';
import { review } from '../../rules/review.ts';
import { reasonWords } from '../../rules/words.ts';
import { placeNames } from '../../work/roles/place-names.ts';
import { packsOf } from '../../work/settings/settings.ts';
import type { Parts } from '../assigning/assign.ts';
import { deleteAssignments } from '../assigning/store.ts';
import { contextFor, type LoadedShift, loadWork, partOf, type Work } from '../load-work.ts';
import { findPeriod } from '../periods/store.ts';
import { missingOf, type Period } from '../plan.ts';
import { plans, type Scheduler, schedules } from '../reach.ts';
import { recordPlanAct } from '../record.ts';
import type { PublishingAnswer, ReasonAnswer } from '../shapes.ts';
import { changesOf, isChanged, linesFor, type PersonChange, type Premiums, premiumsOf } from './changes.ts';
import { endTold, insertPublication, insertTold, type PublishedShift, publishedPlaces, toldOfPeriod } from './store.ts';

/** What is published: of one location, or all that the scheduler plans. */
export interface Publishing {
  readonly period: Period;
  readonly work: Work;
  /** Where all of it is; null: everywhere. */
  readonly locationId: string | null;
  readonly shifts: readonly LoadedShift[];
  readonly changes: readonly PersonChange[];
  readonly premiums: Premiums;
  readonly faults: PublishingAnswer['faults'];
  /** Hard ones about which nobody has said yet why they have to be. */
  readonly unexplained: readonly ReasonAnswer[];
  readonly isFirst: boolean;
}

export type Loaded = Publishing | { readonly refused: 'choose_location'; readonly sentence: string } | null;

/** Everything that publishing would do. Null where the scheduler plans nothing there. */
export async function loadPublishing(
  parts: Pick<Parts, 'clock' | 'people'>,
  tx: Tx,
  who: Scheduler,
  {
    id,
    location,
    lock = false,
  }: { readonly id: string; readonly location?: string | undefined; readonly lock?: boolean },
): Promise<Loaded> {
  const period = await findPeriod(tx, id, lock);
  if (period === null) return null;
  const to = dateOf((dayOfDate(period.firstDay) ?? 0) + period.days - 1);
  const work = await loadWork(parts, tx, { from: period.firstDay, to });
  const all = [...work.roles.values()];
  const roles = all.filter((role) => plans(who, role) && role.locationId === (location ?? role.locationId));
  if (roles.length === 0 && (location !== undefined || all.length > 0)) return null;
  const places = new Set(roles.map(({ locationId }) => locationId));
  const isAll = roles.length === all.length;
  if (location === undefined && !isAll && places.size > 1)
    return {
      refused: 'choose_location',
      sentence: 'You don’t plan everything in this period. Publish one location at a time.',
    };
  const ids = new Set(roles.map((role) => role.id));
  const shifts = work.shifts.filter(({ planned }) => ids.has(planned.roleId));
  const told = (await toldOfPeriod(tx, id)).filter(({ roleId }) => ids.has(roleId));
  const plan = shifts
    .filter(({ planned }) => !planned.cancelled)
    .flatMap(({ shift, assignments }) =>
      assignments.map((assignment) => ({ assignment, shift: partOf(shift, assignment) })),
    );
  const locationId = location ?? (isAll ? null : ([...places][0] ?? null));
  const before = await publishedPlaces(tx, [id]);
  const isFirstAt = (place: string | null) =>
    before.every((one) => one.locationId !== null && one.locationId !== place);
  const rules = packsOf(work.settings).flatMap(({ premiums }) => premiums);
  return {
    ...{ period, work, locationId, shifts, changes: changesOf(plan, told) },
    isFirst: isFirstAt(locationId),
    // Everywhere may be published after one location was: what was told there is changed by it all the same.
    premiums: premiumsOf(rules, work.context.today ?? 0, (role) => isFirstAt(work.roles.get(role)?.locationId ?? null)),
    ...faultsOf(work, who, shifts, told),
  };
}

function faultsOf(work: Work, who: Scheduler, shifts: readonly LoadedShift[], told: readonly PublishedShift[]) {
  const faults: PublishingAnswer['faults'] = [];
  const unexplained: ReasonAnswer[] = [];
  const held = new Map(shifts.map((one) => [one.planned.id, one]));
  for (const candidate of work.candidates) {
    const { id: personId } = candidate.person;
    if (!schedules(who, work.people.get(personId)) || candidate.ledger.shifts.length === 0) continue;
    for (const { shift, reason } of review(candidate, contextFor(work, personId), work.from, work.to)) {
      const shiftId = shift?.id.slice(0, 36) ?? null;
      const loaded = shiftId === null ? undefined : held.get(shiftId);
      const wasTold = told.some((one) => one.personId === personId && one.shiftId === shiftId);
      if ((shiftId !== null && loaded === undefined) || (reason.rule === 'notice' && wasTold)) continue;
      const words = reasonWords(reason, work.names);
      faults.push({ personId, name: work.people.get(personId)?.name ?? '', shiftId, hard: reason.hard, words });
      const why = loaded?.assignments.find((one) => one.personId === personId)?.overruledWhy ?? null;
      if (reason.hard && why === null && loaded !== undefined)
        unexplained.push({ hard: true, words, overrulable: reason.overrulable });
    }
  }
  return { faults, unexplained };
}

/** What publishing would tell, and what speaks against it. */
export function showPublishing({ period, work, shifts, changes, premiums, faults }: Publishing): PublishingAnswer {
  const changed = changes.filter(isChanged);
  return {
    ...{ revision: period.revision, faults },
    tells: changed.map(({ personId, added, removed, moved }) => ({
      ...{ personId, name: work.people.get(personId)?.name ?? '' },
      ...{ added: added.length, removed: removed.length, moved: moved.length },
    })),
    unchanged: changes.length - changed.length,
    premiumMinutes: changed.reduce((sum, one) => sum + owedFor(one, premiums), 0),
    open: shifts.reduce(
      (sum, { planned, assignments }) => sum + (planned.cancelled ? 0 : missingOf(planned, assignments)),
      0,
    ),
  };
}

function owedFor({ added, removed, moved }: PersonChange, premiums: Premiums): number {
  const sums = [...added.map(premiums.added), ...removed.map(premiums.removed)];
  return [...sums, ...moved.map(({ from, to }) => premiums.moved(from, to))].reduce((sum, one) => sum + one, 0);
}

/** Writes down what people are told from now on, and tells those for whom something has changed. */
export async function publish(
  parts: Parts,
  tx: Tx,
  who: Scheduler,
  publishing: Publishing,
  why: string | null,
): Promise<{ readonly publicationId: string; readonly told: number }> {
  const { period, locationId, shifts, isFirst } = publishing;
  const { personId: by } = who.actor;
  const publicationId = newId(parts.clock);
  const now = parts.clock.now();
  await insertPublication(tx, { id: publicationId, periodId: period.id, kind: 'publish', locationId, by, why }, now);
  const changed = publishing.changes.filter(isChanged);
  await writeChanges(parts, tx, publicationId, publishing, changed);
  // Who was on a shift that was taken out has been told by now.
  const cancelled = shifts.filter(({ planned }) => planned.cancelled).flatMap(({ assignments }) => assignments);
  await deleteAssignments(
    tx,
    cancelled.map(({ id }) => id),
  );
  await settleLife(parts, tx);
  await parts.people.tell(tx, await noticesOf(parts, tx, publicationId, publishing, changed));
  const detail = {
    publication: publicationId,
    told: changed.length,
    first: isFirst,
    ...(locationId ? { location: locationId } : {}),
  };
  await recordPlanAct(parts, tx, who, 'schedule.published', period.id, detail);
  return { publicationId, told: changed.length };
}

async function writeChanges(
  { clock }: Parts,
  tx: Tx,
  publicationId: string,
  { period, premiums }: Publishing,
  changed: readonly PersonChange[],
): Promise<void> {
  const ended = changed.flatMap(({ removed, moved }) => [
    ...removed.map((one) => ({ id: one.id, premium: premiums.removed(one) })),
    ...moved.map(({ from }) => ({ id: from.id, premium: 0 })),
  ]);
  const told = changed.flatMap(({ added, moved }) => [
    ...added.map((to) => ({ to, premium: premiums.added(to) })),
    ...moved.map(({ from, to }) => ({ to, premium: premiums.moved(from, to) })),
  ]);
  await endTold(tx, publicationId, ended);
  await insertTold(
    tx,
    told.map(({ to: { assignment, shift }, premium }) => ({
      ...{ id: newId(clock), publicationId, endedBy: null, periodId: period.id, personId: assignment.personId },
      ...{ shiftId: assignment.shiftId, roleId: shift.role, start: assignment.start, end: assignment.end },
      ...{
        zone: shift.zone,
        breakMinutes: shift.breakMinutes,
        premiumMinutes: premium,
        endPremiumMinutes: 0,
        seen: false,
      },
    })),
  );
}

/** The page on which people see their own shifts. */
const minePage = '/team/mine';

async function noticesOf(
  { people }: Pick<Parts, 'people'>,
  tx: Tx,
  publicationId: string,
  { period, work }: Publishing,
  changed: readonly PersonChange[],
): Promise<readonly Notice[]> {
  const names = await placeNames({ people }, tx);
  const placeOf = (roleId: string) => {
    const role = work.roles.get(roleId);
    return `${role?.name ?? 'a role'} at ${names.get(role?.locationId ?? '') ?? 'a location'}`;
  };
  return changed.map((change) => {
    const isNew = change.removed.length + change.moved.length + change.unchanged === 0;
    const days = `the ${period.days} days from ${period.firstDay}`;
    return {
      ...{ personId: change.personId, event: isNew ? 'schedule_published' : 'schedule_changed' },
      key: `${publicationId} ${change.personId}`,
      subject: isNew ? `Your shifts for ${days}` : `Your shifts have changed: ${days}`,
      lines: linesFor(change, isNew, placeOf),
      link: { label: 'My schedule', path: minePage },
    };
  });
}
