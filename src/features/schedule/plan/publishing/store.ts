import { sql, type Tx } from '../../../../platform/db/index.ts';
import { minutesAt } from '../plan.ts';

interface PublishedRow {
  org_id: string;
  id: string;
  publication_id: string;
  ended_by: string | null;
  period_id: string;
  person_id: string;
  shift_id: string;
  role_id: string;
  starts_at: Date;
  ends_at: Date;
  zone: string;
  break_minutes: number;
  premium_minutes: number;
  end_premium_minutes: number;
  seen_at: Date | null;
}

/** A shift as somebody was told of it. Times are minutes since 1970. */
export interface PublishedShift {
  readonly id: string;
  readonly publicationId: string;
  readonly endedBy: string | null;
  readonly periodId: string;
  readonly personId: string;
  readonly shiftId: string;
  readonly roleId: string;
  readonly start: number;
  readonly end: number;
  readonly zone: string;
  readonly breakMinutes: number;
  readonly premiumMinutes: number;
  readonly endPremiumMinutes: number;
  readonly seen: boolean;
}

/** What people were told of these shifts and holds still. */
export async function toldOf(tx: Tx, shiftIds: readonly string[]): Promise<PublishedShift[]> {
  if (shiftIds.length === 0) return [];
  const { rows } = await sql<PublishedRow>`select * from published_shifts where ended_by is null
    and shift_id = any (${[...shiftIds]}::uuid[]) order by starts_at, id`.execute(tx.on());
  return rows.map(fromRow);
}

function fromRow(row: PublishedRow): PublishedShift {
  return {
    ...{ id: row.id, publicationId: row.publication_id, endedBy: row.ended_by, periodId: row.period_id },
    ...{ personId: row.person_id, shiftId: row.shift_id, roleId: row.role_id, zone: row.zone },
    ...{ start: minutesAt(row.starts_at), end: minutesAt(row.ends_at), breakMinutes: row.break_minutes },
    ...{ premiumMinutes: row.premium_minutes, endPremiumMinutes: row.end_premium_minutes, seen: row.seen_at !== null },
  };
}
