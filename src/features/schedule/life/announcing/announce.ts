import { newId } from '../../../../platform/clock/index.ts';
import type { Tx } from '../../../../platform/db/index.ts';
import { dateOf, dayOfDate } from '../../calendar/local.ts';
import type { ScheduleParts } from '../../parts.ts';
import { takenOff } from '../../plan/assigning/store.ts';
import { loadShifts, loadWork, type Work } from '../../plan/load-work.ts';
import { periodsBetween } from '../../plan/periods/store.ts';
import { endedOf } from '../../plan/publishing/store.ts';
import { rolesById } from '../../work/roles/store.ts';
import { dayIn } from '../../work/settings/read-settings.ts';
import { mayHave, type OpenShift, openShifts } from '../claims/open-shifts.ts';
import { claimsWaiting } from '../claims/store.ts';
import { differenceOf, type Opening } from './opening.ts';
import { deleteOpenings, insertOpenings, listOpenings, lockOpenings, noteTold, updateOpenings } from './store.ts';
import { tellClosed, tellOpen } from './tell.ts';

type Parts = Pick<ScheduleParts, 'clock' | 'people'>;

/**
 * Looks which published shifts have room that had none at the last look, and tells those who could claim them and pick up
 * extra shifts: one notice for each person, whatever there is. Whose place it was is not told. Nothing of the plan is locked:
 * what is taken meanwhile is seen at the next look, which that asks for.
 */
export async function announceOpenShifts(parts: Parts, tx: Tx): Promise<void> {
  await lockOpenings(tx);
  const known = await listOpenings(tx);
  const open = await openNow(parts, tx);
  const rooms = open.map(({ loaded, free }) => ({ shiftId: loaded.planned.id, missing: free.missing }));
  const { closed, changed, opened, news } = differenceOf(known, rooms);
  const ids = closed.map(({ id }) => id);
  await deleteOpenings(tx, ids);
  await tellClosed(
    parts,
    tx,
    closed.filter(({ told }) => told.length > 0),
  );
  await updateOpenings(tx, changed);
  const fresh = opened.map((room): Opening => ({ ...room, id: newId(parts.clock), told: [] }));
  await insertOpenings(tx, fresh);
  const toTell = [...known, ...fresh].filter(({ shiftId }) => news.has(shiftId));
  if (toTell.length > 0) await tellOf(parts, tx, open, toTell);
}

/** All that can be claimed from now on, in every period that was opened. */
async function openNow(parts: Parts, tx: Tx): Promise<readonly OpenShift[]> {
  const today = dayOfDate(dayIn((await parts.people.organisation(tx)).timeZone, parts.clock.now())) ?? 0;
  // A day earlier: elsewhere it may still be that one.
  const from = today - 1;
  const ends = (await periodsBetween(tx, dateOf(from), '9999-01-01')).map(
    ({ firstDay, days }) => (dayOfDate(firstDay) ?? 0) + days - 1,
  );
  if (ends.length === 0) return [];
  const to = Math.max(...ends);
  const roles = await rolesById(tx);
  const shifts = [...(await loadShifts(tx, roles, dateOf(from), dateOf(to))).values()];
  return openShifts(parts, tx, { from, to, shifts });
}

async function tellOf(parts: Parts, tx: Tx, open: readonly OpenShift[], openings: readonly Opening[]): Promise<void> {
  const byShift = new Map(openings.map((one) => [one.shiftId, one]));
  const wanted = open.filter(({ loaded }) => byShift.has(loaded.planned.id));
  const days = wanted.map(({ loaded }) => loaded.shift.day);
  const work = await loadWork(parts, tx, { from: dateOf(Math.min(...days)), to: dateOf(Math.max(...days)) });
  // As it is now that everything of it is loaded.
  const rooms = (await openShifts(parts, tx, work)).filter(({ loaded }) => byShift.has(loaded.planned.id));
  const isTheirs = await loadTheirs(tx, rooms);
  const found = extraHands(work).flatMap((personId) => {
    const theirs = rooms.flatMap((room) => {
      const { id: shiftId } = room.loaded.planned;
      const opening = byShift.get(shiftId);
      const isNews = opening !== undefined && !opening.told.includes(personId) && !isTheirs(shiftId, personId);
      return isNews && mayHave(work, room, personId) ? [{ opening, room }] : [];
    });
    return theirs.length === 0 ? [] : [{ personId, theirs }];
  });
  await noteTold(
    tx,
    found.flatMap(({ personId, theirs }) => theirs.map(({ opening }) => ({ openingId: opening.id, personId }))),
  );
  await tellOpen(parts, tx, work.settings.claims, found);
}

/** Who picks up extra shifts. */
function extraHands({ candidates, staff }: Work): readonly string[] {
  return candidates
    .map(({ person }) => person.id)
    .filter((personId) => staff.get(personId)?.preferences.extraShifts === true);
}

/** Whether a shift is somebody's who need not be told of it: they had it and gave it up or lost it, or have asked for it. */
async function loadTheirs(
  tx: Tx,
  rooms: readonly OpenShift[],
): Promise<(shiftId: string, personId: string) => boolean> {
  const shiftIds = rooms.map(({ loaded }) => loaded.planned.id);
  const periodIds = [...new Set(rooms.map(({ loaded }) => loaded.planned.periodId))];
  const all = [...(await endedOf(tx, shiftIds)), ...(await takenOff(tx, periodIds)), ...(await claimsWaiting(tx))];
  const keys = new Set(all.map(({ shiftId, personId }) => `${shiftId} ${personId}`));
  return (shiftId, personId) => keys.has(`${shiftId} ${personId}`);
}
