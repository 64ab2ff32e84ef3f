import { sql, type Tx } from '../../platform/db/index.ts';
import type { ClickCount, Period } from './figures/store.ts';

/** Clicks of one request's links of one network, within one of the stretches that were asked for. */
export type ClickCell = ClickCount & {
  readonly requestId: string;
  readonly network: string;
  /** The day (YYYY-MM-DD) with which the stretch begins. */
  readonly from: string;
};

/** People's clicks in an hour of the week, over the whole period. */
export interface WeekHour {
  /** ISO: 1 is Monday. */
  readonly weekday: number;
  /** 0 to 23. */
  readonly hour: number;
  readonly total: number;
}

export interface ClickQuestion extends Period {
  /** All requests unless told. */
  readonly requestIds?: readonly string[] | undefined;
  /** All networks unless told. */
  readonly network?: string | undefined;
}

const during = ({ from, to, timeZone }: Period) => sql`c.hour_at >= ${from}::date::timestamp at time zone ${timeZone}
  and c.hour_at < (${to}::date + 1)::timestamp at time zone ${timeZone}`;

const about = ({ requestIds, network }: ClickQuestion) => sql`
  ${requestIds ? sql`l.request_id = any(${[...requestIds]}::uuid[])` : sql`true`}
  and ${network === undefined ? sql`true` : sql`l.network = ${network}`}`;

/**
 * Clicks by request, network and stretch of days.
 * @param starts days with which a stretch begins, in order, the first of them not after the period's first day
 */
export async function clickCells(tx: Tx, wanted: ClickQuestion, starts: readonly string[]): Promise<ClickCell[]> {
  const { rows } = await sql<ClickCell>`
    with counted as (
      select l.request_id, l.network, c.total, c.unique_total, c.robots,
        width_bucket((c.hour_at at time zone ${wanted.timeZone})::date, ${[...starts]}::date[]) as stretch
      from click_counts c join short_links l on l.org_id = c.org_id and l.id = c.link_id
      where ${during(wanted)} and ${about(wanted)}
    )
    select request_id as "requestId", network, (${[...starts]}::date[])[stretch] as "from",
      sum(total)::bigint as total, sum(unique_total)::bigint as "unique", sum(robots)::bigint as robots
    from counted group by request_id, network, stretch order by request_id, network, stretch`.execute(tx.on());
  return rows;
}

/** People's clicks by weekday and hour; hours without any are left out. */
export async function clicksByWeekHour(tx: Tx, wanted: ClickQuestion): Promise<WeekHour[]> {
  const { rows } = await sql<WeekHour>`
    with counted as (
      select (c.hour_at at time zone ${wanted.timeZone}) as at, c.total
      from click_counts c join short_links l on l.org_id = c.org_id and l.id = c.link_id
      where ${during(wanted)} and ${about(wanted)}
    )
    select extract(isodow from at)::int as weekday, extract(hour from at)::int as hour, sum(total)::bigint as total
    from counted group by 1, 2 having sum(total) > 0 order by 1, 2`.execute(tx.on());
  return rows;
}
