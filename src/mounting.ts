import type { Context } from 'hono';
import { emptyAnswer, type GuardedRoute, guarded, publicRoute } from './platform/http/index.ts';
import type { SlackRoute } from './platform/slack/index.ts';

const responses = { 200: emptyAnswer('See the handler') };

/** Slack's addresses: requests that it signs, and the pages of installing. */
export function slackPages(routes: readonly SlackRoute[]): GuardedRoute[] {
  return routes.map(({ method, path, why, handle }) =>
    guarded(
      {
        method: method === 'GET' ? 'get' : 'post',
        path,
        guard: publicRoute(why),
        webhook: method === 'POST',
        bodyLimit: 1_100_000,
        responses,
      },
      (c: Context) => handle(c.req.raw),
    ),
  );
}
