import { orgOf, sql, type Tx } from '../../../platform/db/index.ts';
import { announce } from '../../../platform/http/index.ts';
import { type Topic, topicKey } from './topic.ts';

interface Tables {
  topics: {
    org_id: string;
    id: string;
    name: string;
    name_key: string;
    kind: Topic['kind'];
    channels: unknown;
    created_at: Date;
    changed_at: Date;
  };
  topic_publishers: { org_id: string; topic_id: string; person_id: string };
  channel_names: { org_id: string; channel_id: string; name: string };
}

/** All topics by name. */
export async function listTopics(tx: Tx): Promise<readonly Topic[]> {
  const rows = await tx.on<Tables>().selectFrom('topics').selectAll().orderBy('name_key').execute();
  if (rows.length === 0) return [];
  const publishers = await tx.on<Tables>().selectFrom('topic_publishers').selectAll().orderBy('person_id').execute();
  const byTopic = Map.groupBy(publishers, ({ topic_id }) => topic_id);
  return rows.map(({ id, name, kind, channels }) => ({
    ...{ id, name, kind, channelIds: Array.isArray(channels) ? channels.map(String) : [] },
    publisherIds: (byTopic.get(id) ?? []).map(({ person_id }) => person_id),
  }));
}

/**
 * Writes a topic as it is to be, in place of what it was. Of several writers each waits for the one before, so that what
 * they have checked against all topics still holds.
 * @returns false when another one has this name
 */
export async function putTopic(tx: Tx, topic: Topic, now: Date): Promise<boolean> {
  const { id, name, kind, channelIds, publisherIds } = topic;
  const content = { name, name_key: topicKey(name), kind, channels: JSON.stringify(channelIds), changed_at: now };
  const taken = tx.on<Tables>().selectFrom('topics').select('id').where('name_key', '=', content.name_key);
  if ((await taken.where('id', '!=', id).executeTakeFirst()) !== undefined) return false;
  await tx
    .on<Tables>()
    .insertInto('topics')
    .values({ org_id: orgOf(tx), id, ...content, created_at: now })
    .onConflict((conflict) => conflict.columns(['org_id', 'id']).doUpdateSet(content))
    .execute();
  await tx.on<Tables>().deleteFrom('topic_publishers').where('topic_id', '=', id).execute();
  const people = publisherIds.map((person_id) => ({ org_id: orgOf(tx), topic_id: id, person_id }));
  if (people.length > 0) await tx.on<Tables>().insertInto('topic_publishers').values(people).execute();
  await announce(tx, 'requests');
  return true;
}

/** Whoever changes topics does so one after the other, until the transaction ends. */
export async function lockTopics(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`topics ${orgOf(tx)}`}, 0))`.execute(tx.on());
}

export async function deleteTopic(tx: Tx, id: string): Promise<void> {
  await tx.on<Tables>().deleteFrom('topics').where('id', '=', id).execute();
  await announce(tx, 'requests');
}

/** How many requests that are on their way out go to a topic, and how many feeds send there by themselves. */
export async function plannedWith(
  tx: Tx,
  topicId: string,
): Promise<{ readonly requests: number; readonly feeds: number }> {
  const named = JSON.stringify([topicId]);
  const { rows } = await sql<{ requests: number; feeds: number }>`select
    (select count(*)::int from share_requests
      where state in ('in_review', 'approved', 'scheduled') and topic_ids @> ${named}::jsonb) as requests,
    (select count(*)::int from share_feeds
      where mode = 'send' and deleted_at is null and topic_ids @> ${named}::jsonb) as feeds`.execute(tx.on());
  return rows[0] ?? { requests: 0, feeds: 0 };
}

/** Two records of one human become one: where the other may post, the kept one may. */
export async function carryTopics(tx: Tx, kept: string, other: string): Promise<void> {
  await sql`insert into topic_publishers (org_id, topic_id, person_id)
    select org_id, topic_id, ${kept}::uuid from topic_publishers where person_id = ${other}
    on conflict do nothing`.execute(tx.on());
  await tx.on<Tables>().deleteFrom('topic_publishers').where('person_id', '=', other).execute();
}

/** What channels are called, as far as they are known. */
export async function channelNames(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.on<Tables>().selectFrom('channel_names').select(['channel_id', 'name']).execute();
  return new Map(rows.map(({ channel_id, name }) => [channel_id, name]));
}

/** Keeps what Slack calls some channels. */
export async function putChannelNames(tx: Tx, names: ReadonlyMap<string, string>): Promise<void> {
  const rows = [...names].map(([channel_id, name]) => ({ org_id: orgOf(tx), channel_id, name }));
  if (rows.length === 0) return;
  await tx
    .on<Tables>()
    .insertInto('channel_names')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'channel_id']).doUpdateSet((row) => ({ name: row.ref('excluded.name') })),
    )
    .execute();
}
