import { z } from 'zod';
import type { Ask, EngageOrder, FindOutcome, PostOutcome } from '../network.ts';
import { buildFacets } from './facets.ts';
import type { Send } from './posting.ts';
import { ask as askServer, laterAfter, outcomeOfCreate } from './replies.ts';

/** A post that exists: who wrote it (handle or DID) and its key. */
export interface PostAddress {
  readonly author: string;
  readonly key: string;
}

/** Where an author's records lie. */
export type Resolve = (author: string) => Promise<{ readonly did: string; readonly server: string } | null>;

const collections = {
  like: 'app.bsky.feed.like',
  reshare: 'app.bsky.feed.repost',
  comment: 'app.bsky.feed.post',
} as const satisfies Record<Ask, string>;

const refSchema = z.object({ uri: z.string().startsWith('at://'), cid: z.string() });
type Ref = z.infer<typeof refSchema>;
const postSchema = refSchema.extend({
  value: z.looseObject({ reply: z.looseObject({ root: refSchema }).optional().catch(undefined) }),
});

/**
 * Reads the address of a post as people copy it from the app, or as records name it.
 * @returns null when it is none
 */
export function readAddress(address: string, webUrl: string): PostAddress | null {
  const record = /^at:\/\/([^/\s]+)\/app\.bsky\.feed\.post\/([\w.~:-]{1,512})$/.exec(address.trim());
  if (record?.[1] && record[2]) return { author: record[1], key: record[2] };
  const url = URL.parse(address.trim());
  if (url?.host !== new URL(webUrl).host) return null;
  const page = /^\/profile\/([^/\s]+)\/post\/([\w.~:-]{1,512})\/?$/.exec(decodeURIComponent(url.pathname));
  return page?.[1] && page[2] ? { author: page[1].replace(/^@/, ''), key: page[2] } : null;
}

/** What a like, a repost or an answer is made on. The post is read from its author's own server, where all posts are public. */
async function findPost(
  { author, key }: PostAddress,
  resolve: Resolve,
  fetcher: typeof fetch,
): Promise<{ readonly post: Ref; readonly root: Ref } | PostOutcome> {
  const home = await resolve(author);
  if (home === null) return gone;
  const url = new URL('/xrpc/com.atproto.repo.getRecord', home.server);
  url.search = new URLSearchParams({ repo: home.did, collection: collections.comment, rkey: key }).toString();
  const reply = await askServer(() => fetcher(url));
  if (reply.kind !== 'ok') {
    return reply.kind === 'refused' && reply.error === 'RecordNotFound' ? gone : laterAfter(reply);
  }
  const read = postSchema.safeParse(reply.body);
  if (!read.success) return gone;
  const post = { uri: read.data.uri, cid: read.data.cid };
  return { post, root: read.data.value.reply?.root ?? post };
}

const gone: PostOutcome = {
  kind: 'rejected',
  reason: 'gone',
  sentence: 'The post is not on Bluesky any more, so nothing was done.',
};

/** Likes, reposts or answers for an account, as a record under a key chosen before, so that it is done once. */
export async function engage(
  send: Send,
  order: EngageOrder,
  at: { readonly did: string; readonly recordKey: string; readonly webUrl: string },
  around: { readonly resolve: Resolve; readonly fetcher: typeof fetch },
): Promise<PostOutcome> {
  const address = readAddress(order.post, at.webUrl);
  if (address === null) return gone;
  const found = await findPost(address, around.resolve, around.fetcher);
  if ('kind' in found) return found;
  const reply = await askServer(() =>
    send('/xrpc/com.atproto.repo.createRecord', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ repo: at.did, collection: collections[order.ask], rkey: at.recordKey },
        record: recordOf(order, found),
      }),
    }),
  );
  return reply.kind === 'ok' ? { kind: 'posted', ...placeOf(order, at) } : outcomeOfCreate(reply);
}

function recordOf({ ask, text, at }: EngageOrder, { post, root }: { readonly post: Ref; readonly root: Ref }): object {
  const createdAt = at.toISOString();
  if (ask !== 'comment') return { $type: collections[ask], subject: post, createdAt };
  const facets = buildFacets(text, new Map());
  return {
    ...{ $type: collections.comment, text, createdAt, reply: { root, parent: post } },
    ...(facets.length ? { facets } : {}),
  };
}

/** Whether it was done under this key; without a session, as records are public. */
export async function findEngagement(
  server: string,
  order: EngageOrder,
  at: { readonly did: string; readonly recordKey: string; readonly webUrl: string },
  fetcher: typeof fetch,
): Promise<FindOutcome> {
  const url = new URL('/xrpc/com.atproto.repo.getRecord', server);
  url.search = new URLSearchParams({
    repo: at.did,
    collection: collections[order.ask],
    rkey: at.recordKey,
  }).toString();
  const reply = await askServer(() => fetcher(url));
  if (reply.kind === 'ok') return { kind: 'found', ...placeOf(order, at) };
  if (reply.kind === 'refused' && reply.error === 'RecordNotFound') return { kind: 'absent' };
  return laterAfter(reply);
}

/** An answer has a page of its own; a like and a repost are seen on the post. */
function placeOf(
  { ask, post }: EngageOrder,
  { did, recordKey, webUrl }: { readonly did: string; readonly recordKey: string; readonly webUrl: string },
): { uri: string; url: string } {
  const uri = `at://${did}/${collections[ask]}/${recordKey}`;
  return { uri, url: ask === 'comment' ? `${webUrl}/profile/${did}/post/${recordKey}` : post };
}

/** Whether what a person granted covers an ask; accounts from before it was asked for have to be renewed first. */
export function covers(granted: string, ask: Ask): boolean {
  return granted.split(' ').some((one) => one.startsWith(`repo:${collections[ask]}`) && one.includes('action=create'));
}
