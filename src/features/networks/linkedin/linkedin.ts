import { type App, beginCodeFlow, endToken } from '../code-flow.ts';
import { composerAt } from '../composer-link.ts';
import type { Network } from '../network.ts';
import { byPage } from '../post-page.ts';
import type { Surroundings } from '../surroundings.ts';
import { withTimeout } from '../with-timeout.ts';
import { networkWithoutAccount } from '../without-account.ts';
import { parseSession } from './api.ts';
import { checkDraft, limits } from './check.ts';
import { inspectLinkedIn } from './inspect.ts';
import { createPost, type Posting } from './posting.ts';
import { endSignIn } from './sign-in.ts';

export interface LinkedInSettings {
  /** App of the operator; without one, people post by LinkedIn's own page. */
  readonly clientId?: string | undefined;
  readonly clientSecret?: string | undefined;
  readonly version: string;
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly apiUrl: string;
}

const title = 'LinkedIn';
const composer = composerAt('https://www.linkedin.com/sharing/share-offsite/', { url: 'url' });

/** LinkedIn lets no app like or comment for a member (w_member_social is for posts). */
const engagement = byPage({
  hosts: ['linkedin.com'],
  path: /^\/(?:feed\/update\/(urn:li:(?:activity|share|ugcPost):\d+)|posts\/[^/]+?-(?:activity|share|ugcPost)-\d+[^/]*)\/?$/,
});

/**
 * LinkedIn: with an app of the operator's, posts through its Posts API
 * (https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api); without, by its own page.
 */
export function createLinkedIn(
  settings: LinkedInSettings,
  around: Surroundings & { readonly pictureGraceMs?: number },
): Network {
  const { clientId, clientSecret, authorizeUrl, tokenUrl, apiUrl, version } = settings;
  if (clientId === undefined || clientSecret === undefined) return withoutApp();
  const fetch = withTimeout(around.fetch, around.timeoutMs ?? 20_000);
  const webUrl = new URL(authorizeUrl).origin;
  let isRefused = false;
  const posting: Posting = {
    ...{ apiUrl, version, fetch, webUrl, pictureGraceMs: around.pictureGraceMs ?? 3_000 },
    onVersionRefused: () => {
      isRefused = true;
      around.report('networks.version_not_active', version);
    },
  };
  const app: App = {
    ...{ title, clientId, clientSecret, authorizeUrl, tokenUrl, fetch },
    issuer: `${webUrl}/oauth`,
    revokeUrl: new URL('revoke', tokenUrl).href,
    secretIn: 'body',
    redirectUri: `${around.publicUrl}/connect/linkedin/callback`,
    scope: 'openid profile w_member_social',
    // For partners alone; the secret and the state have to do.
    proofKey: false,
    noes: ['user_cancelled_login', 'user_cancelled_authorize', 'access_denied'],
    onAppRefused: (code) => around.report('networks.app_refused', code),
  };
  return {
    ...{ name: 'linkedin', title, limits, composer, engagement, unavailable: null, asks: null },
    allows:
      'LinkedIn will let Coact see your name and picture, and make, change and delete posts, comments and reactions in your name. Coact makes posts, and nothing else.',
    authorize: () => beginCodeFlow(app),
    finish: (params, memory) => endSignIn(app, posting, params, memory),
    check: checkDraft,
    recordKey: () => '',
    post: (session, post, place) => createPost(posting, parseSession(session), post, place),
    find: async () => ({ kind: 'unknowable' }),
    inspect: () => inspectLinkedIn(app, { name: version, isRefused }, new Date()),
    refresh: async () => ({ kind: 'reconnect' }),
    revoke: (session) => endToken(app, parseSession(session).access),
    // No followers: nobody but vetted partners is told how many a member has.
  };
}

function withoutApp(): Network {
  return networkWithoutAccount({
    ...{ name: 'linkedin', title, limits, composer, engagement },
    count: (text) => text.length,
    unavailable:
      'Nobody connects a LinkedIn account on this installation. People post by its own page, which opens from Slack.',
  });
}
