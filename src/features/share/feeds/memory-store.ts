import { orgOf, sql, type Tx } from '../../../platform/db/index.ts';

interface Tables {
  share_feed_memory: { org_id: string; key: string; feed_id: string | null; seen_at: Date };
  share_feeds: { id: string; read_at: Date | null };
  share_requests: { link: string; created_at: Date };
}

/** More links of requests than these, the latest, are not compared. */
const mostLinks = 20_000;

/** Which of these keys were met before. */
export async function knownKeys(tx: Tx, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await tx.on<Tables>().selectFrom('share_feed_memory').select('key').where('key', 'in', keys).execute();
  return new Set(rows.map(({ key }) => key));
}

/**
 * Remembers an item by its keys, or several.
 * @param feedId null for what somebody suggested
 * @returns false when it was known by one of them already, which in two transactions at once only one is not told
 */
export async function remember(tx: Tx, feedId: string | null, keys: readonly string[], now: Date): Promise<boolean> {
  if (keys.length === 0) return true;
  // In one order, so that two at once wait for each other and not both.
  const rows = keys.toSorted().map((key) => ({ org_id: orgOf(tx), key, feed_id: feedId, seen_at: now }));
  const written = await tx
    .on<Tables>()
    .insertInto('share_feed_memory')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['org_id', 'key']).doNothing())
    .returning('key')
    .execute();
  return written.length === keys.length;
}

/** What a feed still has is kept in memory. Written anew once a week at most. */
export async function keepRemembered(tx: Tx, keys: readonly string[], now: Date): Promise<void> {
  if (keys.length === 0) return;
  await tx
    .on<Tables>()
    .updateTable('share_feed_memory')
    .set({ seen_at: now })
    .where('key', 'in', keys)
    .where('seen_at', '<', sql<Date>`${now}::timestamptz - interval '7 days'`)
    .execute();
}

/** Forgets what was last met before this moment, and is no longer in its feed: it was read, without it, a month later. */
export async function forgetBefore(tx: Tx, before: Date): Promise<void> {
  await tx
    .on<Tables>()
    .deleteFrom('share_feed_memory')
    .where('seen_at', '<', before)
    .where((is) =>
      is.or([
        is('feed_id', 'is', null),
        is.exists(
          is
            .selectFrom('share_feeds')
            .select('share_feeds.id')
            .whereRef('share_feeds.id', '=', 'share_feed_memory.feed_id')
            .where(sql<boolean>`share_feeds.read_at > share_feed_memory.seen_at + interval '30 days'`),
        ),
      ]),
    )
    .execute();
}

/** The links of the organisation's requests, the latest first. */
export async function linksOfRequests(tx: Tx): Promise<string[]> {
  const rows = await tx
    .on<Tables>()
    .selectFrom('share_requests')
    .select('link')
    .where('link', '<>', '')
    .orderBy('created_at', 'desc')
    .limit(mostLinks)
    .execute();
  return rows.map(({ link }) => link);
}
