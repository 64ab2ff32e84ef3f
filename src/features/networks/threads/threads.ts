import { asker } from '../ask.ts';
import { composerAt } from '../composer-link.ts';
import type { Network } from '../network.ts';
import { byPage } from '../post-page.ts';
import type { Surroundings } from '../surroundings.ts';
import { networkWithoutAccount } from '../without-account.ts';
import { checkDraft, limits } from './check.ts';
import { graphFor } from './graph.ts';
import { inspectThreads } from './inspect.ts';
import { createPost, findPost, type Publishing } from './posting.ts';
import { parseSession } from './session.ts';
import { endSignIn, renewSession, startSignIn, type ThreadsApp } from './sign-in.ts';
import { countThreads } from './text-length.ts';

/** The operator's app at Meta; without it people post by Threads' own page. */
export interface ThreadsSettings {
  readonly appId?: string | undefined;
  readonly appSecret?: string | undefined;
  readonly authorizeUrl: string;
  readonly graphUrl: string;
}

interface ThreadsParts extends ThreadsSettings, Surroundings {
  /** Between two looks at a container on its way; two seconds when absent. */
  readonly pauseMs?: number;
}

const webUrl = 'https://www.threads.net';
const composer = composerAt(`${webUrl}/intent/post`, { text: 'text', url: 'url' });

/** Threads lets apps answer posts of the account itself only. */
const engagement = byPage({
  hosts: ['threads.net', 'threads.com'],
  path: /^\/@[\w.]+\/post\/([\w-]+)\/?$/,
});

/** Threads behind the interface of all networks: connectable where the operator has an app at Meta and an https address. */
export function createThreads(settings: ThreadsParts): Network {
  const unavailable = reasonAgainst(settings);
  const { appId: id, appSecret: secret, publicUrl, authorizeUrl, graphUrl, pauseMs = 2_000 } = settings;
  if (unavailable !== null || id === undefined || secret === undefined) {
    return networkWithoutAccount({
      ...{ name: 'threads', title: 'Threads', limits, count: countThreads, composer, engagement },
      unavailable: unavailable ?? noApp,
    });
  }
  const ask = asker(settings.fetch, settings.timeoutMs);
  const redirectUri = `${publicUrl}/connect/threads/callback`;
  const onAppRefused = (code: string) => settings.report('networks.app_refused', code);
  const app: ThreadsApp = { id, secret, authorizeUrl, graphUrl, redirectUri, ask, onAppRefused };
  const publishing = (text: string): Publishing => {
    const session = parseSession(text);
    return { graph: graphFor(ask, graphUrl, session.token), session, webUrl, pauseMs };
  };
  return {
    ...{ name: 'threads', title: 'Threads', limits, unavailable, composer, engagement, asks: null },
    allows:
      "Threads will let Coact make posts and see your profile and what you posted, and nothing else: it can't read your messages, follow or like.",
    authorize: async () => startSignIn(app),
    finish: (params, memory) => endSignIn(app, params, memory),
    check: checkDraft,
    recordKey: (time, random) => `${time.getTime().toString(36)}-${random.toString(36).slice(2)}`,
    post: (session, post, place) => createPost(publishing(session), post, place),
    find: (session, post, place) => findPost(publishing(session), post, place),
    inspect: () => inspectThreads(app),
    refresh: (session) => renewSession(app, parseSession(session)),
    // Meta documents no call that ends a token of Threads: forgotten here it is of no use, and it ends within 60 days.
    revoke: async () => ({ kind: 'revoked' }),
    // No followers: their numbers want another permission and each person's own token.
  };
}

const noApp =
  'Nobody connects a Threads account on this installation: THREADS_APP_ID and THREADS_APP_SECRET are not set. People post by its own page, which opens from Slack.';

function reasonAgainst({ appId, appSecret, publicUrl }: ThreadsParts): string | null {
  if (appId === undefined || appSecret === undefined) return noApp;
  if (publicUrl.startsWith('https://')) return null;
  return 'Threads lets people connect only when PUBLIC_URL is an https address.';
}
