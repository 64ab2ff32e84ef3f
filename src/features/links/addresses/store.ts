import { z } from 'zod';
import { type Database, orgId, orgOf, sql, type Tx } from '../../../platform/db/index.ts';
import { type Card, type Destination, isChanceSlug, keyOf, readKey } from '../link.ts';

interface Tables {
  short_links: {
    org_id: string;
    id: string;
    slug: string;
    target: string;
    changed_at: Date;
    ends_at: Date | null;
    target_after: string | null;
    card: unknown;
    domain_id: string | null;
    name: string | null;
  };
  link_names: { org_id: string; name: string; link_id: string; given_at: Date };
  shared_names: { org_id: string; name: string; link_id: string };
}

type LinkRow = Tables['short_links'];
type Row = Pick<LinkRow, 'org_id' | 'id' | 'target' | 'ends_at' | 'target_after' | 'card'>;

/** Every process is told of a new or changed link, by each key that it is remembered by. */
export const changeTopic = 'links.changed';

/** Says that a link is new or was changed. */
export async function tellOfLink(tx: Tx, link: { readonly id: string; readonly slug: string }): Promise<void> {
  const names = await tx.on<Tables>().selectFrom('link_names').select('name').where('link_id', '=', link.id).execute();
  for (const slug of [link.slug, ...names.map(({ name }) => name)]) {
    for (const key of [keyOf(null, slug), keyOf(orgOf(tx), slug)]) await tx.notify(changeTopic, { key });
  }
}

const columns = ['org_id', 'id', 'slug', 'name', 'domain_id', 'target', 'ends_at', 'target_after', 'card'] as const;

/**
 * The links of all organisations that were changed last and have not ended, oldest change first, for the memory of the redirect: under the
 * slug that chance gave them, where they are most likely to be asked for.
 */
export async function latestDestinations(db: Database, most: number, now: Date): Promise<readonly Destination[]> {
  const rows = await db.directory((tx) =>
    tx
      .on<Tables>()
      .selectFrom('short_links')
      .select(columns)
      .where((where) => where.or([where('ends_at', 'is', null), where('ends_at', '>', now)]))
      .orderBy('changed_at', 'desc')
      .limit(most)
      .execute(),
  );
  return rows
    .toReversed()
    .map((row) => toDestination(row, keyOf(row.domain_id === null ? null : orgId(row.org_id), row.slug)));
}

/** The links of these keys. Of two with one key the one by a slug of chance comes first, then the older: ids tell time. */
export async function destinationsOf(db: Database, keys: readonly string[]): Promise<readonly Destination[]> {
  const asked = keys.flatMap((key) => ({ key, ...readKey(key) })).filter(({ slug }) => slug !== undefined);
  const shared = asked.filter(({ org }) => org === null);
  const own = asked.filter(({ org }) => org !== null);
  return db.directory(async (tx) => [
    ...(shared.length === 0 ? [] : await onSharedHost(tx, shared)),
    ...(own.length === 0 ? [] : await onOwnHosts(tx, own)),
  ]);
}

interface Asked {
  readonly key: string;
  readonly org?: string | null;
  readonly slug?: string;
}

type Found = Row & { readonly key: string; readonly by_name: boolean };

const linkColumns = sql`l.org_id, l.id, l.target, l.ends_at, l.target_after, l.card, a.key`;
const inOrder = (rows: readonly Found[]) =>
  rows
    .toSorted((left, right) => Number(left.by_name) - Number(right.by_name) || (left.id < right.id ? -1 : 1))
    .map((row) => toDestination(row, row.key));

async function onSharedHost(tx: Tx, asked: readonly Asked[]): Promise<Destination[]> {
  const { rows } = await sql<Found>`
    with a as (select * from unnest(${asked.map(({ key }) => key)}::text[]) as a (key))
    select ${linkColumns}, false as by_name from a join short_links l on l.slug = a.key
    union all
    select ${linkColumns}, true from a join shared_names n on n.name = lower(a.key)
      join short_links l on l.org_id = n.org_id and l.id = n.link_id
  `.execute(tx.on<Tables>());
  return inOrder(rows);
}

