import { asker } from '../ask.ts';
import { composerOnServer } from '../composer-link.ts';
import type { Network } from '../network.ts';
import { checkDraft, limits } from './check.ts';
import { type ClientShelf, clientBook } from './client.ts';
import { covers, engage, findEngagement, readPostAddress } from './engagement.ts';
import { findPost } from './finding.ts';
import { countFollowers } from './followers.ts';
import { inspectServer } from './inspect.ts';
import { readInstance } from './instance.ts';
import { createPost } from './posting.ts';
import { parseSession } from './session.ts';
import { endSession, endSignIn, holdFor, readOwner, startSignIn } from './sign-in.ts';

export interface MastodonSettings {
  readonly publicUrl: string;
  /** The installation's own server: for people who name none, and the only one that may be reached without TLS. */
  readonly serverUrl: string | null;
  readonly shelf: ClientShelf;
  readonly now: () => Date;
  readonly fetch: typeof fetch;
  /** Longest wait for one answer; 20 seconds when absent. */
  readonly timeoutMs?: number | undefined;
  /** Between two looks at a picture on its way; a second when absent. */
  readonly pauseMs?: number;
}

/**
 * Mastodon, and every server that speaks as it does, behind the interface of all networks. Each server is a stranger
 * that somebody named: nothing it says is believed beyond its own origin, and it is reached by the guarded way out only.
 */
export function createMastodon(settings: MastodonSettings): Network {
  const { publicUrl, serverUrl, shelf, now, pauseMs = 1_000 } = settings;
  const ask = asker(settings.fetch, settings.timeoutMs);
  const redirectUri = `${publicUrl}/connect/mastodon/callback`;
  const signIn = {
    ask,
    redirectUri,
    ownServer: serverUrl,
    clientOf: clientBook({ ask, shelf, publicUrl, redirectUri }),
  };
  const asAccount = (session: string) => ({ ask, now, pauseMs, session: parseSession(session) });
  const waits = { kind: 'later', afterSeconds: 300 } as const;
  return {
    name: 'mastodon',
    title: 'Mastodon',
    limits,
    unavailable: null,
    asks: { label: 'Your server or handle', placeholder: '@you@mastodon.social', required: serverUrl === null },
    allows:
      "Mastodon will let Coact make posts with pictures, favourite and boost posts, look a post up by its address and see which account it is, and nothing else: it can't read your messages or follow anybody.",
    composer: composerOnServer('/share', { text: 'text' }),
    engagement: {
      readPost: (address) => readPostAddress(address, serverUrl === null ? null : new URL(serverUrl).origin),
      page: (post) => post,
      byAccount: {
        covers,
        act: (session, order, place) => engage(asAccount(session), order, place),
        find: (session, order) => findEngagement(asAccount(session), order),
      },
    },
    authorize: ({ account }) => startSignIn(signIn, account ?? ''),
    finish: (params, memory) => endSignIn(signIn, params, memory),
    check: checkDraft,
    recordKey: (time, random) => `coact-${time.getTime().toString(36)}-${random.toString(36).slice(2)}`,
    post: (session, post, place) => createPost(asAccount(session), post, place),
    serverOf: (session) => new URL(parseSession(session).server).host,
    find: (session, post) => findPost(ask, parseSession(session), post, now()),
    inspect: (server) => inspectServer(signIn, server),
    refresh: async (text) => {
      const session = parseSession(text);
      const owner = await readOwner(ask, session);
      if (owner === 'lost') return { kind: 'reconnect' };
      if (owner === 'silent') return waits;
      const { limits: allowed, keepsKeys } = (await readInstance(ask, session.server)) ?? session;
      return { kind: 'fresh', ...holdFor({ ...session, limits: allowed, keepsKeys }) };
    },
    revoke: async (text) => ((await endSession(ask, parseSession(text))) === 'revoked' ? { kind: 'revoked' } : waits),
    followers: (accounts) => countFollowers(ask, accounts, serverUrl),
  };
}
