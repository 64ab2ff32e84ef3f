import type { Tx } from '../../../platform/db/index.ts';
import type { ScheduleParts } from '../parts.ts';
import { type PublishedShift, toldBetween } from '../plan/publishing/store.ts';
import { askedOf } from './corrections/store.ts';
import { minuteNow } from './doing.ts';
import { type ClockEntry, isOnBreak } from './entry.ts';
import { shiftAt } from './matching.ts';
import { loadNames, rolesOf } from './names.ts';
import { dayAt, placeWithoutRole } from './placing.ts';
import type { ClockAnswer } from './shapes.ts';
import { entryAnswer, plannedAnswer } from './show.ts';
import { entriesOn, findRunning } from './store.ts';

const day = 24 * 60;

/** What somebody's clock shows now. */
export async function showClock(parts: ScheduleParts, tx: Tx, personId: string): Promise<ClockAnswer> {
  const now = minuteNow(parts);
  const running = await findRunning(tx, personId);
  const told = await toldBetween(
    tx,
    { start: Math.min(running?.start ?? now, now) - 2 * day, end: now + 7 * day },
    personId,
  );
  const shift = running === null ? shiftAt(told, now) : shiftOfEntry(told, running);
  const zone = running?.zone ?? (await placeWithoutRole(parts, tx, personId)).zone;
  const recent = await entriesOn(tx, { from: dayAt(zone, now - day), to: dayAt(zone, now) }, [personId]);
  const entries = [...recent.filter(({ id }) => id !== running?.id)].toReversed();
  const waiting = await askedOf(
    tx,
    [...entries, ...(running ? [running] : [])].map(({ id }) => id),
  );
  const nameOf = await loadNames(parts, tx);
  const show = (entry: ClockEntry) =>
    entryAnswer(entry, { now, nameOf, shift: shiftOfEntry(told, entry), waiting: waiting.has(entry.id) });
  const next = told.find(({ start, shiftId }) => start > now && shiftId !== shift?.shiftId) ?? null;
  return {
    ...{ entry: running && show(running), onBreak: running !== null && isOnBreak(running) },
    ...{ shift: shift && plannedAnswer(shift, nameOf), next: next && plannedAnswer(next, nameOf) },
    roles: [...(await rolesOf(parts, tx, personId))],
    recent: entries.map(show),
  };
}

/** What the person was told of the shift that an entry was for; null where nobody planned it, or it was withdrawn since. */
export function shiftOfEntry(told: readonly PublishedShift[], entry: ClockEntry): PublishedShift | null {
  const { shiftId, personId } = entry;
  return told.find((one) => one.shiftId === shiftId && one.personId === personId) ?? null;
}
