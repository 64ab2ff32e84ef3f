import { z } from '@hono/zod-openapi';
import type { Tx } from '../../../platform/db/index.ts';
import { type GuardedRoute, guarded, jsonAnswer, jsonBody, member } from '../../../platform/http/index.ts';
import { line, mostChannels } from '../request.ts';
import type { WebParts } from '../routes/parts.ts';
import { findRequest } from '../store.ts';
import { listTopics } from '../topics/store.ts';
import { channelsOf } from '../topics/topic.ts';
import { type Pace, paceSchema } from './pace.ts';
import { shownWaiting, waitingShape } from './shapes.ts';
import { readPace, writePace } from './store.ts';
import { outlook } from './waiting.ts';
import { wake } from './wake.ts';

const path = '/api/share/pace';
const answer = jsonAnswer(paceSchema, 'Quiet time and caps');
const queueShape = z.object({
  requests: z.array(
    z.object({
      ...{ id: z.uuid(), title: z.string(), sendAt: z.string().describe('When it was to go out') },
      ...{ endsAt: z.string().nullable(), waiting: waitingShape },
    }),
  ),
});
const asked = z.strictObject({
  at: z.iso.datetime({ offset: true }).nullish().describe('When it is to go out; now where left out'),
  endsAt: z.iso.datetime({ offset: true }).nullish(),
  channelIds: z.array(line(40).min(1)).max(mostChannels).default([]),
  topicIds: z.array(z.uuid()).max(mostChannels).default([]),
  requestId: z.uuid().nullish().describe('One that is planned already, whose own place is not in its way'),
});

/** How channels are spared, what waits for that, and what would. */
export function pacingRoutes(parts: WebParts): readonly GuardedRoute[] {
  return [readRoute(parts), writeRoute(parts), queueRoute(parts), estimateRoute(parts)];
}

function readRoute({ db }: WebParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path,
      summary: 'When nothing is posted to channels, and how many requests each takes',
      guard: member('requests.read', { keys: true }),
      responses: { 200: answer },
    },
    async (c) => c.json(shownPace(await db.inOrg(c.var.orgId, readPace)), 200),
  );
}

function writeRoute(parts: WebParts): GuardedRoute {
  return guarded(
    {
      method: 'put',
      path,
      summary: 'Set when nothing is posted to channels, and how many requests each takes',
      guard: member('manage'),
      request: { body: jsonBody(paceSchema) },
      responses: { 200: answer },
    },
    async (c) => {
      const pace = c.req.valid('json');
      const { orgId, actor } = c.var;
      await parts.db.inOrg(orgId, async (tx) => {
        const fields = changedIn(await readPace(tx), pace);
        if (fields === '') return;
        await writePace(tx, pace, parts.clock.now());
        await wake(parts, tx, orgId);
        await parts.audit.append(tx, {
          actor: { kind: 'person', id: actor.personId },
          action: 'share.pace_set',
          target: { type: 'organisation', id: orgId },
          detail: { fields },
        });
      });
      return c.json(pace, 200);
    },
  );
}

const shownPace = (pace: Pace) => ({ ...pace, quietDays: [...pace.quietDays] });

function changedIn(before: Pace, after: Pace): string {
  const names = ['quietHours', 'quietDays', 'perDay', 'perWeek'] as const;
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])).join(',');
}

function queueRoute(parts: WebParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: `${path}/queue`,
      summary: 'Requests whose time has come and that wait for their channels, in the order in which they go out',
      guard: member('requests.read', { keys: true }),
      responses: { 200: jsonAnswer(queueShape, 'The first first') },
    },
    async (c) => {
      const ahead = await parts.db.inOrg(c.var.orgId, (tx) => outlook(parts, tx));
      const waiting = (ahead?.queue ?? []).flatMap(({ id, title, at, endsAt }) => {
        const found = shownWaiting(ahead?.waitingOf(id) ?? null);
        if (found === null || !found.due) return [];
        return [{ id, title, sendAt: at.toISOString(), endsAt: endsAt?.toISOString() ?? null, waiting: found }];
      });
      const requests = waiting.toSorted((left, right) => left.waiting.until.localeCompare(right.waiting.until));
      return c.json({ requests }, 200);
    },
  );
}

function estimateRoute(parts: WebParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: `${path}/estimate`,
      summary: 'Whether a request would wait for its channels; nothing is changed by it',
      guard: member('requests.read', { keys: true }),
      request: { body: jsonBody(asked) },
      responses: { 200: jsonAnswer(z.object({ waiting: waitingShape.nullable() }), 'As things stand') },
    },
    async (c) => {
      const wanted = c.req.valid('json');
      const waiting = await parts.db.inOrg(c.var.orgId, (tx) => estimate(parts, tx, wanted));
      return c.json({ waiting: shownWaiting(waiting) }, 200);
    },
  );
}

/** Stands after everything that is planned for the same moment, as it is the last to come. */
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

async function estimate(parts: WebParts, tx: Tx, wanted: z.infer<typeof asked>) {
  const { at, endsAt, channelIds, topicIds, requestId } = wanted;
  const now = parts.clock.now();
  const [first, ...more] = channelIds;
  const planned = requestId ? await findRequest(tx, requestId) : null;
  // Sent once more, it keeps the place that it waits in.
  const waits = planned?.state === 'scheduled' && planned.sendAt !== null && planned.sendAt <= now;
  const id = planned?.id ?? lastId;
  const ahead = await outlook(parts, tx, {
    ...{ id, title: '', held: false, anyway: false },
    at: at ? new Date(at) : waits ? (planned.sendAt ?? now) : now,
    endsAt: endsAt ? new Date(endsAt) : null,
    channelIds: channelsOf({ channelId: first, moreChannelIds: more, topicIds }, await listTopics(tx)),
  });
  return ahead?.waitingOf(id) ?? null;
}
