import type { Network, Post, PostOutcome } from '../network.ts';
import { checkDraft, limits } from './check.ts';
import { clientIdentity } from './client-metadata.ts';
import { countFollowers } from './followers.ts';
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
    documents:
      identity.kind === 'confidential' && clientKey
        ? { metadata: { ...identity.metadata }, jwks: await publicKeys(clientKey) }
        : null,
    authorize: ({ account }) => startSignIn(makeClient, plainAccount(account) || settings.serverUrl),
    finish: (params, memory) => endSignIn(makeClient, params, memory),
    check: checkDraft,
    recordKey: recordKeyAt,
    post: (session, post, recordKey) => postWith(makeClient, session, post, { recordKey, webUrl }),
    find: (session, recordKey) => {
      const { tokenSet } = parseSession(session);
      return findPost(tokenSet.aud, { did: tokenSet.sub, recordKey, webUrl }, fetcher);
    },
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

/**
 * Posts without the refresh token in hand: a token that is not accepted comes back as `stale`, and only the account's
 * lock holder refreshes. The end of the token's life is the caller's clock's matter as well.
 */
async function postWith(
  makeClient: ClientMaker,
  text: string,
  post: Post,
  at: Omit<PostPlace, 'did'>,
): Promise<PostOutcome> {
  const session = parseSession(text);
  const { refresh_token: _spent, expires_at: _end, ...tokenSet } = session.tokenSet;
  const client = makeClient(drawersWith({ ...session, tokenSet }));
  const restored = await client.restore(session.tokenSet.sub, false).catch(() => null);
  if (!restored) return { kind: 'later', afterSeconds: 60 };
  const resolveHandle = async (handle: string): Promise<string | null> => {
    const known = await client.identityResolver.resolve(handle).catch(() => null);
    return known?.did ?? null;
  };
  const send = (path: string, init?: RequestInit): Promise<Response> => restored.fetchHandler(path, init);
  return createPost(send, { ...at, did: session.tokenSet.sub }, post, resolveHandle);
}

/** People paste handles with an @, and profile addresses. */
function plainAccount(typed: string | undefined): string {
  const account = (typed ?? '').trim().replace(/^@/, '');
  return account.replace(/^https:\/\/bsky\.app\/profile\/([^/?#]+).*$/, '$1');
}

function withTimeout(fetcher: typeof fetch, timeoutMs: number): typeof fetch {
  return (input, init) => {
    const signals = [AbortSignal.timeout(timeoutMs)];
    if (input instanceof Request) signals.push(input.signal);
    if (init?.signal) signals.push(init.signal);
    return fetcher(input, { ...init, signal: AbortSignal.any(signals) });
  };
}
