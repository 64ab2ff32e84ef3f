import { type App, beginCodeFlow } from '../code-flow.ts';
import { composerAt } from '../composer-link.ts';
import type { Network } from '../network.ts';
import { byPage } from '../post-page.ts';
import type { Surroundings } from '../surroundings.ts';
import { withTimeout } from '../with-timeout.ts';
import { networkWithoutAccount } from '../without-account.ts';
import { parseSession } from './api.ts';
import { checkDraft, limits } from './check.ts';
import { inspectX } from './inspect.ts';
import { createPost, type Posting } from './posting.ts';
import { endSignIn, endTokens, renewSession } from './sign-in.ts';
import { weighText } from './text-length.ts';

export interface XSettings {
  /** App of the operator, who pays for its posts; without one, people post by X's own page. */
  readonly clientId?: string | undefined;
  /** Absent for a public client. */
  readonly clientSecret?: string | undefined;
  readonly authorizeUrl: string;
  readonly apiUrl: string;
}

const title = 'X';
const composer = composerAt('https://x.com/intent/tweet', { text: 'text', url: 'url' });

/** X took likes from all self-serve access and lets answer only who was mentioned; its own pages do all three. */
const engagement = byPage({
  hosts: ['x.com', 'twitter.com'],
  path: /^\/\w{1,15}\/status\/(\d{1,19})\/?$/,
  pages: {
    like: (id) => `https://x.com/intent/like?tweet_id=${id}`,
    reshare: (id) => `https://x.com/intent/retweet?tweet_id=${id}`,
    comment: (id) => `https://x.com/intent/tweet?in_reply_to=${id}`,
  },
});

/** X: with an app of the operator's, posts through its API (https://docs.x.com/x-api); without, by its own page. */
export function createX(settings: XSettings, around: Surroundings & { readonly pauseMs?: number }): Network {
  const { clientId, clientSecret, authorizeUrl, apiUrl } = settings;
  if (clientId === undefined) return withoutApp();
  const fetch = withTimeout(around.fetch, around.timeoutMs ?? 20_000);
  const webUrl = new URL(authorizeUrl).origin;
  const posting: Posting = { apiUrl, webUrl, fetch, report: around.report, pauseMs: around.pauseMs ?? 3_000 };
  const app: App = {
    ...{ title, clientId, clientSecret, authorizeUrl, fetch },
    issuer: webUrl,
    tokenUrl: `${apiUrl}/2/oauth2/token`,
    revokeUrl: `${apiUrl}/2/oauth2/revoke`,
    secretIn: 'header',
    redirectUri: `${around.publicUrl}/connect/x/callback`,
    scope: 'tweet.read tweet.write users.read offline.access media.write',
    proofKey: true,
    noes: ['access_denied'],
    onAppRefused: (code) => around.report('networks.app_refused', code),
  };
  return {
    ...{ name: 'x', title, limits, composer, engagement, unavailable: null, asks: null },
    allows:
      'X will let Coact post in your name and see posts and accounts that you can see, until you disconnect. Coact makes posts and looks up your name, and nothing else.',
    authorize: () => beginCodeFlow(app),
    finish: (params, memory) => endSignIn(app, posting, params, memory),
    check: checkDraft,
    recordKey: () => '',
    post: (session, post, place) => createPost(posting, parseSession(session), post, place),
    find: async () => ({ kind: 'unknowable' }),
    inspect: () => inspectX(app),
    refresh: (session) => renewSession(app, session),
    revoke: (session) => endTokens(app, parseSession(session)),
    // No followers: each look at an account costs the operator money.
  };
}

function withoutApp(): Network {
  return networkWithoutAccount({
    ...{ name: 'x', title, limits, composer, engagement },
    count: weighText,
    unavailable:
      'Nobody connects an X account on this installation. People post by its own page, which opens from Slack.',
  });
}
