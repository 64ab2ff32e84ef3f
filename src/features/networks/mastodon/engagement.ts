import { z } from 'zod';
import { addressAt } from '../ask.ts';
import type { Ask, EngageOrder, FindOutcome, PostOutcome, PostPlace } from '../network.ts';
import { checkDraft } from './check.ts';
import { findPost } from './finding.ts';
import type { Uploading } from './media.ts';
import { lacksRight, later, outcomeOfPost } from './outcomes.ts';
import { createPost } from './posting.ts';
import { bearer, type MastodonSession } from './session.ts';
import { statusSchema } from './status.ts';

/** Looking up a post by its address, and favouriting it; boosts and answers go by the right to post. */
export const engagementScopes = ['read:search', 'write:favourites'] as const;

const postSchema = statusSchema.extend({
  account: z
    .object({ acct: z.string().regex(/^[\p{L}\p{N}_.-]{1,100}(?:@[\p{L}\p{N}.-]{1,253}(?::\d+)?)?$/u) })
    .nullish()
    .catch(null),
});
type KnownPost = z.infer<typeof postSchema>;
const searchSchema = z.object({ statuses: z.array(postSchema) });

const verbs = { like: 'favourite', reshare: 'reblog' } as const;

/**
 * Reads the address of a post by the shapes that servers of the Fediverse give them.
 * @param ownServer the installation's own server, the only one that may lack TLS; @returns null when it is none
 */
export function readPostAddress(address: string, ownServer: string | null): string | null {
  const url = URL.parse(address.trim());
  if (url === null || url.username !== '' || (url.protocol !== 'https:' && url.origin !== ownServer)) return null;
  const isPost = /^\/(?:@[^/]+\/\d+|users\/[^/]+\/statuses\/\d+|[^/]+\/p\/[\d.]+|notice\/\w+|objects\/[\w-]+)\/?$/;
  return isPost.test(url.pathname) ? `${url.origin}${url.pathname.replace(/\/$/, '')}` : null;
}

/** Whether what a person granted covers an ask. Accounts from before it was asked for have to be connected again. */
export function covers(granted: string, ask: Ask): boolean {
  const scopes = new Set(granted.split(/\s+/));
  const has = (right: 'read:search' | 'write:favourites' | 'write:statuses') =>
    scopes.has(right) || scopes.has(right.slice(0, right.indexOf(':')));
  return has('read:search') && has(ask === 'like' ? 'write:favourites' : 'write:statuses');
}

/**
 * Favourites, boosts or answers a post. The account's own server has to know the post, under an id of its own; where it
 * does not get to know it, the person does it by hand. A second favourite or boost changes nothing; a second answer is
 * kept away as a second post is.
 */
export async function engage(up: Uploading, order: EngageOrder, place: PostPlace): Promise<PostOutcome> {
  const post = await lookUp(up, order.post);
  if ('kind' in post) {
    // An earlier answer may stand: to ask for one by hand would make two.
    const mayStand = post.kind === 'byHand' && order.ask === 'comment' && place.repeated;
    return mayStand ? { kind: 'unsure' } : post;
  }
  if (order.ask !== 'comment') return act(up, order.post, post.id, verbs[order.ask]);
  const text = addressed(order.text, post, up.session);
  return createPost(up, { text, writtenAt: order.at }, place, post.id);
}

/** Whether an answer is there. Favourites and boosts are not asked after: they are simply made again. */
export async function findEngagement(up: Uploading, order: EngageOrder): Promise<FindOutcome> {
  if (order.ask !== 'comment') return { kind: 'unknowable' };
  const post = await lookUp(up, order.post);
  if ('kind' in post) return post.kind === 'later' ? post : { kind: 'unknowable' };
  const text = addressed(order.text, post, up.session);
  return findPost(up.ask, up.session, { text, writtenAt: order.at }, up.now());
}

async function act(
  { ask, session, now }: Uploading,
  address: string,
  id: string,
  verb: (typeof verbs)[keyof typeof verbs],
): Promise<PostOutcome> {
  const answer = await ask(addressAt(session.server, `/api/v1/statuses/${encodeURIComponent(id)}/${verb}`), {
    method: 'POST',
    redirect: 'manual',
    headers: bearer(session),
  });
  if (answer.kind === 'answered') {
    if (answer.status < 300 && statusSchema.safeParse(answer.body).success) {
      return { kind: 'posted', uri: address, url: address };
    }
    if (answer.status === 404) return gone;
    if (lacksRight(answer)) return { kind: 'byHand' };
  }
  return outcomeOfPost(answer, now());
}

/**
 * The post as the account's server knows it. Asked by its address, Mastodon fetches a post that it has not seen; others
 * may search for the address as for any words, so only a post that bears it counts.
 */
async function lookUp({ ask, session, now }: Uploading, address: string): Promise<KnownPost | PostOutcome> {
  const query = { q: address, resolve: 'true', type: 'statuses', limit: '5' };
  const answer = await ask(addressAt(session.server, '/api/v2/search', query), {
    headers: bearer(session),
    redirect: 'manual',
  });
  if (answer.kind === 'silent' || answer.status >= 500 || answer.status === 429) return later(answer, now());
  if (answer.status === 401) return { kind: 'reconnect' };
  const found = answer.status === 200 ? searchSchema.safeParse(answer.body) : null;
  const wanted = plain(address);
  const same = found?.data?.statuses.find(({ url, uri }) => plain(uri) === wanted || plain(url ?? '') === wanted);
  return same ?? { kind: 'byHand' };
}

const plain = (address: string) => address.replace(/\/$/, '');

/** An answer begins with whom it is for, as in Mastodon itself, which tells authors of mentions alone; if there is room. */
function addressed(text: string, { account }: KnownPost, session: MastodonSession): string {
  const acct = account?.acct ?? session.username;
  if (acct === session.username || text.includes(`@${acct}`)) return text;
  const whole = `@${acct} ${text}`;
  return checkDraft({ text: whole }, session.limits).remaining < 0 ? text : whole;
}

const gone: PostOutcome = {
  kind: 'rejected',
  reason: 'gone',
  sentence: 'The post is not on Mastodon any more, or your account may not see it, so nothing was done.',
};
