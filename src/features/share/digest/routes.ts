import { z } from '@hono/zod-openapi';
import { randomId } from '../../../platform/clock/index.ts';
import { orgId as parseOrgId } from '../../../platform/db/index.ts';
import {
  emptyAnswer,
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  member,
  notFound,
  publicRoute,
} from '../../../platform/http/index.ts';
import type { ShareParts } from '../parts.ts';
import { digestSchema, periodDue } from './digest.ts';
import { localNow } from './send.ts';
import { deleteDigest, findDigest, putDigest, stopMails } from './store.ts';

const shape = z.object({ digest: digestSchema.nullable().describe('Null where I asked for none') });

/** The totals sent to me, as often as I want; nobody chooses it for anybody else. */
export function digestRoutes(parts: ShareParts): readonly GuardedRoute[] {
  return [readRoute(parts), setRoute(parts), endRoute(parts), stopRoute(parts)];
}

function readRoute({ db }: ShareParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/digest',
      summary: 'How I want the totals sent to me',
      guard: member('publish'),
      responses: { 200: jsonAnswer(shape, 'My digest') },
    },
    async (c) => {
      const found = await db.inOrg(c.var.orgId, (tx) => findDigest(tx, c.var.actor.personId));
      if (found === null) return c.json({ digest: null }, 200);
      const { every, weekday, hour, mail, slack } = found;
      return c.json({ digest: { every, weekday, hour, mail, slack } }, 200);
    },
  );
}

function setRoute(parts: ShareParts): GuardedRoute {
  return guarded(
    {
      method: 'put',
      path: '/api/digest',
      summary: 'Have the totals of each week or month sent to me, by mail or as a direct message in Slack',
      guard: member('publish'),
      request: { body: jsonBody(digestSchema) },
      responses: { 200: jsonAnswer(shape, 'My digest as it is now') },
    },
    async (c) => {
      const digest = c.req.valid('json');
      const { personId } = c.var.actor;
      await parts.db.inOrg(c.var.orgId, async (tx) => {
        const { timeZone } = await parts.organisation(tx);
        // What is over already is not sent after the fact: the first one comes when the hour comes next.
        const toldFrom = periodDue(digest, localNow(parts, timeZone)).from;
        await putDigest(tx, { ...digest, personId, toldFrom, stopKey: randomId() });
      });
      return c.json({ digest }, 200);
    },
  );
}

function endRoute({ db }: ShareParts): GuardedRoute {
  return guarded(
    {
      method: 'delete',
      path: '/api/digest',
      summary: 'Have no totals sent to me any more',
      guard: member('publish'),
      responses: { 204: emptyAnswer('Ended') },
    },
    async (c) => {
      await db.inOrg(c.var.orgId, (tx) => deleteDigest(tx, c.var.actor.personId));
      return c.body(null, 204);
    },
  );
}

/** RFC 8058: mail programs post to the address in the header; people open it and press the one button. */
function stopRoute({ db }: ShareParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/digest/stop/{org}/{key}',
      summary: 'End the mails of a digest, from the mail itself',
      guard: publicRoute('the address stands in the mail of whoever wants no more of them, and does nothing else'),
      webhook: true,
      limit: { name: 'digest-stop', points: 30, seconds: 600 },
      request: { params: z.object({ org: z.uuid(), key: z.uuid() }) },
      responses: { 204: emptyAnswer('Ended') },
    },
    async (c) => {
      const { org, key } = c.req.valid('param');
      const stopped = await db.inOrg(parseOrgId(org), (tx) => stopMails(tx, key));
      return stopped ? c.body(null, 204) : notFound(c);
    },
  );
}
