import { orgOf, type Tx } from '../../../platform/db/index.ts';
import { announce } from '../../../platform/http/index.ts';
import type { FeedItem } from './item.ts';

export const itemStates = ['waiting', 'made', 'dismissed'] as const;

/** An item as it waits for a publisher, or as it was decided about. */
export interface StoredItem {
  readonly id: string;
  /** Null for what somebody suggested. */
  readonly feedId: string | null;
  /** Who suggested it, where they gave their name. */
  readonly suggestedBy: string | null;
  /** What Slack called them then. */
  readonly suggestedAs: string | null;
  /** What they said to whoever decides. */
  readonly note: string;
  readonly state: (typeof itemStates)[number];
  readonly item: FeedItem & { readonly link: string };
  readonly pictureId: string | null;
  readonly foundAt: Date;
  readonly expiresAt: Date;
  readonly decidedAt: Date | null;
  readonly requestId: string | null;
}

interface ItemRow {
  org_id: string;
  id: string;
  feed_id: string | null;
  suggested_by: string | null;
  suggested_as: string | null;
  note: string;
  page_key: string | null;
  state: StoredItem['state'];
  title: string;
  link: string;
  description: string;
  author: string;
  categories: unknown;
  picture_id: string | null;
  published_at: Date | null;
  found_at: Date;
  expires_at: Date;
  decided_at: Date | null;
  request_id: string | null;
}

interface Tables {
  share_feed_items: ItemRow;
  share_feeds: { id: string; deleted_at: Date | null };
}

/**
 * Writes an item that a feed brought, or somebody suggested.
 * @param pageKey of a suggestion: no two have the same
 * @returns false when the page is suggested already
 */
export async function insertItem(tx: Tx, stored: StoredItem, pageKey: string | null = null): Promise<boolean> {
  const { item } = stored;
  const written = await tx
    .on<Tables>()
    .insertInto('share_feed_items')
    .values({
      ...{ org_id: orgOf(tx), id: stored.id, feed_id: stored.feedId, state: stored.state },
      ...{ suggested_by: stored.suggestedBy, suggested_as: stored.suggestedAs, note: stored.note, page_key: pageKey },
      ...{ title: item.title, link: item.link, description: item.description, author: item.author },
      ...{ categories: JSON.stringify(item.categories), picture_id: stored.pictureId },
      ...{ published_at: item.publishedAt, found_at: stored.foundAt, expires_at: stored.expiresAt },
      ...{ decided_at: stored.decidedAt, request_id: stored.requestId },
    })
    .onConflict((conflict) => conflict.columns(['org_id', 'page_key']).where('page_key', 'is not', null).doNothing())
    .returning('id')
    .execute();
  await announce(tx, 'feeds');
  return written.length > 0;
}

/** One item, locked until the transaction ends, or null. */
export async function findItem(tx: Tx, id: string): Promise<StoredItem | null> {
  const row = await tx
    .on<Tables>()
    .selectFrom('share_feed_items')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : toItem(row);
}

type Decision = Pick<StoredItem, 'state'> & Partial<Pick<StoredItem, 'decidedAt' | 'requestId' | 'expiresAt'>>;

/** What was decided about an item. */
export async function decideItem(tx: Tx, id: string, decision: Decision): Promise<void> {
  const { state, decidedAt = null, requestId = null, expiresAt } = decision;
  await tx
    .on<Tables>()
    .updateTable('share_feed_items')
    .set({
      ...{ state, decided_at: decidedAt, request_id: requestId },
      ...(expiresAt === undefined ? {} : { expires_at: expiresAt }),
      // Whoever suggested it has been told by then; nothing is to lead from them to the request.
      ...(state === 'made' ? { suggested_by: null, suggested_as: null } : {}),
    })
    .where('id', '=', id)
    .execute();
  await announce(tx, 'feeds');
}

/** What is waiting, and what was laid aside: dismissed, or waiting for longer than it should. */
export type Shelf = 'waiting' | 'aside';

interface ShelfQuery {
  readonly shelf: Shelf;
  readonly feedId: string | null;
  readonly now: Date;
}

function onShelf(tx: Tx, { shelf, feedId, now }: ShelfQuery) {
  const all = tx
    .on<Tables>()
    .selectFrom('share_feed_items')
    .where((is) =>
      is.or([
        is('feed_id', 'is', null),
        is('feed_id', 'in', is.selectFrom('share_feeds').select('share_feeds.id').where('deleted_at', 'is', null)),
      ]),
    );
  const some = feedId === null ? all : all.where('feed_id', '=', feedId);
  return shelf === 'waiting'
    ? some.where('state', '=', 'waiting').where('expires_at', '>', now)
    : some.where((is) =>
        is.or([is('state', '=', 'dismissed'), is.and([is('state', '=', 'waiting'), is('expires_at', '<=', now)])]),
      );
}

