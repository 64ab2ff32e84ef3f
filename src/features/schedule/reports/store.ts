import { sql, type Tx } from '../../../platform/db/index.ts';
import { dayMinutes, dayOf } from '../calendar/local.ts';
import { clockOf } from '../calendar/zone.ts';
import { dateAt, minutesAt } from '../plan/plan.ts';
import { dayIn } from '../work/settings/read-settings.ts';
import type { Days } from './days.ts';

/** A time that somebody was told of a shift. */
export interface Telling {
  readonly roleId: string;
  readonly personId: string;
  readonly kind: 'publish' | 'trade' | 'claim' | 'left';
  /** Local day of the shift, and that on which it was told there. */
  readonly day: number;
  readonly toldOn: string;
  /** What telling it, and taking it back, owes. */
  readonly premiumMinutes: number;
}

interface TellingRow {
  role_id: string;
  person_id: string;
  kind: Telling['kind'];
  starts_at: Date;
  zone: string;
  published_at: Date;
  owed: number;
}

/** Every time that somebody was told of a shift that begins in these days, also where it does not hold any more. */
export async function listTellings(tx: Tx, { from, to }: Days): Promise<readonly Telling[]> {
  // A day more on both sides: no local day begins further than that from the day of UTC.
  const [start, end] = [dateAt((from - 1) * dayMinutes), dateAt((to + 2) * dayMinutes)];
  const { rows } = await sql<TellingRow>`select t.role_id, t.person_id, b.kind, t.starts_at, t.zone, b.published_at,
      t.premium_minutes + t.end_premium_minutes as owed
    from published_shifts t join publications b on b.org_id = t.org_id and b.id = t.publication_id
    where t.starts_at >= ${start} and t.starts_at < ${end} order by t.starts_at, t.id`.execute(tx.on());
  return rows
    .map((row) => ({
      ...{ roleId: row.role_id, personId: row.person_id, kind: row.kind, premiumMinutes: row.owed },
      day: dayOf(clockOf(row.zone).toWall(minutesAt(row.starts_at))),
      toldOn: dayIn(row.zone, row.published_at),
    }))
    .filter(({ day }) => day >= from && day <= to);
}
