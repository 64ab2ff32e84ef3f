import { type Database, type OrgId, orgOf, sql, type Tx } from '../../platform/db/index.ts';
import { tellOfLink } from './addresses/store.ts';
import type { HourCount } from './click-record.ts';
import { type ClickCount, countColumns } from './figures/store.ts';
import type { Card } from './link.ts';
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
    target_after: string | null;
    /** JSON. */
    card: string | null;
    domain_id: string | null;
    name: string | null;
  };
  click_batches: { org_id: string; id: string; loaded_at: Date };
  click_counts: { org_id: string; link_id: string; hour_at: Date; total: number; unique_total: number; robots: number };
  click_visitors: { org_id: string; turn: number; day: string; visitors: Uint8Array };
  click_turns: { org_id: string; turn: number };
  click_origins: { org_id: string; link_id: string; kind: string; name: string; total: number };
}

/** A link with the address that it has now. */
export type LinkRow = Pick<
  Tables['short_links'],
  'id' | 'slug' | 'request_id' | 'network' | 'variant' | 'target' | 'ends_at' | 'target_after' | 'name'
> & { readonly host: string | null; readonly card: unknown };

/** What a link is made from; an end or card that is left out stays as it was. */
export interface LinkWrite extends Pick<Tables['short_links'], 'request_id' | 'network' | 'variant' | 'target'> {
  readonly ends_at?: Date | null;
  readonly card?: Card | null;
}

// On a host that answers no more, or after another took the name on the shared one, a link goes by the slug that chance gave it.
const linkColumns = sql`l.id, l.slug, l.request_id, l.network, l.variant, l.target, l.ends_at, l.target_after, l.card, d.host,
  case when d.host is not null or s.name is not null then l.name end as name`;
const linkTables = sql`short_links l
  left join link_domains d on d.org_id = l.org_id and d.id = l.domain_id and d.state = 'active'
  left join shared_names s on s.org_id = l.org_id and s.name = l.name and s.link_id = l.id`;

/** Inserts a link; null when its slug, or its place in the request, is taken. No error then, which would end the transaction. */
export async function insertLink(
  tx: Tx,
  { card = null, ends_at = null, ...row }: LinkWrite & { readonly id: string; readonly slug: string },
  now: Date,
): Promise<LinkRow | null> {
  const inserted = await tx
    .on<Tables>()
    .insertInto('short_links')
    .values({
      ...{ ...row, ends_at, org_id: orgOf(tx), created_at: now, changed_at: now, target_after: null, name: null },
      card: card === null ? null : JSON.stringify(card),
      domain_id: sql<string | null>`(select id from link_domains where is_default)`,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'slug'])
    .executeTakeFirst();
  if (!inserted) return null;
  await tellOfLink(tx, inserted);
  return findLink(tx, inserted.id);
}

/** Sets where an existing link of a request leads, and what else is given; null when there is none. */
export async function updateLink(tx: Tx, row: LinkWrite, now: Date): Promise<LinkRow | null> {
  const updated = await tx
    .on<Tables>()
    .updateTable('short_links')
    .set({
      ...{ target: row.target, changed_at: now },
      ...(row.ends_at === undefined ? {} : { ends_at: row.ends_at }),
      ...(row.card === undefined ? {} : { card: row.card === null ? null : JSON.stringify(row.card) }),
    })
    .where('request_id', '=', row.request_id)
    .where('network', '=', row.network)
    .where('variant', '=', row.variant)
    .returning(['id', 'slug'])
    .executeTakeFirst();
  if (!updated) return null;
  await tellOfLink(tx, updated);
  return findLink(tx, updated.id);
}

/** One link, or null. */
export async function findLink(tx: Tx, id: string): Promise<LinkRow | null> {
  const { rows } = await sql<LinkRow>`select ${linkColumns} from ${linkTables} where l.id = ${id}::uuid`.execute(
    tx.on<Tables>(),
  );
  return rows[0] ?? null;
}

/** Sets until when links answer, and where they lead afterwards. */
export async function setEnding(
  tx: Tx,
  ids: readonly string[],
  {
    endsAt,
    targetAfter,
    now,
  }: { readonly endsAt: Date | null; readonly targetAfter: string | null; readonly now: Date },
): Promise<void> {
  const changed = await tx
    .on<Tables>()
    .updateTable('short_links')
    .set({ ends_at: endsAt, target_after: targetAfter, changed_at: now })
    .where('id', 'in', ids)
    .returning(['id', 'slug'])
    .execute();
  for (const link of changed) await tellOfLink(tx, link);
}

/** A request's links with the clicks of each, and how many of them came out of QR codes. */
export async function linksOf(
  tx: Tx,
  requestId: string,
): Promise<readonly (LinkRow & ClickCount & { readonly scans: number })[]> {
  const { rows } = await sql<LinkRow & ClickCount & { scans: number }>`
    select ${linkColumns}, ${countColumns}, coalesce((select o.total from click_origins o
      where o.org_id = l.org_id and o.link_id = l.id and o.kind = 'referrer' and o.name = 'qr'), 0)::bigint as scans
    from ${linkTables} left join click_counts c on c.org_id = l.org_id and c.link_id = l.id
    where l.request_id = ${requestId}::uuid
    group by l.org_id, l.id, d.host, s.name order by l.network, l.variant
  `.execute(tx.on<Tables>());
  return rows;
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
