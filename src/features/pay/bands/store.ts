import { orgOf, sql, type Tx } from '../../../platform/db/index.ts';
import { type Band, type TitleEntry, titleKey } from './band.ts';

interface By {
  readonly by: string;
  readonly at: Date;
}

interface Tables {
  pay_bands: BandRow;
  pay_titles: {
    org_id: string;
    person_id: string;
    from_day: string;
    title: string | null;
    changed_by: string;
    changed_at: Date;
  };
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

/** As what these people, or everybody, were, are and will be paid. */
export async function listTitles(tx: Tx, personIds?: readonly string[]): Promise<readonly TitleEntry[]> {
  const whose = personIds === undefined ? sql`` : sql`where person_id = any (${[...personIds]}::uuid[])`;
  const { rows } = await sql<TitleEntry>`select person_id as "personId", from_day::text as "from", title
    from pay_titles ${whose} order by person_id, from_day`.execute(tx.on());
  return rows;
}

/** Says as what somebody is paid from a day on, in place of what was said of that day. */
export async function putTitle(tx: Tx, { personId, from, title }: TitleEntry, { by, at }: By): Promise<void> {
  const change = { title, changed_by: by, changed_at: at };
  await tx
    .on<Tables>()
    .insertInto('pay_titles')
    .values({ ...change, org_id: orgOf(tx), person_id: personId, from_day: from })
    .onConflict((conflict) => conflict.columns(['org_id', 'person_id', 'from_day']).doUpdateSet(change))
    .execute();
}

/** Two records of one human become one: of a day that both say something of, the kept one's word counts. */
export async function moveTitles(tx: Tx, keptId: string, otherId: string): Promise<void> {
  await sql`delete from pay_titles other using pay_titles kept
    where other.person_id = ${otherId} and kept.person_id = ${keptId}
      and kept.org_id = other.org_id and kept.from_day = other.from_day`.execute(tx.on());
  const tables = tx.on<Tables>();
  await tables.updateTable('pay_titles').set({ person_id: keptId }).where('person_id', '=', otherId).execute();
  await tables.updateTable('pay_titles').set({ changed_by: keptId }).where('changed_by', '=', otherId).execute();
  await tables.updateTable('pay_bands').set({ changed_by: keptId }).where('changed_by', '=', otherId).execute();
}