/** A page of what is on a shelf, the latest first, with how much there is in all. */
export async function listItems(
  tx: Tx,
  query: ShelfQuery & { readonly limit: number; readonly offset: number },
): Promise<{ items: StoredItem[]; total: number }> {
  const rows = await onShelf(tx, query)
    .selectAll()
    .orderBy('found_at', 'desc')
    .orderBy('id', 'desc')
    .limit(query.limit)
    .offset(query.offset)
    .execute();
  return { items: rows.map(toItem), total: await countItems(tx, query) };
}

/** How much is on a shelf. */
async function countItems(tx: Tx, query: ShelfQuery): Promise<number> {
  const { count } = await onShelf(tx, query)
    .select((is) => is.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** How much waits, by feed; of suggestions, under null. */
export async function countWaiting(tx: Tx, now: Date): Promise<Map<string | null, number>> {
  const rows = await onShelf(tx, { shelf: 'waiting', feedId: null, now })
    .select((is) => ['feed_id', is.fn.countAll<number>().as('count')])
    .groupBy('feed_id')
    .execute();
  return new Map(rows.map(({ feed_id: feedId, count }) => [feedId, count]));
}

/** Lays everything aside that waits. @returns what that was */
export async function dismissWaiting(tx: Tx, feedId: string | null, now: Date): Promise<readonly StoredItem[]> {
  const ids = onShelf(tx, { shelf: 'waiting', feedId, now }).select('id');
  const rows = await tx
    .on<Tables>()
    .updateTable('share_feed_items')
    .set({ state: 'dismissed', decided_at: now })
    .where('id', 'in', ids)
    .returningAll()
    .execute();
  await announce(tx, 'feeds');
  return rows.map(toItem);
}

/** How many suggestions wait. */
export async function countSuggested(tx: Tx, now: Date): Promise<number> {
  return (await countWaiting(tx, now)).get(null) ?? 0;
}

/** Where all items lead, whatever was decided about them. */
export async function linksOfItems(tx: Tx): Promise<string[]> {
  const rows = await tx.on<Tables>().selectFrom('share_feed_items').select('link').execute();
  return rows.map(({ link }) => link);
}

/** What its page says of an item. */
export async function describeItem(
  tx: Tx,
  id: string,
  { title, description, pictureId }: Pick<FeedItem, 'title' | 'description'> & Pick<StoredItem, 'pictureId'>,
): Promise<void> {
  const said = { title, description, picture_id: pictureId };
  await tx.on<Tables>().updateTable('share_feed_items').set(said).where('id', '=', id).execute();
  await announce(tx, 'feeds');
}

/** What somebody suggested with their name, for their own copy of what is held about them. */
export async function suggestionsBy(tx: Tx, personId: string): Promise<readonly object[]> {
  const own = tx.on<Tables>().selectFrom('share_feed_items').where('suggested_by', '=', personId).orderBy('found_at');
  return own.select(['link', 'title', 'note', 'state', 'found_at as at']).execute();
}

/** Whoever suggested something is not named any more, or is somebody else's record. */
export async function renameSuggester(tx: Tx, personId: string, keptId: string | null): Promise<void> {
  const own = tx.on<Tables>().updateTable('share_feed_items').where('suggested_by', '=', personId);
  await own.set(keptId === null ? { suggested_by: null, suggested_as: null } : { suggested_by: keptId }).execute();
}

/** How many items a feed has brought since a moment. */
export async function countFoundSince(tx: Tx, feedId: string, since: Date): Promise<number> {
  const { count } = await tx
    .on<Tables>()
    .selectFrom('share_feed_items')
    .where('feed_id', '=', feedId)
    .where('found_at', '>=', since)
    .select((is) => is.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/**
 * Forgets items that are over: decided about, or expired, before this moment.
 * @returns the pictures that nothing was made with
 */
export async function removeItemsBefore(tx: Tx, before: Date): Promise<string[]> {
  const rows = await tx
    .on<Tables>()
    .deleteFrom('share_feed_items')
    .where((is) =>
      is.or([is('decided_at', '<', before), is.and([is('state', '=', 'waiting'), is('expires_at', '<', before)])]),
    )
    .returning(['state', 'picture_id'])
    .execute();
  return rows.flatMap((row) => (row.state === 'made' || row.picture_id === null ? [] : [row.picture_id]));
}

function toItem(row: ItemRow): StoredItem {
  return {
    ...{ id: row.id, feedId: row.feed_id, state: row.state, pictureId: row.picture_id },
    ...{ suggestedBy: row.suggested_by, suggestedAs: row.suggested_as, note: row.note },
    item: {
      ...{ guid: null, link: row.link, title: row.title, description: row.description, author: row.author },
      categories: Array.isArray(row.categories) ? row.categories.map(String) : [],
      ...{ publishedAt: row.published_at, pictureUrl: null },
    },
    ...{ foundAt: row.found_at, expiresAt: row.expires_at, decidedAt: row.decided_at, requestId: row.request_id },
  };
}
