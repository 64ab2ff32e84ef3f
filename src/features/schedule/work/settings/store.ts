import { orgOf, sql, type Tx } from '../../../../platform/db/index.ts';
import { announce } from '../../../../platform/http/index.ts';
import type { Settings } from './settings.ts';

interface SettingsRow {
  org_id: string;
  week_start: Settings['weekStart'];
  period_weeks: number;
  period_from: string;
  weekend: readonly string[];
  rules: unknown;
  packs: readonly string[];
  weights: unknown;
  scheduling_order: Settings['schedulingOrder'];
  unstated: Settings['unstated'];
  trades: Settings['trades'];
  trade_deadline_minutes: number;
  claims: Settings['claims'];
  time_clock: boolean;
  revision: number;
  changed_at: Date;
}

interface Tables {
  schedule_settings: SettingsRow;
  holidays: { org_id: string; id: string; day: string; name: string; location_id: string | null };
}

/** The settings, or null where nobody asked for them yet. `lock` keeps others from changing them until the end. */
export async function findSettings(tx: Tx, lock = false): Promise<Settings | null> {
  const query = tx.on<Tables>().selectFrom('schedule_settings').selectAll();
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row === undefined ? null : fromRow(row);
}

/** Writes the first settings; whoever comes second finds those of the first. */
export async function insertSettings(tx: Tx, settings: Settings, now: Date): Promise<void> {
  const row = { ...columnsOf(settings), org_id: orgOf(tx), revision: 1, changed_at: now };
  await tx
    .on<Tables>()
    .insertInto('schedule_settings')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function updateSettings(tx: Tx, settings: Settings, now: Date): Promise<void> {
  const change = { ...columnsOf(settings), revision: settings.revision, changed_at: now };
  await tx.on<Tables>().updateTable('schedule_settings').set(change).execute();
  await announce(tx, 'schedule');
}

/** What was written by {@link columnsOf}, after it was checked at the edge. */
function fromRow(row: SettingsRow): Settings {
  return {
    revision: row.revision,
    weekStart: row.week_start,
    periodWeeks: row.period_weeks,
    periodFrom: row.period_from,
    weekend: row.weekend as Settings['weekend'],
    rules: row.rules as Settings['rules'],
    packs: row.packs,
    weights: row.weights as Settings['weights'],
    schedulingOrder: row.scheduling_order,
    unstated: row.unstated,
    trades: row.trades,
    tradeDeadlineMinutes: row.trade_deadline_minutes,
    claims: row.claims,
    timeClock: row.time_clock,
  };
}

function columnsOf(settings: Settings): Omit<SettingsRow, 'org_id' | 'revision' | 'changed_at'> {
  return {
    week_start: settings.weekStart,
    period_weeks: settings.periodWeeks,
    period_from: settings.periodFrom,
    weekend: [...settings.weekend],
    rules: JSON.stringify(settings.rules),
    packs: [...settings.packs],
    weights: JSON.stringify(settings.weights),
    scheduling_order: settings.schedulingOrder,
    unstated: settings.unstated,
    trades: settings.trades,
    trade_deadline_minutes: settings.tradeDeadlineMinutes,
    claims: settings.claims,
    time_clock: settings.timeClock,
  };
}

/** A day off for everybody, or at one location. */
export interface StoredHoliday {
  readonly id: string;
  /** `2026-12-25`. */
  readonly day: string;
  readonly name: string;
  /** Null: at every location. */
  readonly locationId: string | null;
}

/** Holidays by day, within two days (both included) where given. */
export async function listHolidays(tx: Tx, from = '0001-01-01', to = '9999-12-31'): Promise<StoredHoliday[]> {
  const rows = await tx
    .on<Tables>()
    .selectFrom('holidays')
    .selectAll()
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .orderBy('id')
    .execute();
  return rows.map(({ id, day, name, location_id }) => ({ id, day, name, locationId: location_id }));
}

/** Adds a holiday; false when that place has one on that day. */
export async function insertHoliday(tx: Tx, { id, day, name, locationId }: StoredHoliday): Promise<boolean> {
  const result = await tx
    .on<Tables>()
    .insertInto('holidays')
    .values({ org_id: orgOf(tx), id, day, name, location_id: locationId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Removes a holiday; false when there is none of that id. */
export async function deleteHoliday(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`delete from holidays where id = ${id} returning 1`.execute(tx.on());
  return rows.length > 0;
}
