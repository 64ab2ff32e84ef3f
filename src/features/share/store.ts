import { orgOf, sql, type Tx } from '../../platform/db/index.ts';
import { announce } from '../../platform/http/index.ts';
import { putTags, tagsOf } from './campaigns/store.ts';
import { messagesOf } from './lifecycle/store.ts';
import { type Draft, draftSchema, type RequestState, type ShareRequest } from './request.ts';
import { insertComposer } from './review/store.ts';
import { channelNames, listTopics } from './topics/store.ts';
import { channelsOf } from './topics/topic.ts';

interface RequestRow {
  org_id: string;
  id: string;
  state: RequestState;
  link: string;
  title: string;
  slack_text: string;
  picture_id: string | null;
  picture_alt: string | null;
  more_pictures: unknown;
  posts_pictures: boolean;
  video: unknown;
  preview: unknown;
  disclosed: boolean;
  edit_policy: Draft['editPolicy'];
  engagement: unknown;
  utm: unknown;
  channel_id: string | null;
  channel_name: string | null;
  more_channels: unknown;
  topic_ids: unknown;
  campaign_id: string | null;
  sent_utm: unknown;
  send_at: Date | null;
  ends_at: Date | null;
  reminder_hours: number | null;
  sent_at: Date | null;
  ended_at: Date | null;
  closed_at: Date | null;
  delivery: ShareRequest['delivery'];
  delivery_problem: string | null;
  revision: number;
  approved_revision: number | null;
  send_anyway: boolean;
  created_by: string;
  created_at: Date;
  changed_at: Date;
  released_awareness: number;
}

interface Tables {
  share_requests: RequestRow;
  share_variants: { org_id: string; request_id: string; network: string; variant: number; text: string };
}

/** Writes a new draft. */
export async function insertRequest(
  tx: Tx,
  request: {
    readonly id: string;
    readonly draft: Draft;
    readonly channelName: string | null;
    readonly createdBy: string;
    readonly now: Date;
  },
): Promise<void> {
  const { id, draft, channelName, createdBy, now } = request;
  await tx
    .on<Tables>()
    .insertInto('share_requests')
    .values({
      org_id: orgOf(tx),
      id,
      state: 'draft',
      ...columnsOf(draft),
      channel_name: channelName,
      send_at: null,
      sent_at: null,
      sent_utm: null,
      ended_at: null,
      closed_at: null,
      delivery: 'none',
      delivery_problem: null,
      revision: 1,
      ...{ approved_revision: null, send_anyway: false },
      created_by: createdBy,
      created_at: now,
      changed_at: now,
      released_awareness: 0,
    })
    .execute();
  await writeVariants(tx, id, draft);
  await insertComposer(tx, id, createdBy);
  await putTags(tx, id, draft.tags ?? []);
  await announce(tx, 'requests');
}

/**
 * Replaces what was composed; the revision counts up so that the message in Slack follows.
 * @param change.approved whether the approval that it has, if any, holds for what it says now too
 */
export async function updateDraft(
  tx: Tx,
  id: string,
  change: {
    readonly draft: Draft;
    readonly channelName: string | null;
    readonly now: Date;
    readonly approved: boolean;
  },
): Promise<void> {
  await tx
    .on<Tables>()
    .updateTable('share_requests')
    .set({
      ...columnsOf(change.draft),
      channel_name: change.channelName,
      changed_at: change.now,
      revision: sql`revision + 1`,
      approved_revision: change.approved ? sql`approved_revision + 1` : null,
    })
    .where('id', '=', id)
    .execute();
  await tx.on<Tables>().deleteFrom('share_variants').where('request_id', '=', id).execute();
  await writeVariants(tx, id, change.draft);
  await putTags(tx, id, change.draft.tags ?? []);
  await announce(tx, 'requests');
}

type Progress = Partial<
  Pick<
    RequestRow,
    | 'state'
    | 'send_at'
    | 'sent_at'
    | 'ends_at'
    | 'ended_at'
    | 'closed_at'
    | 'delivery'
    | 'delivery_problem'
    | 'channel_name'
    | 'approved_revision'
    | 'send_anyway'
    | 'sent_utm'
  >
>;

