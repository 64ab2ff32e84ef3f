import { orgOf, sql, type Tx } from '../../../platform/db/index.ts';
import { dateAt, minutesAt, type PlannedShift } from './plan.ts';

interface ShiftRow {
  org_id: string;
  id: string;
  period_id: string;
  role_id: string;
  series_id: string;
  occurrence: string;
  zone: string;
  starts_at: Date;
  ends_at: Date;
  day: string;
  needs: number;
  break_minutes: number;
  label: string | null;
  colour: string | null;
  importance: number | null;
  cancelled_at: Date | null;
}

interface Tables {
  shifts: ShiftRow;
}

const select = (tx: Tx) => tx.on<Tables>().selectFrom('shifts').selectAll();

/** The shifts that begin between two days (both included), of all roles or one, cancelled ones too, by beginning. */
export async function shiftsBetween(tx: Tx, from: string, to: string, roleId?: string): Promise<PlannedShift[]> {
  const all = select(tx).where('day', '>=', from).where('day', '<=', to);
  const query = roleId === undefined ? all : all.where('role_id', '=', roleId);
  return (await query.orderBy('starts_at').orderBy('id').execute()).map(fromRow);
}

export async function findShift(tx: Tx, id: string): Promise<PlannedShift | null> {
  const row = await select(tx).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : fromRow(row);
}

export async function shiftsByIds(tx: Tx, ids: readonly string[]): Promise<PlannedShift[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<ShiftRow>`select * from shifts where id = any (${[...ids]}::uuid[])`.execute(tx.on());
  return rows.map(fromRow);
}

export async function shiftsOfPeriod(tx: Tx, periodId: string): Promise<PlannedShift[]> {
  const query = select(tx).where('period_id', '=', periodId);
  return (await query.orderBy('starts_at').orderBy('id').execute()).map(fromRow);
}

/** All that was written down of these roles. */
export async function shiftsOfRoles(tx: Tx, roleIds: readonly string[]): Promise<PlannedShift[]> {
  if (roleIds.length === 0) return [];
  const query = select(tx).where('role_id', 'in', roleIds);
  return (await query.orderBy('starts_at').orderBy('id').execute()).map(fromRow);
}

const rowsAtOnce = 500;

export async function insertShifts(tx: Tx, shifts: readonly PlannedShift[]): Promise<void> {
  for (let at = 0; at < shifts.length; at += rowsAtOnce) {
    const rows = shifts.slice(at, at + rowsAtOnce).map((shift) => toRow(tx, shift));
    await tx
      .on<Tables>()
      .insertInto('shifts')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Writes a shift as it shall be; its id stays. */
export async function updateShift(tx: Tx, shift: PlannedShift): Promise<void> {
  const { id, cancelled_at: _, ...row } = toRow(tx, shift);
  const cancelled_at = shift.cancelled ? sql<Date>`coalesce(cancelled_at, now())` : null;
  await tx
    .on<Tables>()
    .updateTable('shifts')
    .set({ ...row, cancelled_at })
    .where('id', '=', id)
    .execute();
}

export async function setShiftImportance(tx: Tx, id: string, importance: number | null): Promise<void> {
  await tx.on<Tables>().updateTable('shifts').set({ importance }).where('id', '=', id).execute();
}

export interface Rekeyed {
  readonly id: string;
  readonly seriesId: string;
  readonly occurrence: string;
}

/** Gives shifts the occurrences that they are now. Two may change places: so they leave theirs first. */
export async function rekeyShifts(tx: Tx, rekeyed: readonly Rekeyed[]): Promise<void> {
  if (rekeyed.length === 0) return;
  const ids = rekeyed.map(({ id }) => id);
  const table = tx.on<Tables>();
  await table.updateTable('shifts').set({ occurrence: sql`'~' || id::text` }).where('id', 'in', ids).execute();
  await sql`update shifts set occurrence = '~' || shifts.id::text from unnest(
      ${rekeyed.map(({ seriesId }) => seriesId)}::uuid[], ${rekeyed.map(({ occurrence }) => occurrence)}::text[]
    ) as wanted (series_id, occurrence)
    where shifts.series_id = wanted.series_id and shifts.occurrence = wanted.occurrence`.execute(tx.on());
  await sql`update shifts set series_id = wanted.series_id, occurrence = wanted.occurrence from unnest(${ids}::uuid[],
      ${rekeyed.map(({ seriesId }) => seriesId)}::uuid[], ${rekeyed.map(({ occurrence }) => occurrence)}::text[]
    ) as wanted (id, series_id, occurrence) where shifts.id = wanted.id`.execute(tx.on());
}

/** Takes shifts out: removed where nobody ever had, claimed or was told of them, else cancelled. */
export async function takeOut(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  const list = sql`${[...ids]}::uuid[]`;
  await sql`delete from shifts where id = any (${list})
    and not exists (select 1 from assignments a where a.shift_id = shifts.id)
    and not exists (select 1 from published_shifts p where p.shift_id = shifts.id)
    and not exists (select 1 from shift_claims c where c.shift_id = shifts.id)`.execute(tx.on());
  await sql`update shifts set cancelled_at = ${now} where id = any (${list}) and cancelled_at is null`.execute(tx.on());
}

function fromRow(row: ShiftRow): PlannedShift {
  return {
    ...{ id: row.id, periodId: row.period_id, roleId: row.role_id, seriesId: row.series_id },
    ...{ occurrence: row.occurrence, zone: row.zone, day: row.day, needs: row.needs },
    ...{ start: minutesAt(row.starts_at), end: minutesAt(row.ends_at), breakMinutes: row.break_minutes },
    ...{ label: row.label, colour: row.colour, importance: row.importance, cancelled: row.cancelled_at !== null },
  };
}

function toRow(tx: Tx, shift: PlannedShift): ShiftRow {
  return {
    ...{ org_id: orgOf(tx), id: shift.id, period_id: shift.periodId, role_id: shift.roleId },
    ...{ series_id: shift.seriesId, occurrence: shift.occurrence, zone: shift.zone, day: shift.day },
    ...{ starts_at: dateAt(shift.start), ends_at: dateAt(shift.end), needs: shift.needs },
    ...{ break_minutes: shift.breakMinutes, label: shift.label, colour: shift.colour },
    ...{ importance: shift.importance, cancelled_at: null },
  };
}
