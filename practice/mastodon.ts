import { createServer, type RequestListener } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createMastodonApi, type MastodonState } from './mastodon-api.ts';
import { createMastodonSignIn, type MastodonSignIn } from './mastodon-oauth.ts';
import { createMastodonPages, loginPage } from './mastodon-pages.ts';
import { listenOnLoopback } from './ports.ts';

export interface MastodonParts {
  readonly listener: RequestListener;
  readonly state: MastodonState;
  readonly signIn: MastodonSignIn;
}

/**
 * A Mastodon server for one company, with all in memory: sign-in, the API that Coact uses, and pages of posts.
 * @param url where it will stand
 * @param followers the accounts, by user name, and how many follow each
 */
export function createMastodonServer(
  url: string,
  followers: Readonly<Record<string, number>>,
  startPageUrl = '/',
): MastodonParts {
  const state: MastodonState = { statuses: [], media: new Map(), keys: new Map(), followers, ...noActs() };
  const usernames = Object.keys(followers);
  const signIn = createMastodonSignIn(url, usernames, (problem) => loginPage(usernames, problem));
  const app = createMastodonApi(url, signIn, state);
  app.route('/', createMastodonPages(state, startPageUrl));
  const serve = getRequestListener(app.fetch);
  const listener: RequestListener = (request, response) => {
    const { pathname } = new URL(request.url ?? '/', url);
    if (signIn.owns(pathname)) signIn.handle(request, response);
    else void serve(request, response);
  };
  return { listener, state, signIn };
}

const noActs = () => ({ elsewhere: [], favourites: new Set<string>(), boosts: new Set<string>() });

/** Starts it on loopback. */
export async function startMastodon(
  port: number,
  followers: Readonly<Record<string, number>>,
  startPageUrl: string,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const url = `http://localhost:${port}`;
  const { listener } = createMastodonServer(url, followers, startPageUrl);
  const door = await listenOnLoopback(createServer(listener), port);
  return { url, close: door.close };
}
