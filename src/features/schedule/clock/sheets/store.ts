import { orgOf, sql, type Tx } from '../../../../platform/db/index.ts';
import { announce } from '../../../../platform/http/index.ts';

/** What somebody decided about the hours of a person in a period. */
export interface Sheet {
  readonly personId: string;
  /** `2026-03-02`. */
  readonly firstDay: string;
  readonly days: number;
  readonly approvedBy: string;
  /** Null: opened again by a correction. */
  readonly approvedAt: Date | null;
  readonly workedMinutes: number;
}

interface SheetRow {
  person_id: string;
  first_day: string;
  days: number;
  approved_by: string;
  approved_at: Date | null;
  worked_minutes: number;
}

/** What was decided about a period, by person; whoever is not in it is open. */
export async function sheetsOf(tx: Tx, firstDay: string): Promise<ReadonlyMap<string, Sheet>> {
  const { rows } = await sql<SheetRow>`select * from timesheets where first_day = ${firstDay}`.execute(tx.on());
  return new Map(rows.map((row) => [row.person_id, fromRow(row)]));
}

/** The approved ones of a person in which one of these days lies. */
export async function approvedWith(tx: Tx, personId: string, days: readonly string[]): Promise<readonly Sheet[]> {
  const { rows } = await sql<SheetRow>`select * from timesheets where person_id = ${personId}
    and approved_at is not null and exists (select 1 from unnest(${[...days]}::date[]) as day
      where day between first_day and first_day + days - 1) for update`.execute(tx.on());
  return rows.map(fromRow);
}

/** From day to day, both included. */
export interface Days {
  readonly firstDay: string;
  readonly lastDay: string;
}

const everyDay: Days = { firstDay: '0001-01-01', lastDay: '9999-12-31' };

/** Who has hours on these days, or ever, or a correction that waits for a decision; only this person, if one is given. */
export async function peopleWithHours(tx: Tx, days: Days | null, personId?: string): Promise<readonly string[]> {
  const whose = personId === undefined ? sql`true` : sql`person_id = ${personId}`;
  const { firstDay, lastDay } = days ?? everyDay;
  const { rows } = await sql<{ person_id: string }>`
    select person_id from clock_entries where ${whose} and removed_at is null and day between ${firstDay} and ${lastDay}
    union select person_id from clock_corrections where ${whose} and state = 'asked'
      and (starts_at at time zone zone)::date between ${firstDay} and ${lastDay}`.execute(tx.on());
  return rows.map((row) => row.person_id);
}

function fromRow(row: SheetRow): Sheet {
  return {
    ...{ personId: row.person_id, firstDay: row.first_day, days: row.days, approvedBy: row.approved_by },
    ...{ approvedAt: row.approved_at, workedMinutes: row.worked_minutes },
  };
}

/** Writes down that somebody approved hours, or that they are open again. */
export async function putSheet(tx: Tx, sheet: Sheet): Promise<void> {
  const { personId, firstDay, days, approvedBy, approvedAt, workedMinutes } = sheet;
  await sql`insert into timesheets (org_id, person_id, first_day, days, approved_by, approved_at, worked_minutes)
    values (${orgOf(tx)}, ${personId}, ${firstDay}, ${days}, ${approvedBy}, ${approvedAt}, ${workedMinutes})
    on conflict (org_id, person_id, first_day) do update set days = excluded.days, approved_by = excluded.approved_by,
      approved_at = excluded.approved_at, worked_minutes = excluded.worked_minutes`.execute(tx.on());
  await announce(tx, 'schedule');
}
