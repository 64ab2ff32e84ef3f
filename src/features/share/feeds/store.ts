import { orgOf, type Tx } from '../../../platform/db/index.ts';
import { announce } from '../../../platform/http/index.ts';
import { channelNames, listTopics } from '../topics/store.ts';
import { channelsOf } from '../topics/topic.ts';
import { type Feed, type FeedSettings, feedSchema, type LastRead } from './feed.ts';
import type { FeedFormat } from './item.ts';

interface FeedRow {
  org_id: string;
  id: string;
  name: string;
  url: string;
  mode: FeedSettings['mode'];
  state: Feed['state'];
  interval_minutes: number;
  daily_cap: number;
  run_cap: number;
  also_last: number;
  include_words: unknown;
  exclude_words: unknown;
  template: unknown;
  networks: unknown;
  edit_policy: FeedSettings['editPolicy'];
  utm: unknown;
  channel_id: string | null;
  more_channels: unknown;
  topic_ids: unknown;
  end_after_days: number | null;
  created_by: string;
  created_at: Date;
  added_at: Date;
  deleted_at: Date | null;
  next_check_at: Date;
  run: number;
  running_until: Date | null;
  checked_at: Date | null;
  read_at: Date | null;
  since: Date | null;
  etag: string | null;
  last_modified: string | null;
  title: string | null;
  format: FeedFormat | null;
  last_read: unknown;
  failures: number;
  failing_since: Date | null;
  warned_at: Date | null;
  problem_code: string | null;
  problem: string | null;
  moved_from: string | null;
}

interface Tables {
  share_feeds: FeedRow;
}

/** Writes a feed that was just added; it is looked at for the first time at once. */
export async function insertFeed(
  tx: Tx,
  feed: Pick<Feed, 'id' | 'settings' | 'alsoLast' | 'createdBy' | 'createdAt'>,
): Promise<void> {
  await tx
    .on<Tables>()
    .insertInto('share_feeds')
    .values({
      ...{ org_id: orgOf(tx), id: feed.id, state: 'on', ...columnsOf(feed.settings) },
      ...{ also_last: feed.alsoLast, created_by: feed.createdBy, created_at: feed.createdAt, added_at: feed.createdAt },
      ...{
        deleted_at: null,
        next_check_at: feed.createdAt,
        run: 0,
        running_until: null,
        checked_at: null,
        read_at: null,
        since: null,
      },
      ...{ etag: null, last_modified: null, title: null, format: null, last_read: null, failures: 0 },
      ...{ failing_since: null, warned_at: null, problem_code: null, problem: null, moved_from: null },
    })
    .execute();
  await announce(tx, 'feeds');
}

/**
 * Replaces what a publisher says of a feed. What the server said of it is forgotten, so that the next look reads all of it; at another
 * address it begins anew.
 */
export async function updateSettings(tx: Tx, feed: Feed, settings: FeedSettings, now: Date): Promise<void> {
  const { run, running_until: none } = endedRun(feed);
  const anew = { added_at: now, since: null, also_last: 0, failures: 0, failing_since: null, warned_at: null };
  const elsewhere = { ...anew, problem_code: null, problem: null, moved_from: null, title: null, format: null };
  await setFeed(tx, feed.id, {
    ...columnsOf(settings),
    ...{ etag: null, last_modified: null, next_check_at: now, run, running_until: none },
    ...(settings.url === feed.settings.url ? {} : elsewhere),
  });
}

/** What makes a look that is under way write nothing: its run is over. */
export const endedRun = ({ run }: Pick<Feed, 'run'>) => ({ run: run + 1, running_until: null });

type Change = Partial<Omit<FeedRow, 'org_id' | 'id' | 'created_by' | 'created_at' | 'last_read'>> & {
  readonly last_read?: LastRead;
};

/** Moves a feed on in its life. */
export async function setFeed(tx: Tx, id: string, { last_read: lastRead, ...change }: Change): Promise<void> {
  const read = lastRead === undefined ? {} : { last_read: JSON.stringify(lastRead) };
  await tx
    .on<Tables>()
    .updateTable('share_feeds')
    .set({ ...change, ...read })
    .where('id', '=', id)
    .execute();
  await announce(tx, 'feeds');
}