async function onOwnHosts(tx: Tx, asked: readonly Asked[]): Promise<Destination[]> {
  const { rows } = await sql<Found>`
    with a as (select * from unnest(${asked.map(({ key }) => key)}::text[], ${asked.map(({ org }) => org ?? '')}::uuid[],
      ${asked.map(({ slug }) => slug ?? '')}::text[]) as a (key, org_id, slug))
    select ${linkColumns}, false as by_name from a join short_links l on l.org_id = a.org_id and l.slug = a.slug
    union all
    select ${linkColumns}, true from a join link_names n on n.org_id = a.org_id and n.name = lower(a.slug)
      join short_links l on l.org_id = n.org_id and l.id = n.link_id
  `.execute(tx.on<Tables>());
  return inOrder(rows);
}

const cardSchema: z.ZodType<Card> = z.object({
  title: z.string(),
  description: z.string(),
  pictureUrl: z.string().nullable(),
});

/** A row as the redirect needs it. @param key what it was asked for by */
export function toDestination(row: Row & { readonly by_name?: boolean }, key: string): Destination {
  const slug = readKey(key)?.slug ?? '';
  const respelt = row.by_name === true && isChanceSlug(slug) && slug !== slug.toLowerCase();
  return {
    ...{ orgId: orgId(row.org_id), id: row.id, key, target: row.target, endsAt: row.ends_at },
    targetAfter: row.target_after,
    card: cardSchema.nullable().catch(null).parse(row.card),
    ...(respelt ? { respelt } : {}),
  };
}

/** Gives a name to a link in the organisation. Out: false when another link of it has that name. */
export async function giveName(tx: Tx, name: string, linkId: string, now: Date): Promise<boolean> {
  const row = { org_id: orgOf(tx), name, link_id: linkId };
  const given = { ...row, given_at: now };
  await tx
    .on<Tables>()
    .insertInto('link_names')
    .values(given)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return isIts(tx, 'link_names', name, linkId);
}

/** The same on the host that all organisations share. Out: false when a link has it there, whosever. */
export async function giveSharedName(tx: Tx, name: string, linkId: string): Promise<boolean> {
  await tx
    .on<Tables>()
    .insertInto('shared_names')
    .values({ org_id: orgOf(tx), name, link_id: linkId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return isIts(tx, 'shared_names', name, linkId);
}

async function isIts(tx: Tx, table: 'link_names' | 'shared_names', name: string, linkId: string): Promise<boolean> {
  const row = await tx
    .on<Tables>()
    .selectFrom(table)
    .select('link_id')
    .where('name', '=', name)
    .where('link_id', '=', linkId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Lets a link go by a name that it has been given; null for the slug of chance. The earlier ones go on leading to it. */
export async function goBy(
  tx: Tx,
  link: { readonly id: string; readonly slug: string },
  name: string | null,
  now: Date,
): Promise<void> {
  await tx.on<Tables>().updateTable('short_links').set({ name, changed_at: now }).where('id', '=', link.id).execute();
  await tellOfLink(tx, link);
}

/** Which of these are no free names: of the organisation, on the shared host, or slugs that chance has given to any link. */
export async function takenNames(db: Database, org: string, names: readonly string[]): Promise<ReadonlySet<string>> {
  const wanted = [...names];
  const { rows } = await db.directory((tx) =>
    sql<{ name: string }>`
      select name from link_names where org_id = ${org}::uuid and name = any(${wanted}::text[])
      union select name from shared_names where name = any(${wanted}::text[])
      union select slug from short_links where slug = any(${wanted}::text[])
    `.execute(tx.on<Tables>()),
  );
  return new Set(rows.map(({ name }) => name));
}