/** Moves a request on in its life. */
export async function setProgress(tx: Tx, id: string, progress: Progress): Promise<void> {
  await tx.on<Tables>().updateTable('share_requests').set(progress).where('id', '=', id).execute();
  await announce(tx, 'requests');
}

export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await tx.on<Tables>().deleteFrom('share_requests').where('id', '=', id).where('state', '=', 'draft').execute();
  await announce(tx, 'requests');
}

/** One request, or null. `lock` keeps others from changing it until the transaction ends. */
export async function findRequest(tx: Tx, id: string, lock = false): Promise<ShareRequest | null> {
  const query = tx.on<Tables>().selectFrom('share_requests').selectAll().where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (row === undefined) return null;
  const [request] = await withVariants(tx, [row]);
  return request ?? null;
}

/** Where some requests go, or went. */
export async function channelsOfRequests(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ShareRequest['channels']>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.on<Tables>().selectFrom('share_requests').selectAll().where('id', 'in', ids).execute();
  return new Map((await withVariants(tx, rows)).map(({ id, channels }) => [id, channels]));
}

export interface ListQuery {
  readonly states: readonly RequestState[];
  readonly search: string;
  readonly limit: number;
  readonly offset: number;
}

/** Requests, newest first, with how many there are in all. */
export async function listRequests(tx: Tx, query: ListQuery): Promise<{ requests: ShareRequest[]; total: number }> {
  let matching = tx.on<Tables>().selectFrom('share_requests').where('state', 'in', query.states);
  if (query.search !== '') {
    const pattern = `%${query.search.replaceAll(/[\\%_]/g, (found) => `\\${found}`)}%`;
    matching = matching.where((is) => is.or([is('title', 'ilike', pattern), is('link', 'ilike', pattern)]));
  }
  const rows = await matching
    .selectAll()
    .orderBy(sql`coalesce(sent_at, send_at, created_at)`, 'desc')
    .orderBy('id', 'desc')
    .limit(query.limit)
    .offset(query.offset)
    .execute();
  const count = await matching.select((is) => is.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  return { requests: await withVariants(tx, rows), total: count.count };
}

/** Ids of all requests in these states that are not closed. */
export async function requestIdsIn(tx: Tx, states: readonly RequestState[]): Promise<string[]> {
  const rows = await tx
    .on<Tables>()
    .selectFrom('share_requests')
    .select('id')
    .where('state', 'in', states)
    .where('closed_at', 'is', null)
    .execute();
  return rows.map((row) => row.id);
}

/** Requests that employees can act on now, newest first. @param limit what a page of them can show, unless told */
export async function openRequests(tx: Tx, limit = 100): Promise<ShareRequest[]> {
  return (await listRequests(tx, { states: ['open'], search: '', limit, offset: 0 })).requests;
}

/** Ids of requests that go to a channel and are not over. */
export async function requestsOfChannel(tx: Tx, channelId: string): Promise<string[]> {
  const rows = await tx
    .on<Tables>()
    .selectFrom('share_requests')
    .select('id')
    .where('state', 'in', ['draft', 'in_review', 'approved', 'scheduled', 'open'])
    .where((is) =>
      is.or([
        is('channel_id', '=', channelId),
        sql<boolean>`more_channels @> ${JSON.stringify([channelId])}::jsonb`,
        sql<boolean>`exists (select from topics where channels @> ${JSON.stringify([channelId])}::jsonb
          and share_requests.topic_ids @> to_jsonb(array[topics.id]))`,
        sql<boolean>`exists (select from share_messages where request_id = share_requests.id
          and share_messages.channel_id = ${channelId})`,
      ]),
    )
    .execute();
  return rows.map((row) => row.id);
}

/** Requests that are not over show the new name of their channel. */
export async function renameChannel(tx: Tx, channelId: string, name: string): Promise<void> {
  await tx
    .on<Tables>()
    .updateTable('share_requests')
    .set({ channel_name: name })
    .where('channel_id', '=', channelId)
    .where('state', 'not in', ['ended', 'recalled'])
    .execute();
  await announce(tx, 'requests');
}

function columnsOf(draft: Draft) {
  return {
    link: draft.link,
    title: draft.title,
    slack_text: draft.slackText,
    picture_id: draft.picture?.id ?? null,
    picture_alt: draft.picture?.alt ?? null,
    more_pictures: JSON.stringify(draft.morePictures ?? []),
    posts_pictures: draft.postsPictures ?? false,
    video: draft.video ? JSON.stringify(draft.video) : null,
    preview: draft.preview ? JSON.stringify(draft.preview) : null,
    disclosed: draft.disclosed ?? true,
    engagement: draft.engagement ? JSON.stringify(draft.engagement) : null,
    edit_policy: draft.editPolicy,
    utm: JSON.stringify(draft.utm),
    channel_id: draft.channelId ?? null,
    more_channels: JSON.stringify(draft.moreChannelIds ?? []),
    topic_ids: JSON.stringify(draft.topicIds ?? []),
    campaign_id: draft.campaignId ?? null,
    ends_at: draft.endsAt ? new Date(draft.endsAt) : null,
    reminder_hours: draft.reminderHours ?? null,
  };
}

async function writeVariants(tx: Tx, id: string, draft: Draft): Promise<void> {
  const rows = Object.entries(draft.networks).flatMap(([network, texts]) =>
    (texts?.variants ?? []).map((text, variant) => ({ org_id: orgOf(tx), request_id: id, network, variant, text })),
  );
  if (rows.length > 0) await tx.on<Tables>().insertInto('share_variants').values(rows).execute();
}

/** Topics may change what channels they have; where a message stands already does not. */
const isOut = ({ state }: RequestRow) => state === 'open' || state === 'ended' || state === 'recalled';

async function withVariants(tx: Tx, rows: readonly RequestRow[]): Promise<ShareRequest[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const variants = await tx
    .on<Tables>()
    .selectFrom('share_variants')
    .selectAll()
    .where('request_id', 'in', ids)
    .orderBy('variant')
    .execute();
  const tags = await tagsOf(tx, ids);
  const [topics, names, messages] = [await listTopics(tx), await channelNames(tx), await messagesOf(tx, ids)];
  return rows.map((row) => {
    const texts: Record<string, { variants: string[] }> = {};
    for (const { request_id, network, text } of variants) {
      if (request_id !== row.id) continue;
      texts[network] ??= { variants: [] };
      texts[network].variants.push(text);
    }
    const own = messages.get(row.id) ?? [];
    const request = toRequest(row, texts, tags.get(row.id) ?? [], own);
    const went = own.map(({ channelId }) => channelId);
    const places = isOut(row) && went.length > 0 ? went : channelsOf(request.draft, topics);
    const nameOf = (id: string) => (id === row.channel_id ? row.channel_name : null) ?? names.get(id) ?? id;
    return { ...request, channels: places.map((id) => ({ id, name: nameOf(id) })) };
  });
}

function toRequest(
  row: RequestRow,
  networks: Record<string, { variants: string[] }>,
  tags: readonly string[],
  messages: ShareRequest['messages'],
): Omit<ShareRequest, 'channels'> {
  const draft = draftSchema.parse({
    link: row.link,
    title: row.title,
    slackText: row.slack_text,
    picture: row.picture_id === null ? null : { id: row.picture_id, alt: row.picture_alt ?? '' },
    morePictures: row.more_pictures,
    postsPictures: row.posts_pictures,
    video: row.video,
    networks,
    editPolicy: row.edit_policy,
    utm: row.utm,
    channelId: row.channel_id,
    moreChannelIds: row.more_channels,
    topicIds: row.topic_ids,
    endsAt: row.ends_at?.toISOString() ?? null,
    reminderHours: row.reminder_hours,
    preview: row.preview,
    campaignId: row.campaign_id,
    tags,
    disclosed: row.disclosed,
    engagement: row.engagement,
  });
  return {
    id: row.id,
    state: row.state,
    draft,
    channelName: row.channel_name,
    sendAt: row.send_at,
    sentAt: row.sent_at,
    endedAt: row.ended_at,
    sentUtm: row.sent_utm as ShareRequest['sentUtm'],
    delivery: row.delivery,
    deliveryProblem: row.delivery_problem,
    messages,
    revision: row.revision,
    approvedRevision: row.approved_revision,
    sendAnyway: row.send_anyway,
    createdBy: row.created_by,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    releasedAwareness: row.released_awareness,
  };
}
