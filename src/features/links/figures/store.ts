import { sql, type Tx } from '../../../platform/db/index.ts';

interface Tables {
  short_links: { org_id: string; id: string; request_id: string };
  click_counts: { org_id: string; link_id: string; hour_at: Date; total: number; unique_total: number; robots: number };
  click_origins: { org_id: string; link_id: string; kind: string; name: string; total: number };
}

/** Clicks of people (total, and each visitor of a day once) and of robots. */
export interface ClickCount {
  readonly total: number;
  readonly unique: number;
  readonly robots: number;
}

/** The sums of `click_counts c`. */
export const countColumns = sql<number>`coalesce(sum(c.total), 0)::bigint as total,
  coalesce(sum(c.unique_total), 0)::bigint as "unique", coalesce(sum(c.robots), 0)::bigint as robots`;

/** Whole days in a time zone, both inclusive, as YYYY-MM-DD. */
export interface Period {
  readonly from: string;
  readonly to: string;
  /** IANA name. */
  readonly timeZone: string;
}

// An hour belongs to the day in which it begins. (Where clocks stand at half past, the hour around midnight is counted to the day before.)
const during = ({ from, to, timeZone }: Period) => sql`c.hour_at >= ${from}::date::timestamp at time zone ${timeZone}
  and c.hour_at < (${to}::date + 1)::timestamp at time zone ${timeZone}`;

const among = (requestIds: readonly string[] | undefined) =>
  requestIds ? sql`l.request_id = any(${[...requestIds]}::uuid[])` : sql`true`;

/** Clicks of each request that had any. */
export async function countsOf(
  tx: Tx,
  wanted: { readonly requestIds?: readonly string[]; readonly period?: Period },
): Promise<readonly (ClickCount & { readonly request_id: string })[]> {
  const { rows } = await sql<ClickCount & { request_id: string }>`
    select l.request_id, ${countColumns}
    from short_links l join click_counts c on c.org_id = l.org_id and c.link_id = l.id
    where ${among(wanted.requestIds)} and ${wanted.period ? during(wanted.period) : sql`true`}
    group by l.request_id
  `.execute(tx.on<Tables>());
  return rows;
}

/** Clicks of each day of the period, days without any included. */
export async function countsByDay(
  tx: Tx,
  wanted: Period & { readonly requestIds?: readonly string[] },
): Promise<readonly (ClickCount & { readonly day: string })[]> {
  const { rows } = await sql<ClickCount & { day: string }>`
    with counted as (
      select (c.hour_at at time zone ${wanted.timeZone})::date as day, c.total, c.unique_total, c.robots
      from click_counts c ${wanted.requestIds ? sql`join short_links l on l.org_id = c.org_id and l.id = c.link_id` : sql``}
      where ${during(wanted)} and ${among(wanted.requestIds)}
    )
    select d.day::date as day, ${countColumns}
    from generate_series(${wanted.from}::date::timestamp, ${wanted.to}::date::timestamp, interval '1 day') as d (day)
    left join counted c on c.day = d.day::date
    group by d.day order by d.day
  `.execute(tx.on<Tables>());
  return rows;
}

/** People's clicks of each hour of the day in the period's zone: 24 numbers. */
export async function countsByHour(tx: Tx, period: Period): Promise<readonly number[]> {
  const { rows } = await sql<{ hour: number; total: number }>`
    select extract(hour from c.hour_at at time zone ${period.timeZone})::int as hour, sum(c.total)::bigint as total
    from click_counts c where ${during(period)} group by 1`.execute(tx.on());
  const totals = new Map(rows.map(({ hour, total }) => [hour, total]));
  return Array.from({ length: 24 }, (_, hour) => totals.get(hour) ?? 0);
}

/** People's clicks by device and by referring network, most first. */
export async function originsOf(
  tx: Tx,
  requestIds: readonly string[] | undefined,
): Promise<readonly { readonly kind: string; readonly name: string; readonly total: number }[]> {
  const { rows } = await sql<{ kind: string; name: string; total: number }>`
    select o.kind, o.name, sum(o.total)::bigint as total
    from click_origins o join short_links l on l.org_id = o.org_id and l.id = o.link_id
    where ${among(requestIds)} group by o.kind, o.name order by total desc, o.name
  `.execute(tx.on<Tables>());
  return rows;
}
