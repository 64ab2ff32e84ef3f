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

/** Writes down that somebody began. @throws Error with SQLSTATE 23P01 or 23505 where they work already then */
export async function insertEntry(tx: Tx, entry: ClockEntry): Promise<void> {
  const { id, personId, shiftId, roleId, locationId, zone, day, start, end, breaks, version } = entry;
  await sql`insert into clock_entries
      (org_id, id, person_id, shift_id, role_id, location_id, zone, day, starts_at, ends_at, breaks, version)
    values (${orgOf(tx)}, ${id}, ${personId}, ${shiftId}, ${roleId}, ${locationId}, ${zone}, ${day}, ${dateAt(start)},
      ${end === null ? null : dateAt(end)}, ${breaksText(breaks)}::jsonb, ${version})`.execute(tx.on());
  await announce(tx, 'schedule');
}
