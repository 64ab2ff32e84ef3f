import { orgOf, sql, type Tx } from '../../../platform/db/index.ts';
import { announce } from '../../../platform/http/index.ts';
import { listTopics } from '../topics/store.ts';
import { channelsOf } from '../topics/topic.ts';
import { noPace, type Pace } from './pace.ts';

interface Tables {
  share_paces: {
    org_id: string;
    quiet_from: string | null;
    quiet_until: string | null;
    quiet_days: unknown;
    per_day: number | null;
    per_week: number | null;
    changed_at: Date;
  };
  channel_sendings: { org_id: string; channel_id: string; at: Date; request_id: string };
  share_messages: { request_id: string; channel_id: string; state: string; held_at: Date | null };
}

/** How the organisation spares its channels; not at all where it has chosen nothing. */
export async function readPace(tx: Tx): Promise<Pace> {
  const row = await tx.on<Tables>().selectFrom('share_paces').selectAll().executeTakeFirst();
  if (row === undefined) return noPace;
  const { quiet_from: from, quiet_until: until, quiet_days: days } = row;
  return {
    quietHours: from === null || until === null ? null : { from, until },
    quietDays: Array.isArray(days) ? days.map(Number) : [],
    ...{ perDay: row.per_day, perWeek: row.per_week },
  };
}

export async function writePace(tx: Tx, pace: Pace, now: Date): Promise<void> {
  const { quietHours, quietDays, perDay, perWeek } = pace;
  const change = {
    ...{ quiet_from: quietHours?.from ?? null, quiet_until: quietHours?.until ?? null },
    ...{ quiet_days: JSON.stringify(quietDays), per_day: perDay, per_week: perWeek, changed_at: now },
  };
  await tx
    .on<Tables>()
    .insertInto('share_paces')
    .values({ org_id: orgOf(tx), ...change })
    .onConflict((conflict) => conflict.column('org_id').doUpdateSet(change))
    .execute();
  await announce(tx, 'requests');
}

/** Whoever is about to post to a channel does so one after the other, so that each counts what the one before has posted. */
export async function lockChannel(tx: Tx, channelId: string): Promise<void> {
  const name = `channel ${orgOf(tx)} ${channelId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx.on());
}

/** Sendings older than any day or week that still counts. */
const keptMs = 15 * 86_400_000;

/** A message is about to be posted: its channel has seen it from now on, whatever becomes of it. */
export async function insertSending(tx: Tx, channelId: string, requestId: string, at: Date): Promise<void> {
  const rows = tx.on<Tables>();
  const past = rows.deleteFrom('channel_sendings').where('channel_id', '=', channelId);
  await past.where('at', '<', new Date(at.getTime() - keptMs)).execute();
  await rows
    .insertInto('channel_sendings')
    .values({ org_id: orgOf(tx), channel_id: channelId, at, request_id: requestId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Slack has refused the message that was about to be posted: nobody has seen it. */
export async function forgetSending(tx: Tx, channelId: string, requestId: string): Promise<void> {
  await sql`delete from channel_sendings where channel_id = ${channelId} and request_id = ${requestId}
    and at = (select max(at) from channel_sendings where channel_id = ${channelId} and request_id = ${requestId})`.execute(
    tx.on(),
  );
}

/** When messages were posted to channels, as far as it can still count. */
export async function sendingsOf(tx: Tx, now: Date): Promise<ReadonlyMap<string, readonly Date[]>> {
  const all = tx.on<Tables>().selectFrom('channel_sendings').select(['channel_id', 'at']);
  const rows = await all.where('at', '>', new Date(now.getTime() - keptMs)).execute();
  const byChannel = Map.groupBy(rows, ({ channel_id }) => channel_id);
  return new Map([...byChannel].map(([id, own]) => [id, own.map(({ at }) => at)]));
}

/** A request with channels that it has yet to go to. */
export interface QueuedRequest {
  readonly id: string;
  readonly title: string;
  readonly at: Date;
  readonly endsAt: Date | null;
  readonly anyway: boolean;
  readonly channelIds: readonly string[];
  /** Whether one of its messages was found waiting when its time came. */
  readonly held: boolean;
}

interface QueuedRow {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly send_at: Date;
  readonly ends_at: Date | null;
  readonly send_anyway: boolean;
  readonly channel_id: string | null;
  readonly more_channels: string[];
  readonly topic_ids: string[];
}

/** Everything that is planned, and what is out but not in each of its channels, by the time at which it was to go out. */
export async function queuedRequests(tx: Tx): Promise<readonly QueuedRequest[]> {
  const { rows } = await sql<QueuedRow>`
    select id, title, state, send_at, ends_at, send_anyway, channel_id, more_channels, topic_ids from share_requests
    where send_at is not null and (state = 'scheduled' or (state = 'open' and exists (
      select from share_messages where request_id = share_requests.id and share_messages.state = 'queued')))
    order by send_at, id`.execute(tx.on());
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const messages = Map.groupBy(
    await tx.on<Tables>().selectFrom('share_messages').selectAll().where('request_id', 'in', ids).execute(),
    ({ request_id }) => request_id,
  );
  const topics = await listTopics(tx);
  return rows.map((row) => {
    const own = messages.get(row.id) ?? [];
    const places = { channelId: row.channel_id, moreChannelIds: row.more_channels, topicIds: row.topic_ids };
    const isQueued = (id: string) => own.find(({ channel_id }) => channel_id === id)?.state === 'queued';
    const isNew = (id: string) => own.every(({ channel_id }) => channel_id !== id);
    const wanted = row.state === 'open' ? own.map(({ channel_id }) => channel_id) : channelsOf(places, topics);
    return {
      ...{ id: row.id, title: row.title, at: row.send_at, endsAt: row.ends_at, anyway: row.send_anyway },
      channelIds: wanted.filter((id) => isQueued(id) || (row.state === 'scheduled' && isNew(id))),
      held: own.some(({ state, held_at }) => state === 'queued' && held_at !== null),
    };
  });
}

/** A message waits for its channel from now on, if it does not already. */
export async function markHeld(tx: Tx, requestId: string, channelId: string, now: Date): Promise<void> {
  await sql`update share_messages set held_at = coalesce(held_at, ${now})
    where request_id = ${requestId} and channel_id = ${channelId} and state = 'queued'`.execute(tx.on());
  await announce(tx, 'requests');
}
