import { z } from 'zod';
import { orgOf, sql, type Tx } from '../../../platform/db/index.ts';
import { announce } from '../../../platform/http/index.ts';
import type { Span } from '../calendar/spans.ts';
import { dateAt, minutesAt } from '../plan/plan.ts';
import type { Break, ClockEntry } from './entry.ts';

interface EntryRow {
  org_id: string;
  id: string;
  person_id: string;
  shift_id: string | null;
  role_id: string | null;
  location_id: string | null;
  zone: string;
  day: string;
  starts_at: Date;
  ends_at: Date | null;
  breaks: unknown;
  version: number;
  removed_at: Date | null;
}

const pairs = z.array(z.tuple([z.number().int(), z.number().int().nullable()]));

/** Breaks as the tables hold them, and back. */
export const breaksText = (breaks: readonly Break[]): string =>
  JSON.stringify(breaks.map(({ start, end }) => [start, end]));
export const breaksIn = (stored: unknown): Break[] => pairs.parse(stored).map(([start, end]) => ({ start, end }));

/** An entry that is over, with whether its hours were approved. */
export type WorkedRow = ClockEntry & { readonly end: number; readonly approved: boolean };

/** Everything that holds and ended, of which a part lies within a span, by beginning. */
export async function endedBetween(
  tx: Tx,
  { start, end }: Span,
  personIds?: readonly string[],
): Promise<readonly WorkedRow[]> {
  if (personIds?.length === 0) return [];
  const whose = personIds === undefined ? sql`true` : sql`person_id = any (${[...personIds]}::uuid[])`;
  const { rows } = await sql<EntryRow & { ends_at: Date; approved: boolean }>`select clock_entries.*, exists (
      select 1 from timesheets where timesheets.person_id = clock_entries.person_id and approved_at is not null
        and clock_entries.day between first_day and first_day + days - 1) as approved
    from clock_entries where ${whose} and removed_at is null and ends_at is not null
      and starts_at < ${dateAt(end)} and ends_at > ${dateAt(start)} order by starts_at, id`.execute(tx.on());
  return rows.map((row) => ({ ...fromRow(row), end: minutesAt(row.ends_at), approved: row.approved }));
}

function fromRow(row: EntryRow): ClockEntry {
  return {
    ...{ id: row.id, personId: row.person_id, shiftId: row.shift_id, roleId: row.role_id, locationId: row.location_id },
    ...{ zone: row.zone, day: row.day, version: row.version, breaks: breaksIn(row.breaks) },
    ...{ start: minutesAt(row.starts_at), end: row.ends_at === null ? null : minutesAt(row.ends_at) },
  };
}

/** One entry that holds, or null. */
export async function findEntry(tx: Tx, id: string): Promise<ClockEntry | null> {
  const { rows } = await sql<EntryRow>`select * from clock_entries where id = ${id} and removed_at is null`.execute(
    tx.on(),
  );
  return rows[0] === undefined ? null : fromRow(rows[0]);
}

/** What runs of a person, or null. */
export async function findRunning(tx: Tx, personId: string): Promise<ClockEntry | null> {
  const { rows } = await sql<EntryRow>`select * from clock_entries
    where person_id = ${personId} and ends_at is null and removed_at is null`.execute(tx.on());
  return rows[0] === undefined ? null : fromRow(rows[0]);
}

/** Everything that holds of these people and begins between two days, both included, what runs too; by beginning. */
export async function entriesOn(
  tx: Tx,
  { from, to }: { readonly from: string; readonly to: string },
  personIds?: readonly string[],
): Promise<readonly ClockEntry[]> {
  const whose = personIds === undefined ? sql`true` : sql`person_id = any (${[...personIds]}::uuid[])`;
  const { rows } = await sql<EntryRow>`select * from clock_entries where ${whose} and removed_at is null
    and day between ${from} and ${to} order by starts_at, id`.execute(tx.on());
  return rows.map(fromRow);
}

/** Whether somebody works already in a part of a span. */
export async function worksWithin(tx: Tx, personId: string, { start, end }: Span, except?: string): Promise<boolean> {
  const others = except === undefined ? sql`true` : sql`id <> ${except}`;
  const { rows } = await sql`select 1 from clock_entries where person_id = ${personId} and removed_at is null
    and ${others} and tstzrange(starts_at, ends_at) && tstzrange(${dateAt(start)}, ${dateAt(end)}) limit 1`.execute(
    tx.on(),
  );
  return rows.length > 0;
}

/** One at a time of those who change what a person worked. */
export async function lockClock(tx: Tx, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`clock ${orgOf(tx)} ${personId}`}, 0))`.execute(tx.on());
}

/** Writes an entry down. @throws Error with SQLSTATE 23P01 or 23505 where the person works already then */
export async function insertEntry(tx: Tx, entry: ClockEntry): Promise<void> {
  const { id, personId, shiftId, roleId, locationId, zone, day, start, end, breaks, version } = entry;
  await sql`insert into clock_entries
      (org_id, id, person_id, shift_id, role_id, location_id, zone, day, starts_at, ends_at, breaks, version)
    values (${orgOf(tx)}, ${id}, ${personId}, ${shiftId}, ${roleId}, ${locationId}, ${zone}, ${day}, ${dateAt(start)},
      ${end === null ? null : dateAt(end)}, ${breaksText(breaks)}::jsonb, ${version})`.execute(tx.on());
  await announce(tx, 'schedule');
}

/** Makes an entry what it is now. */
export async function updateEntry(tx: Tx, entry: ClockEntry, removedAt: Date | null = null): Promise<void> {
  const { id, shiftId, roleId, locationId, zone, day, start, end, breaks, version } = entry;
  await sql`update clock_entries set shift_id = ${shiftId}, role_id = ${roleId}, location_id = ${locationId},
      zone = ${zone}, day = ${day}, starts_at = ${dateAt(start)}, ends_at = ${end === null ? null : dateAt(end)},
      breaks = ${breaksText(breaks)}::jsonb, version = ${version}, removed_at = ${removedAt}
    where id = ${id}`.execute(tx.on());
  await announce(tx, 'schedule');
}
