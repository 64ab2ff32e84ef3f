import { newId } from '../../../../platform/clock/index.ts';
import { byPerson } from '../../acts.ts';
import type { Span } from '../../calendar/spans.ts';
import { toldBetween } from '../../plan/publishing/store.ts';
import type { Doing } from '../doing.ts';
import type { ClockEntry } from '../entry.ts';
import { insertVersion } from '../history/store.ts';
import { shiftWithin } from '../matching.ts';
import { dayAt, type Placing, placeOf, placeWithoutRole } from '../placing.ts';
import { reopenFor } from '../sheets/reopen.ts';
import { findEntry, insertEntry, updateEntry } from '../store.ts';
import type { Correction } from './store.ts';

/** What came of a correction. */
interface Applied {
  readonly entryId: string;
  /** First days of periods whose timesheet of this person is open again. */
  readonly reopened: readonly string[];
}

/** Makes hours what a correction says, as one more version of them. */
export async function applyCorrection(doing: Doing, correction: Correction): Promise<Applied> {
  const { parts, tx, by } = doing;
  const { id, kind, personId, start, end, breaks, roleId } = correction;
  const before = correction.entryId === null ? null : await findEntry(tx, correction.entryId);
  if (before === null && kind !== 'add') throw new Error(`the entry of a correction is gone: ${correction.entryId}`);
  const place = await placeOfWork(doing, personId, correction, roleId, before);
  const entry: ClockEntry = {
    ...{ id: before?.id ?? newId(parts.clock), personId, ...place, day: dayAt(place.zone, start) },
    ...{ start, end, breaks, version: (before?.version ?? 0) + 1 },
  };
  const removed = kind === 'remove';
  if (before === null) await insertEntry(tx, entry);
  else await updateEntry(tx, entry, removed ? parts.clock.now() : null);
  const making = { act: 'correction', by, at: parts.clock.now(), correctionId: id, key: null, removed } as const;
  await insertVersion(tx, entry, making);
  await parts.audit.append(tx, {
    ...byPerson({ personId: by }),
    action: 'schedule.hours_corrected',
    target: { type: 'clock_entry', id: entry.id },
    detail: { person: personId, kind, correction: id },
  });
  const days = [...new Set([entry.day, ...(before === null ? [] : [before.day])])];
  return { entryId: entry.id, reopened: await reopenFor(doing, personId, days) };
}

/**
 * Where corrected work is: the role that was named, else the shift that it covers. A role that somebody named when they
 * clocked in for work that nobody planned stays.
 */
export async function placeOfWork(
  { parts, tx }: Doing,
  personId: string,
  work: Span,
  roleId: string | null,
  before: ClockEntry | null,
): Promise<Placing> {
  const shift = shiftWithin(await toldBetween(tx, work, personId), work);
  const named = roleId ?? (before?.shiftId === null ? before.roleId : null);
  const {
    shiftId,
    roleId: found,
    locationId,
    zone,
  } = (await placeOf(parts, tx, personId, named, shift)) ?? before ?? (await placeWithoutRole(parts, tx, personId));
  return { shiftId, roleId: found, locationId, zone };
}
