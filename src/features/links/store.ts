import { type Database, type OrgId, orgId, orgOf, sql, type Tx } from '../../platform/db/index.ts';
import type { HourCount } from './click-record.ts';
import type { Destination } from './link.ts';
import { devices, referrers } from './visitor.ts';

interface Tables {
  short_links: {
    org_id: string;
    id: string;
    slug: string;
    request_id: string;
    network: string;
    variant: number;
    target: string;
    created_at: Date;
    changed_at: Date;
    ends_at: Date | null;
  };
  click_batches: { org_id: string; id: string; loaded_at: Date };
  click_counts: { org_id: string; link_id: string; hour_at: Date; total: number; unique_total: number; robots: number };
  click_visitors: { org_id: string; turn: number; day: string; visitors: Uint8Array };
  click_turns: { org_id: string; turn: number };
  click_origins: { org_id: string; link_id: string; kind: string; name: string; total: number };
}

export type LinkRow = Omit<Tables['short_links'], 'org_id' | 'created_at' | 'changed_at'>;

const linkColumns = ['id', 'slug', 'request_id', 'network', 'variant', 'target', 'ends_at'] as const;

/** Every process is told of a new or changed link, by its slug. */
export const changeTopic = 'links.changed';

/** Inserts a link; null when its slug, or its place in the request, is taken. No error then, which would end the transaction. */
export async function insertLink(tx: Tx, row: LinkRow, now: Date): Promise<LinkRow | null> {
  const inserted = await tx
    .on<Tables>()
    .insertInto('short_links')
    .values({ ...row, org_id: orgOf(tx), created_at: now, changed_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning(linkColumns)
    .executeTakeFirst();
  if (inserted) await tx.notify(changeTopic, { slug: inserted.slug });
  return inserted ?? null;
}

/** Sets where an existing link of a request leads and until when; null when there is none. */
export async function updateLink(
  tx: Tx,
  row: Pick<LinkRow, 'request_id' | 'network' | 'variant' | 'target' | 'ends_at'>,
  now: Date,
): Promise<LinkRow | null> {
  const updated = await tx
    .on<Tables>()
    .updateTable('short_links')
    .set({ target: row.target, ends_at: row.ends_at, changed_at: now })
    .where('request_id', '=', row.request_id)
    .where('network', '=', row.network)
    .where('variant', '=', row.variant)
    .returning(linkColumns)
    .executeTakeFirst();
  if (updated) await tx.notify(changeTopic, { slug: updated.slug });
  return updated ?? null;
}

/** Clicks of people (total, and each visitor of a day once) and of robots. */
export interface ClickCount {
  readonly total: number;
  readonly unique: number;
  readonly robots: number;
}

const countColumns = sql<number>`coalesce(sum(c.total), 0)::bigint as total,
  coalesce(sum(c.unique_total), 0)::bigint as "unique", coalesce(sum(c.robots), 0)::bigint as robots`;

/** A request's links with the clicks of each. */
export async function linksOf(tx: Tx, requestId: string): Promise<readonly (LinkRow & ClickCount)[]> {
  const { rows } = await sql<LinkRow & ClickCount>`
    select l.id, l.slug, l.request_id, l.network, l.variant, l.target, l.ends_at, ${countColumns}
    from short_links l left join click_counts c on c.org_id = l.org_id and c.link_id = l.id
    where l.request_id = ${requestId}::uuid
    group by l.org_id, l.id order by l.network, l.variant
  `.execute(tx.on<Tables>());
  return rows;
}

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

const destinationColumns = ['org_id', 'id', 'slug', 'target', 'ends_at'] as const;

/** The links of all organisations that were changed last and have not ended, oldest change first, for the memory of the redirect. */
export async function latestDestinations(db: Database, most: number, now: Date): Promise<readonly Destination[]> {
  const rows = await db.directory((tx) =>
    tx
      .on<Tables>()
      .selectFrom('short_links')
      .select(destinationColumns)
      .where((where) => where.or([where('ends_at', 'is', null), where('ends_at', '>', now)]))
      .orderBy('changed_at', 'desc')
      .limit(most)
      .execute(),
  );
  return rows.toReversed().map(toDestination);
}

/** The links of these slugs; ids tell time, so the oldest comes first. */
export async function destinationsOf(db: Database, slugs: readonly string[]): Promise<readonly Destination[]> {
  const rows = await db.directory((tx) =>
    tx
      .on<Tables>()
      .selectFrom('short_links')
      .select(destinationColumns)
      .where('slug', '=', sql<string>`any(${[...slugs]}::text[])`)
      .orderBy('id')
      .execute(),
  );
  return rows.map(toDestination);
}

function toDestination(row: Pick<Tables['short_links'], (typeof destinationColumns)[number]>): Destination {
  return { orgId: orgId(row.org_id), id: row.id, slug: row.slug, target: row.target, endsAt: row.ends_at };
}

/** Takes visitors that are not new out of the unique clicks. */
export type Sift = (tx: Tx, counts: readonly HourCount[]) => Promise<readonly HourCount[]>;

/**
 * Adds one organisation's part of a batch to the counters, in one transaction with the batch's id.
 * Out: false when the batch was in already. Clicks of links that are gone are left out. `finished` are batches whose files are gone,
 * so that their ids are no longer needed.
 */
export async function addCounts(
  db: Database,
  org: OrgId,
  batch: { id: string; counts: readonly HourCount[]; finished: readonly string[] },
  { now, sift }: { now: Date; sift: Sift },
): Promise<boolean> {
  return db.inOrg(org, async (tx) => {
    const fresh = await tx
      .on<Tables>()
      .insertInto('click_batches')
      .values({ org_id: org, id: batch.id, loaded_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (batch.finished.length > 0)
      await tx.on<Tables>().deleteFrom('click_batches').where('id', 'in', batch.finished).execute();
    if (!fresh) return false;
    await addHours(tx, await sift(tx, batch.counts));
    await addOrigins(tx, batch.counts);
    return true;
  });
}

/** Says which visitors are new, after all who said so before: until this transaction ends the others wait. Out: the turn's number. */
export async function takeTurn(tx: Tx): Promise<number> {
  const taken = await tx
    .on<Tables>()
    .insertInto('click_turns')
    .values({ org_id: orgOf(tx), turn: 1 })
    .onConflict((conflict) => conflict.column('org_id').doUpdateSet({ turn: sql`click_turns.turn + 1` }))
    .returning('turn')
    .executeTakeFirstOrThrow();
  return taken.turn;
}

/** The visitors of all turns after that one. */
export async function visitorsAfter(tx: Tx, turn: number): Promise<readonly Uint8Array[]> {
  const rows = tx.on<Tables>().selectFrom('click_visitors').select('visitors').where('turn', '>', turn);
  return (await rows.execute()).map(({ visitors }) => visitors);
}

/** Writes down the new visitors of a turn. @param day YYYY-MM-DD, after which they are deleted */
export async function addVisitors(tx: Tx, turn: number, day: string, visitors: Uint8Array): Promise<void> {
  await tx
    .on<Tables>()
    .insertInto('click_visitors')
    .values({ org_id: orgOf(tx), turn, day, visitors })
    .execute();
}

/** Deletes the visitors of days before the given one (YYYY-MM-DD). Their key is destroyed already. */
export async function forgetVisitors(db: Database, before: string): Promise<void> {
  await db.directory((tx) => tx.on<Tables>().deleteFrom('click_visitors').where('day', '<', before).execute());
}

async function addHours(tx: Tx, counts: readonly HourCount[]): Promise<void> {
  await sql`
    insert into click_counts (org_id, link_id, hour_at, total, unique_total, robots)
    select l.org_id, l.id, to_timestamp(c.hour * 3600.0), c.total, c.uniques, c.robots
    from unnest(
      ${counts.map((count) => count.linkId)}::uuid[], ${counts.map((count) => count.hour)}::bigint[],
      ${counts.map((count) => count.total)}::bigint[], ${counts.map((count) => count.unique)}::bigint[],
      ${counts.map((count) => count.robots)}::bigint[]
    ) as c (link_id, hour, total, uniques, robots)
    join short_links l on l.org_id = ${orgOf(tx)} and l.id = c.link_id
    order by l.id, c.hour -- two processes that take their locks in the same order cannot wait for each other
    on conflict (org_id, link_id, hour_at) do update set
      total = click_counts.total + excluded.total,
      unique_total = click_counts.unique_total + excluded.unique_total,
      robots = click_counts.robots + excluded.robots
  `.execute(tx.on<Tables>());
}

async function addOrigins(tx: Tx, counts: readonly HourCount[]): Promise<void> {
  const rows = counts.flatMap(({ linkId, ...count }) => [
    ...count.devices.map((total, index) => ({ linkId, kind: 'device', name: devices[index] ?? 'other', total })),
    ...count.referrers.map((total, index) => ({ linkId, kind: 'referrer', name: referrers[index] ?? 'other', total })),
  ]);
  const some = rows.filter((row) => row.total > 0);
  if (some.length === 0) return;
  await sql`
    insert into click_origins (org_id, link_id, kind, name, total)
    select l.org_id, l.id, o.kind, o.name, sum(o.total)
    from unnest(
      ${some.map((row) => row.linkId)}::uuid[], ${some.map((row) => row.kind)}::text[],
      ${some.map((row) => row.name)}::text[], ${some.map((row) => row.total)}::bigint[]
    ) as o (link_id, kind, name, total)
    join short_links l on l.org_id = ${orgOf(tx)} and l.id = o.link_id
    group by l.org_id, l.id, o.kind, o.name
    order by l.id, o.kind, o.name
    on conflict (org_id, link_id, kind, name) do update set total = click_origins.total + excluded.total
  `.execute(tx.on<Tables>());
}
