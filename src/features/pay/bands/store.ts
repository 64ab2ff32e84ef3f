import { orgOf, sql, type Tx } from '../../../platform/db/index.ts';
import { type Band, titleKey } from './band.ts';

interface By {
  readonly by: string;
  readonly at: Date;
}

interface Tables {
  pay_bands: BandRow;
}

interface BandRow {
  org_id: string;
  id: string;
  title: string;
  title_key: string;
  location_id: string | null;
  from_day: string;
  until_day: string | null;
  low: number;
  middle: number;
  high: number;
  currency: string;
  per: Band['per'];
  weekly_minutes: number | null;
  changed_by: string;
  changed_at: Date;
}

type Told = Omit<Band, 'min' | 'mid' | 'max'> & { readonly min: string; readonly mid: string; readonly max: string };

/** Every band that is, was or will be, by title, the last first. */
export async function listBands(tx: Tx): Promise<readonly Band[]> {
  const { rows } = await sql<Told>`select id, title, location_id as "locationId", from_day::text as "from",
      until_day::text as until, low::text as min, middle::text as mid, high::text as max, currency, per,
      weekly_minutes as "weeklyMinutes"
    from pay_bands order by title_key, location_id nulls first, from_day desc`.execute(tx.on());
  return rows.map((row) => ({ ...row, min: Number(row.min), mid: Number(row.mid), max: Number(row.max) }));
}

/** Nobody else writes a band of this organisation until the transaction ends: two at once could overlap. */
export async function lockBands(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`pay_bands ${orgOf(tx)}`}, 0))`.execute(tx.on());
}

/** Keeps a band, a fresh one or in place of what it said. */
export async function putBand(tx: Tx, band: Band, { by, at }: By): Promise<void> {
  const { id, title, locationId, from, until, min, mid, max, currency, per, weeklyMinutes } = band;
  const change = {
    ...{ title, title_key: titleKey(title), location_id: locationId, from_day: from, until_day: until },
    ...{ low: min, middle: mid, high: max, currency, per, weekly_minutes: weeklyMinutes },
    ...{ changed_by: by, changed_at: at },
  };
  await tx
    .on<Tables>()
    .insertInto('pay_bands')
    .values({ ...change, org_id: orgOf(tx), id })
    .onConflict((conflict) => conflict.columns(['org_id', 'id']).doUpdateSet(change))
    .execute();
}

export async function deleteBand(tx: Tx, id: string): Promise<void> {
  await tx.on<Tables>().deleteFrom('pay_bands').where('id', '=', id).execute();
}

/** Two records of one human become one: what either kept is by the kept one. */
export async function moveBands(tx: Tx, keptId: string, otherId: string): Promise<void> {
  const change = tx.on<Tables>().updateTable('pay_bands').set({ changed_by: keptId });
  await change.where('changed_by', '=', otherId).execute();
}
