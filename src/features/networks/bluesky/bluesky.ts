import { composerAt } from '../composer-link.ts';
import type { Engagement, EngageOrder, Network, Post, PostOutcome } from '../network.ts';
import { withTimeout } from '../with-timeout.ts';
import { checkDraft, limits } from './check.ts';
import { clientIdentity } from './client-metadata.ts';
import { covers, engage, findEngagement, type Resolve, readAddress } from './engagement.ts';
import { countFollowers } from './followers.ts';
import { inspectDocuments } from './inspect.ts';
import { type ClientMaker, clientMaker, drawersWith, parseSession, publicKeys } from './oauth.ts';
import { createPost, findPost, type PostPlace } from './posting.ts';
import { recordKeyAt } from './record-key.ts';
import { endSession, renewSession } from './renewal.ts';
import { endSignIn, startSignIn } from './sign-in.ts';

export interface BlueskySettings {
  readonly publicUrl: string;
  /** Private ES256 JWK as JSON (makeClientKey); needed when `publicUrl` is https. */
  readonly clientKey: string | null;
  readonly plcUrl: string;
  readonly handleResolver: string;
  readonly appViewUrl: string;
  /** Where people look at posts. */
  readonly webUrl: string;
  /** Where people sign in who typed no handle. */
  readonly serverUrl: string;
  readonly fetch: typeof fetch;
  /** Longest wait for one answer; 20 seconds when absent. */
  readonly timeoutMs?: number;
}

/** What a confidential client shows to Bluesky's servers; null for the loopback client, which needs none. */
export interface ClientDocuments {
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly jwks: Readonly<Record<string, unknown>>;
}

export interface Bluesky extends Network {
  readonly documents: ClientDocuments | null;
}

const asks = { label: 'Your handle', placeholder: 'you.bsky.social', required: false };
const allows =
  "Bluesky will let Coact make posts, delete them, like and repost, and nothing else: it can't read your messages or follow anybody.";

/** Bluesky behind the interface of all networks. Keeps nothing but what servers say about themselves, for a minute. */
export async function createBluesky(settings: BlueskySettings): Promise<Bluesky> {
  const identity = clientIdentity(settings.publicUrl);
  const fetcher = withTimeout(settings.fetch, settings.timeoutMs ?? 20_000);
  const clientKey = identity.kind === 'confidential' ? settings.clientKey : null;
  const { webUrl } = settings;
  const allowHttp = settings.serverUrl.startsWith('http:');
  const makeClient: ClientMaker =
    identity.kind === 'none'
      ? () => {
          throw new Error(identity.sentence);
        }
      : await clientMaker({ ...settings, identity, clientKey, allowHttp, fetch: fetcher });
  return {
    name: 'bluesky',
    title: 'Bluesky',
    limits,
    unavailable: identity.kind === 'none' ? identity.sentence : null,
    ...{ asks, allows },
    composer: composerAt(`${webUrl}/intent/compose`, { text: 'text' }),
    documents:
      identity.kind === 'confidential' && clientKey
        ? { metadata: { ...identity.metadata }, jwks: await publicKeys(clientKey) }
        : null,
    authorize: ({ account }) => startSignIn(makeClient, plainAccount(account) || settings.serverUrl),
    finish: (params, memory) => endSignIn(makeClient, params, memory),
    check: checkDraft,
    recordKey: recordKeyAt,
    engagement: engagementBy(makeClient, webUrl, fetcher),
    serverOf: (session) => new URL(parseSession(session).tokenSet.aud).host,
    post: (session, post, { recordKey, memory, remember }) =>
      postWith(makeClient, session, post, { recordKey, webUrl, memory, remember }),
    find: (session, _post, { recordKey }) => {
      const { tokenSet } = parseSession(session);
      return findPost(tokenSet.aud, { did: tokenSet.sub, recordKey, webUrl }, fetcher);
    },
    inspect: () => inspectDocuments(identity, fetcher),
    refresh: (session) => renewSession(makeClient, session),
    revoke: (session) => endSession(makeClient, session),
    followers: (accounts) =>
      countFollowers(
        accounts.map((account) => account.remoteId),
        settings.appViewUrl,
        fetcher,
      ),
  };
}

/** Likes, reposts and answers. */
function engagementBy(makeClient: ClientMaker, webUrl: string, fetcher: typeof fetch): Engagement {
  return {
    readPost: (address) => {
      const read = readAddress(address, webUrl);
      return read === null ? null : `${webUrl}/profile/${read.author}/post/${read.key}`;
    },
    page: (post) => post,
    byAccount: {
      covers,
      act: (session, order, { recordKey }) => engageWith(makeClient, session, order, { recordKey, webUrl }, fetcher),
      find: (session, order, { recordKey }) => {
        const { tokenSet } = parseSession(session);
        return findEngagement(tokenSet.aud, order, { did: tokenSet.sub, recordKey, webUrl }, fetcher);
      },
    },
  };
}

/** Posts as an account. */
async function postWith(
  makeClient: ClientMaker,
  text: string,
  post: Post,
  at: Omit<PostPlace, 'did'>,
): Promise<PostOutcome> {
  const acting = await actAs(makeClient, text);
  if (acting === null) return { kind: 'later', afterSeconds: 60 };
  const resolveHandle = async (handle: string): Promise<string | null> => {
    const known = await acting.client.identityResolver.resolve(handle).catch(() => null);
    return known?.did ?? null;
  };
  return createPost(acting.send, { ...at, did: acting.did }, post, resolveHandle);
}

/** Likes, reposts or answers as an account. */
async function engageWith(
  makeClient: ClientMaker,
  text: string,
  order: EngageOrder,
  at: Omit<PostPlace, 'did'>,
  fetcher: typeof fetch,
): Promise<PostOutcome> {
  const acting = await actAs(makeClient, text);
  if (acting === null) return { kind: 'later', afterSeconds: 60 };
  const resolve: Resolve = async (author) => {
    const known = await acting.client.identityResolver.resolve(author).catch(() => null);
    const server = known?.didDoc.service?.find((one) => one.id.endsWith('#atproto_pds'))?.serviceEndpoint;
    return known && typeof server === 'string' ? { did: known.did, server } : null;
  };
  return engage(acting.send, order, { ...at, did: acting.did }, { resolve, fetcher });
}

/**
 * Acts without the refresh token in hand: a token that is not accepted comes back as `stale`, and only the account's lock
 * holder refreshes. The end of the token's life is the caller's clock's matter as well.
 * @returns null when the server does not answer
 */
async function actAs(makeClient: ClientMaker, text: string) {
  const session = parseSession(text);
  const { refresh_token: _spent, expires_at: _end, ...tokenSet } = session.tokenSet;
  const client = makeClient(drawersWith({ ...session, tokenSet }));
  const restored = await client.restore(session.tokenSet.sub, false).catch(() => null);
  if (!restored) return null;
  const send = (path: string, init?: RequestInit): Promise<Response> => restored.fetchHandler(path, init);
  return { client, send, did: session.tokenSet.sub };
}

/** People paste handles with an @, and profile addresses. */
function plainAccount(typed: string | undefined): string {
  const account = (typed ?? '').trim().replace(/^@/, '');
  return account.replace(/^https:\/\/bsky\.app\/profile\/([^/?#]+).*$/, '$1');
}
