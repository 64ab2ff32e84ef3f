import { z } from '@hono/zod-openapi';
import { emptyAnswer, type GuardedRoute, guarded, jsonAnswer, member, problem } from '../../../platform/http/index.ts';
import { type Channel, scopeReasons, slackPaths } from '../../../platform/slack/index.ts';
import type { WebParts } from './parts.ts';

const statusShape = z.object({
  configured: z.boolean(),
  installed: z
    .object({
      teamName: z.string(),
      teamId: z.string(),
      installedAt: z.string(),
      scopes: z.array(z.string()),
      missingScopes: z.array(z.string()),
      health: z.enum(['ok', 'revoked']),
    })
    .nullable(),
  installUrl: z.string(),
  scopes: z.array(z.object({ scope: z.string(), reason: z.string() })),
});
const channelShape = z.object({
  id: z.string(),
  name: z.string(),
  members: z.number().optional(),
  isMember: z.boolean(),
});

/** A workspace of 10,000 channels is 50 pages; more are found by the search in Slack itself. */
const mostPages = 50;

/** The organisation's connection to Slack, as its settings and the composer show it. */
export function slackConnectionRoutes(parts: WebParts): readonly GuardedRoute[] {
  return [statusRoute(parts), channelsRoute(parts), disconnectRoute(parts)];
}

function statusRoute(parts: WebParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/slack',
      summary: 'The connection to the Slack workspace',
      guard: member('requests.read', { keys: true }),
      responses: { 200: jsonAnswer(statusShape, 'The connection') },
    },
    async (c) => {
      const { configured, installed } = await parts.slackStatus(c.var.orgId);
      const shown =
        installed === null
          ? null
          : {
              ...installed,
              installedAt: installed.installedAt.toISOString(),
              scopes: [...installed.scopes],
              missingScopes: [...installed.missingScopes],
            };
      const scopes = scopeReasons.map(({ scope, reason }) => ({ scope, reason }));
      return c.json({ configured, installed: shown, installUrl: slackPaths.install, scopes }, 200);
    },
  );
}

function channelsRoute(parts: WebParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/slack/channels',
      summary: 'The channels that a request can go to',
      guard: member('requests.read', { keys: true }),
      responses: { 200: jsonAnswer(z.object({ channels: z.array(channelShape) }), 'Public channels by name') },
    },
    async (c) => {
      const client = parts.slack(c.var.orgId);
      const found: Channel[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < mostPages; page += 1) {
        const answer = await client.listPublicChannels(cursor === undefined ? {} : { cursor });
        if (!answer.ok) return problem(c, 409, `slack_${answer.error}`, answer.sentence);
        found.push(...answer.channels);
        if (answer.nextCursor === null) break;
        cursor = answer.nextCursor;
      }
      const channels = found
        .toSorted((left, right) => left.name.localeCompare(right.name))
        .map(({ id, name, members, isMember }) => ({ id, name, members: members ?? undefined, isMember }));
      return c.json({ channels }, 200);
    },
  );
}

function disconnectRoute(parts: WebParts): GuardedRoute {
  return guarded(
    {
      method: 'delete',
      path: '/api/slack',
      summary: 'Disconnect Slack',
      guard: member('manage'),
      responses: { 204: emptyAnswer('Disconnected') },
    },
    async (c) => {
      // Where nothing was connected nothing was disconnected, and the audit log says only what happened.
      if ((await parts.slackStatus(c.var.orgId)).installed === null) return c.body(null, 204);
      await parts.disconnectSlack(c.var.orgId, c.var.actor.personId);
      return c.body(null, 204);
    },
  );
}
