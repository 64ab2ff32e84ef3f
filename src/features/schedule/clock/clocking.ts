import { newId } from '../../../platform/clock/index.ts';
import { dateAt } from '../plan/plan.ts';
import { type Doing, minuteNow, type Refusal } from './doing.ts';
import { afterAct, type ClockAct, type ClockEntry } from './entry.ts';
import { insertVersion, isCounted } from './history/store.ts';
import { stillRunning } from './jobs.ts';
import { forgottenFrom } from './matching.ts';
import { comesFor, dayAt, placeOf } from './placing.ts';
import { reopenFor } from './sheets/reopen.ts';
import { findRunning, insertEntry, lockClock, updateEntry, worksWithin } from './store.ts';

/** A press of a button. Whatever is pressed twice under one key counts once. */
export interface Press {
  readonly act: ClockAct;
  readonly key: string;
  /** Of work that nobody planned; null: the shift's, if there is one. */
  readonly roleId: string | null;
}

/**
 * Somebody clocks in or out, begins or ends a break. An entry is *running* from clocking in until clocking out; a break
 * may run within it. An act that is done already (the answer to it was lost, or two devices) changes nothing.
 * @returns null when it is done, or why it can't be
 */
export async function press(doing: Doing, { act, key, roleId }: Press): Promise<Refusal | null> {
  const { tx, by } = doing;
  await lockClock(tx, by);
  if (await isCounted(tx, by, key)) return null;
  const running = await findRunning(tx, by);
  if (act === 'in') return running === null ? clockIn(doing, key, roleId) : alreadyIn;
  if (running === null) return act === 'out' ? null : notIn;
  const changed = afterAct(running, act, minuteNow(doing.parts));
  if (changed !== null) await putOn(doing, { ...changed, version: running.version + 1 }, act, key);
  return null;
}

const alreadyIn = { code: 'clocked_in', sentence: 'You are clocked in already. Clock out first.' };
const notIn = { code: 'not_clocked_in', sentence: 'You are not clocked in. Clock in first.' };
const worksThen = { code: 'overlaps', sentence: 'There are hours of yours at this time already.' };
const unknownRole = { code: 'unknown_role', sentence: 'You don’t work in this role. Choose one of yours.' };

async function clockIn(doing: Doing, key: string, roleId: string | null): Promise<Refusal | null> {
  const { parts, tx, by } = doing;
  const now = minuteNow(parts);
  if (await worksWithin(tx, by, { start: now, end: now + 1 })) return worksThen;
  const shift = await comesFor(tx, by, now);
  const place = await placeOf(parts, tx, by, roleId, shift);
  if (place === null) return unknownRole;
  const entry: ClockEntry = {
    ...{ id: newId(parts.clock), personId: by, ...place, day: dayAt(place.zone, now) },
    ...{ start: now, end: null, breaks: [], version: 1 },
  };
  await insertEntry(tx, entry);
  await insertVersion(tx, entry, pressed(doing, 'in', key));
  await reopenFor(doing, by, [entry.day]);
  const due = dateAt(forgottenFrom(now, entry.shiftId === null ? null : shift));
  await parts.jobs.enqueue(tx, stillRunning, { orgId: doing.orgId, entryId: entry.id }, { startAfter: due });
  return null;
}

async function putOn(doing: Doing, entry: ClockEntry, act: ClockAct, key: string | null): Promise<void> {
  await updateEntry(doing.tx, entry);
  await insertVersion(doing.tx, entry, pressed(doing, act, key));
  await reopenFor(doing, entry.personId, [entry.day]);
}

/** Ends what runs of somebody, as they themselves do. */
export async function endNow(doing: Doing, running: ClockEntry): Promise<ClockEntry> {
  const ended = afterAct(running, 'out', minuteNow(doing.parts));
  if (ended === null) return running;
  const next = { ...ended, version: running.version + 1 };
  await putOn(doing, next, 'out', null);
  return next;
}

function pressed({ parts, by }: Doing, act: ClockAct, key: string | null) {
  return { act, key, by, at: parts.clock.now(), correctionId: null, removed: false };
}
