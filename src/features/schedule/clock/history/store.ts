import { orgOf, sql, type Tx } from '../../../../platform/db/index.ts';
import { dateAt, minutesAt } from '../../plan/plan.ts';
import type { Break, ClockAct, ClockEntry } from '../entry.ts';
import { breaksIn, breaksText } from '../store.ts';

/** Who made an entry what it is, when and by what. */
export interface Making {
  readonly act: ClockAct | 'correction';
  readonly by: string;
  readonly at: Date;
  readonly correctionId: string | null;
  /** Of the press of a button, so that it counts once. */
  readonly key: string | null;
  readonly removed: boolean;
}

/** A version of an entry as the history has it. */
export interface Version extends Omit<Making, 'key'> {
  readonly number: number;
  readonly start: number;
  readonly end: number | null;
  readonly breaks: readonly Break[];
  readonly roleId: string | null;
}

/** Keeps what an entry is now, behind the versions before. */
export async function insertVersion(tx: Tx, entry: ClockEntry, making: Making): Promise<void> {
  const { id, version, start, end, breaks, shiftId, roleId } = entry;
  const { act, by, at, correctionId, key, removed } = making;
  await sql`insert into clock_versions (org_id, entry_id, number, act, starts_at, ends_at, breaks, shift_id, role_id,
      removed, made_by, made_at, correction_id, key)
    values (${orgOf(tx)}, ${id}, ${version}, ${act}, ${dateAt(start)}, ${end === null ? null : dateAt(end)},
      ${breaksText(breaks)}::jsonb, ${shiftId}, ${roleId}, ${removed}, ${by}, ${at}, ${correctionId}, ${key})`.execute(
    tx.on(),
  );
}

/** Whether a press of a button by somebody was counted before. */
export async function isCounted(tx: Tx, by: string, key: string): Promise<boolean> {
  const { rows } = await sql`select 1 from clock_versions where made_by = ${by} and key = ${key}`.execute(tx.on());
  return rows.length > 0;
}

interface VersionRow {
  number: number;
  act: Making['act'];
  starts_at: Date;
  ends_at: Date | null;
  breaks: unknown;
  role_id: string | null;
  removed: boolean;
  made_by: string;
  made_at: Date;
  correction_id: string | null;
}

/** Every version of an entry, the first one first. */
export async function versionsOf(tx: Tx, entryId: string): Promise<readonly Version[]> {
  const { rows } = await sql<VersionRow>`select * from clock_versions where entry_id = ${entryId}
    order by number`.execute(tx.on());
  return rows.map((row) => ({
    ...{ number: row.number, act: row.act, by: row.made_by, at: row.made_at, removed: row.removed },
    ...{ start: minutesAt(row.starts_at), end: row.ends_at === null ? null : minutesAt(row.ends_at) },
    ...{ breaks: breaksIn(row.breaks), roleId: row.role_id, correctionId: row.correction_id },
  }));
}
