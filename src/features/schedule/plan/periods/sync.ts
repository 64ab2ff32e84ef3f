import { newId } from '../../../../platform/clock/index.ts';
import type { Tx } from '../../../../platform/db/index.ts';
import { settleLife } from '../../life/settle.ts';
import type { ScheduleParts, SeriesEdit } from '../../parts.ts';
import { listRoles } from '../../work/roles/store.ts';
import { seriesOfRoles } from '../../work/series/store.ts';
import { minutesAt, type Period, type PlannedShift } from '../plan.ts';
import { insertShifts, rekeyShifts, shiftsOfRoles, takeOut, updateShift } from '../shift-store.ts';
import { moveAlong } from './move-along.ts';
import { keyOf, type Occurring, occurringIn } from './occurring.ts';
import { countChange, lockPeriods, lockWriting, periodsBetween } from './store.ts';

type Parts = Pick<ScheduleParts, 'clock' | 'people' | 'audit' | 'jobs'>;

export interface Syncing {
  readonly periods: readonly Period[];
  /** Only these roles; left out: all. */
  readonly roleIds?: readonly string[];
  /** Also what has begun already, as when a period is opened. */
  readonly past?: boolean;
}

/**
 * Makes the shifts of opened periods what the roles' series say now. A shift that somebody has, or was told of, is never
 * removed: it is cancelled, and taken up again when its occurrence is back. What has begun stays as it was worked. All opened
 * periods must be locked, as an occurrence may come from another one.
 * @returns sentences about people who could not follow a shift that was moved
 */
export async function syncShifts(
  parts: Parts,
  tx: Tx,
  { periods, roleIds, past = false }: Syncing,
): Promise<readonly string[]> {
  if (periods.length === 0) return [];
  const now = minutesAt(parts.clock.now());
  const roles = (await listRoles(tx)).filter(({ id }) => roleIds === undefined || roleIds.includes(id));
  const ids = roles.map(({ id }) => id);
  const open = new Set(roles.filter(({ archived }) => !archived).map(({ id }) => id));
  const series = (await seriesOfRoles(tx, ids)).filter(({ owner }) => 'roleId' in owner && open.has(owner.roleId));
  const wanted = new Map(
    periods.flatMap((period) => occurringIn(period, series)).map((one) => [keyOf(one), one] as const),
  );
  const isOfPeriods = new Set(periods.map(({ id }) => id));
  const present = await shiftsOfRoles(tx, ids);
  const known = new Set(present.map(keyOf));
  const mayChange = ({ start }: Pick<PlannedShift, 'start'>) => past || start > now;

  const added = [...wanted.values()].filter((one) => !known.has(keyOf(one)) && mayChange(one));
  await insertShifts(
    tx,
    added.map((one) => ({ ...one, id: newId(parts.clock), importance: null, cancelled: false })),
  );
  const changed = present.flatMap((shift) => {
    const occurring = wanted.get(keyOf(shift));
    if (occurring === undefined || !(mayChange(shift) || mayChange(occurring)) || isSame(shift, occurring)) return [];
    return [{ was: shift, now: { ...shift, ...occurring, cancelled: false } }];
  });
  for (const { now: shift } of changed) await updateShift(tx, shift);
  const leaving = present.filter(
    (one) => isOfPeriods.has(one.periodId) && !one.cancelled && mayChange(one) && !wanted.has(keyOf(one)),
  );
  await takeOut(
    tx,
    leaving.map(({ id }) => id),
    parts.clock.now(),
  );
  const findings = await moveAlong(parts, tx, changed);
  const touched = [...added, ...leaving, ...changed.flatMap(({ was, now: is }) => [was, is])];
  await countChange(tx, [...new Set(touched.map(({ periodId }) => periodId))]);
  if (touched.length > 0) await settleLife(parts, tx);
  return findings;
}

/**
 * What follows when the shifts of a role were changed: those that are written down follow, with who is on them. A series may
 * reach into every period, so all of them are locked: after the series itself, before people, offers and claims.
 */
export async function followSeries(parts: Parts, tx: Tx, edit: SeriesEdit): Promise<readonly string[]> {
  await lockWriting(tx);
  const periods = await lockPeriods(tx);
  const shifts = (await shiftsOfRoles(tx, [edit.roleId])).filter(({ seriesId }) => seriesId === edit.seriesId);
  const rekeyed = shifts.flatMap(({ id, seriesId, occurrence }) => {
    const to = edit.follow(occurrence);
    return to === null || (to.seriesId === seriesId && to.on === occurrence)
      ? []
      : [{ id, seriesId: to.seriesId, occurrence: to.on }];
  });
  await rekeyShifts(tx, rekeyed);
  return syncShifts(parts, tx, { periods, roleIds: [edit.roleId] });
}

/** What calendars are to call when the shifts of a role were changed. */
export function seriesFollower(parts: Parts): (tx: Tx, edit: SeriesEdit) => Promise<readonly string[]> {
  return (tx, edit) => followSeries(parts, tx, edit);
}

/** All periods that were ever opened. */
export function openPeriods(tx: Tx): Promise<Period[]> {
  return periodsBetween(tx, '0001-01-01', '9999-01-01');
}

function isSame(shift: PlannedShift, wanted: Occurring): boolean {
  const keys = [
    'periodId',
    'roleId',
    'zone',
    'start',
    'end',
    'day',
    'needs',
    'breakMinutes',
    'label',
    'colour',
  ] as const;
  return !shift.cancelled && keys.every((key) => shift[key] === wanted[key]);
}