/** One feed, deleted ones too, or null. `lock` keeps others from changing it until the transaction ends. */
export async function findFeed(tx: Tx, id: string, lock = false): Promise<Feed | null> {
  const query = tx.on<Tables>().selectFrom('share_feeds').selectAll().where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (row === undefined) return null;
  const [feed] = await toFeeds(tx, [row]);
  return feed ?? null;
}

/** All feeds that are not deleted, by name. */
export async function listFeeds(tx: Tx): Promise<Feed[]> {
  const rows = await tx
    .on<Tables>()
    .selectFrom('share_feeds')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return toFeeds(tx, rows);
}

/** Ids of the feeds that it is time to look at. */
export async function feedsDue(tx: Tx, now: Date): Promise<string[]> {
  const rows = await tx
    .on<Tables>()
    .selectFrom('share_feeds')
    .select('id')
    .where('state', '=', 'on')
    .where('deleted_at', 'is', null)
    .where('next_check_at', '<=', now)
    .orderBy('next_check_at')
    .execute();
  return rows.map(({ id }) => id);
}

/** Removes feeds, with all that is known of them, that were deleted before this moment. */
export async function removeFeedsDeletedBefore(tx: Tx, before: Date): Promise<void> {
  await tx.on<Tables>().deleteFrom('share_feeds').where('deleted_at', '<', before).execute();
}

function columnsOf(settings: FeedSettings) {
  return {
    ...{ name: settings.name, url: settings.url, mode: settings.mode, interval_minutes: settings.intervalMinutes },
    ...{ daily_cap: settings.dailyCap, run_cap: settings.runCap },
    include_words: JSON.stringify(settings.include),
    exclude_words: JSON.stringify(settings.exclude),
    template: JSON.stringify(settings.template),
    networks: JSON.stringify(settings.networks),
    edit_policy: settings.editPolicy,
    utm: settings.utm === null ? null : JSON.stringify(settings.utm),
    channel_id: settings.channelId ?? null,
    more_channels: JSON.stringify(settings.moreChannelIds ?? []),
    topic_ids: JSON.stringify(settings.topicIds ?? []),
    end_after_days: settings.endAfterDays,
  };
}

async function toFeeds(tx: Tx, rows: readonly FeedRow[]): Promise<Feed[]> {
  if (rows.length === 0) return [];
  const [topics, names] = [await listTopics(tx), await channelNames(tx)];
  return rows.map((row) => {
    const feed = toFeed(row);
    return {
      ...feed,
      channels: channelsOf(feed.settings, topics).map((id) => ({ id, name: names.get(id) ?? id })),
    };
  });
}

function toFeed(row: FeedRow): Omit<Feed, 'channels'> {
  const settings = feedSchema.parse({
    ...{ name: row.name, url: row.url, mode: row.mode, intervalMinutes: row.interval_minutes },
    ...{ dailyCap: row.daily_cap, runCap: row.run_cap, include: row.include_words, exclude: row.exclude_words },
    ...{ template: row.template, networks: row.networks, editPolicy: row.edit_policy, utm: row.utm },
    ...{ channelId: row.channel_id, moreChannelIds: row.more_channels, topicIds: row.topic_ids },
    ...{ endAfterDays: row.end_after_days },
  });
  return {
    ...{ id: row.id, settings, state: row.state, alsoLast: row.also_last },
    ...{ createdBy: row.created_by, createdAt: row.created_at, addedAt: row.added_at, deletedAt: row.deleted_at },
    ...{ nextCheckAt: row.next_check_at, run: row.run, runningUntil: row.running_until, checkedAt: row.checked_at },
    ...{ since: row.since, etag: row.etag, lastModified: row.last_modified, title: row.title, format: row.format },
    lastRead: row.last_read === null ? null : (row.last_read as LastRead),
    ...{ failures: row.failures, failingSince: row.failing_since, warnedAt: row.warned_at },
    problem: row.problem === null ? null : { code: row.problem_code ?? '', sentence: row.problem },
    movedFrom: row.moved_from,
  };
}
