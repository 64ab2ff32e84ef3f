import type { AuditActor } from '../../../platform/audit/index.ts';
import { newId } from '../../../platform/clock/index.ts';
import type { OrgId, Tx } from '../../../platform/db/index.ts';
import { recordAct } from '../acts.ts';
import { send } from '../lifecycle/send.ts';
import { withOwnHost } from '../outgoing/post-text.ts';
import type { SendingProblem, ShareRequest } from '../request.ts';
import { findRequest, insertRequest, setProgress } from '../store.ts';
import { type Poster, posterFor } from '../topics/guard.ts';
import { defaultUtm } from '../utm-templates/store.ts';
import { composeDraft } from './compose.ts';
import { type Feed, feedAsSource, feedSchema } from './feed.ts';
import type { FeedItem } from './item.ts';
import type { FeedParts } from './parts.ts';

/** What a request is made of. */
interface Source {
  /** Null for what somebody suggested. */
  readonly feed: Feed | null;
  readonly item: FeedItem;
  readonly pictureId: string | null;
  /** When it is made; several of one look are made one after the other, so that they keep their order. */
  readonly now: Date;
  /** Who is to be named as its author. */
  readonly createdBy: string;
  readonly actor: AuditActor;
}

/** A suggestion is drafted as an item of a feed is for which nothing was set; its publisher chooses the channels. */
const ofSuggestions = feedSchema.parse({ name: 'Suggestions', url: 'https://example.com/' });

/** Makes a draft of an item, in the caller's transaction. */
export async function draftOf(parts: FeedParts, tx: Tx, source: Source): Promise<ShareRequest> {
  const { feed, item, pictureId, createdBy, actor, now } = source;
  const id = newId(parts.clock);
  const settings = feed?.settings ?? ofSuggestions;
  // What somebody suggested comes from no source that has a name.
  const unsaid = feed === null ? {} : feedAsSource;
  const utm = settings.utm ?? (await defaultUtm(tx)) ?? unsaid;
  const draft = composeDraft(await withOwnHost(parts, tx), { ...settings, utm }, item, pictureId, now);
  await insertRequest(tx, { id, draft, channelName: null, createdBy, now });
  await recordAct(parts, tx, actor, 'share.request_created', id, feed === null ? {} : { feed: feed.id });
  const request = await findRequest(tx, id);
  if (request === null) throw new Error('a request vanished while it was written');
  return request;
}

const noSlack: SendingProblem = {
  field: 'channelId',
  sentence: 'Slack is not connected. Connect it under Settings, then send this.',
};

/**
 * Sends a request that was just made, as a publisher would.
 * @returns what keeps it from being sent; it is a draft then
 */
export async function sendMade(
  parts: FeedParts,
  tx: Tx,
  poster: Poster,
  request: ShareRequest,
  actor: AuditActor,
  slackWorks: boolean,
): Promise<readonly SendingProblem[]> {
  const problems = slackWorks ? await send(parts, tx, poster, request, null) : [noSlack];
  if (problems.length === 0) await recordAct(parts, tx, actor, 'share.request_sent', request.id, { planned: false });
  return problems;
}

/** A feed that sends by itself: what can't be sent stays a draft, and says why. */
export async function makeAndSend(
  parts: FeedParts,
  tx: Tx,
  orgId: OrgId,
  source: Source,
  slackWorks: boolean,
): Promise<ShareRequest> {
  const request = await draftOf(parts, tx, source);
  // It sends for whoever made it, where they may post today.
  const poster = await posterFor(parts, tx, orgId, source.createdBy);
  const [problem] = await sendMade(parts, tx, poster, request, source.actor, slackWorks);
  if (problem !== undefined) await setProgress(tx, request.id, { delivery_problem: problem.sentence });
  return request;
}

/** Whether Slack takes what is sent. Asked outside of any transaction. */
export async function slackWorks(parts: FeedParts, orgId: OrgId): Promise<boolean> {
  return (await parts.slackStatus(orgId)).installed?.health === 'ok';
}
