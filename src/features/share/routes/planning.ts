import { z } from '@hono/zod-openapi';
import type { Tx } from '../../../platform/db/index.ts';
import {
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  member,
  notFound,
  problem,
} from '../../../platform/http/index.ts';
import { approvalNeeded } from '../lifecycle/send.ts';
import { dayOf, momentOf } from '../outgoing/good-time.ts';
import { localAt, quietReason } from '../pacing/quiet-time.ts';
import { shownWaiting, waitingShape } from '../pacing/shapes.ts';
import { readPace } from '../pacing/store.ts';
import { outlook } from '../pacing/waiting.ts';
import { goodSlots, whyWords } from '../planning/good-slot.ts';
import { type Moved, move, restore } from '../planning/move.ts';
import { requestsBetween, timesTaken } from '../planning/store.ts';
import { requestStates } from '../request.ts';
import type { WebParts } from './parts.ts';
import { fieldsOf, showFound } from './requests.ts';
import { idParam, requestShape, sendAnyway } from './shapes.ts';

const answer = jsonAnswer(requestShape, 'The request');
/** Six weeks of a month's page, and some. */
const mostDays = 62;
/** More than anybody can look through; the page says that there is more. */
const mostEntries = 500;
const dayInMs = 86_400_000;
/** Clicks of so many days say which hours are good. */
const clickDays = 90;
const day = z.iso.date();

const channel = z.object({ id: z.string(), name: z.string() });
const entryShape = z.object({
  id: z.string(),
  title: z.string(),
  state: z.enum(requestStates),
  channel: channel.nullable().describe('The first of them'),
  channels: z.array(channel),
  at: z.string().nullable().describe('When it went out, or is to'),
  endsAt: z.string().nullable(),
  waiting: waitingShape.nullable(),
  revision: z.number(),
  movable: z.boolean(),
});

/** What is planned when, and planning it otherwise. */
export function planningRoutes(parts: WebParts): readonly GuardedRoute[] {
  return [calendarRoute(parts), goodTimesRoute(parts), moveRoute(parts), restoreRoute(parts)];
}

function calendarRoute(parts: WebParts): GuardedRoute {
  const shape = z.object({ entries: z.array(entryShape), more: z.boolean() });
  return guarded(
    {
      method: 'get',
      path: '/api/share/calendar',
      summary: 'Requests that go out, went out or end on some days of the organisation',
      guard: member('requests.read', { keys: true }),
      request: { query: z.object({ from: day, to: day }) },
      responses: { 200: jsonAnswer(shape, 'By their time') },
    },
    async (c) => {
      const { from, to } = c.req.valid('query');
      const days = (Date.parse(to) - Date.parse(from)) / dayInMs;
      if (days < 0 || days >= mostDays) {
        const sentence = `Ask for one to ${mostDays} days, the earliest first.`;
        return problem(c, 422, 'invalid', sentence, { fields: { to: sentence } });
      }
      const { found, outlook: ahead } = await parts.db.inOrg(c.var.orgId, async (tx) => {
        const { timeZone } = await parts.organisation(tx);
        const next = Temporal.PlainDate.from(to).add({ days: 1 }).toString();
        const span = { from: momentOf(from, '00:00', timeZone), to: momentOf(next, '00:00', timeZone) };
        const found = await requestsBetween(tx, { ...span, limit: mostEntries + 1 });
        return { found, outlook: await outlook(parts, tx) };
      });
      const entries = found.slice(0, mostEntries).map(({ channels, at, endsAt, delivery, ...entry }) => ({
        ...entry,
        ...{ channel: channels[0] ?? null, channels: [...channels] },
        ...{ at: at?.toISOString() ?? null, endsAt: endsAt?.toISOString() ?? null },
        waiting: shownWaiting(ahead?.waitingOf(entry.id) ?? null),
        movable: entry.state === 'in_review' || (entry.state === 'scheduled' && !isGoing(delivery)),
      }));
      return c.json({ entries, more: found.length > mostEntries }, 200);
    },
  );
}

const isGoing = (delivery: string) => delivery === 'sending' || delivery === 'uncertain';

function goodTimesRoute(parts: WebParts): GuardedRoute {
  const shape = z.object({ times: z.array(z.object({ at: z.string(), why: z.string() })) });
  return guarded(
    {
      method: 'get',
      path: '/api/share/good-times',
      summary: 'Good times for a request to go out, each with what speaks for it',
      guard: member('requests.read', { keys: true }),
      request: { query: z.object({ request: z.uuid().optional().describe('One whose own time is not in its way') }) },
      responses: { 200: jsonAnswer(shape, 'One for each of the next working days with room') },
    },
    async (c) => {
      const { request = null } = c.req.valid('query');
      const times = await parts.db.inOrg(c.var.orgId, (tx) => goodTimes(parts, tx, request));
      return c.json({ times }, 200);
    },
  );
}

async function goodTimes(parts: WebParts, tx: Tx, except: string | null) {
  const now = parts.clock.now();
  const { timeZone } = await parts.organisation(tx);
  // A day on either side: what went out last evening is near to this morning in some zone.
  const [from, to] = [-1, 16].map((days) => new Date(now.getTime() + days * dayInMs));
  const taken = await timesTaken(tx, { from: from ?? now, to: to ?? now, except });
  const since = dayOf(new Date(now.getTime() - clickDays * dayInMs), timeZone);
  const clicks = await parts.links.byHour(tx, { from: since, to: dayOf(now, timeZone), timeZone });
  const pace = await readPace(tx);
  const isQuiet = (at: Date) => quietReason(localAt(at, timeZone), pace) !== null;
  return goodSlots({ now, timeZone, isQuiet }, taken, clicks, 3).map((slot) => ({
    at: slot.at.toISOString(),
    why: whyWords(slot, timeZone),
  }));
}

function moveRoute(parts: WebParts): GuardedRoute {
  const revision = z.int().optional().describe('As it was seen; anything newer is not moved');
  return guarded(
    {
      method: 'post',
      path: '/api/requests/{id}/move',
      summary: 'Plan a request for another time that is scheduled, or in review with a time',
      guard: member('publish', { keys: true }),
      request: {
        params: idParam,
        body: jsonBody(z.object({ at: z.iso.datetime({ offset: true }), revision, sendAnyway })),
      },
      responses: { 200: answer },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const { at, revision: seen, sendAnyway: anyway } = c.req.valid('json');
      const outcome = await parts.db.inOrg(c.var.orgId, async (tx) => {
        const moved = await move(parts, tx, c.var, id, { at: new Date(at), revision: seen, anyway });
        return moved.kind === 'done' ? { shown: await showFound(parts, tx, id) } : moved;
      });
      return 'shown' in outcome ? c.json(outcome.shown, 200) : refused(c, outcome);
    },
  );
}

function restoreRoute(parts: WebParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/requests/{id}/restore',
      summary: 'Plan a request again that was recalled a moment ago, before it went out',
      guard: member('publish', { keys: true }),
      request: { params: idParam },
      responses: { 200: answer },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const outcome = await parts.db.inOrg(c.var.orgId, async (tx) => {
        const restored = await restore(parts, tx, c.var, id);
        return restored.kind === 'done' ? { shown: await showFound(parts, tx, id) } : restored;
      });
      return 'shown' in outcome ? c.json(outcome.shown, 200) : refused(c, outcome);
    },
  );
}

function refused(c: Parameters<typeof notFound>[0], moved: Moved) {
  if (moved.kind === 'refused') return problem(c, 409, moved.code, moved.sentence);
  if (moved.kind === 'unapproved') return problem(c, 409, 'approval_needed', approvalNeeded.sentence);
  if (moved.kind !== 'incomplete') return notFound(c);
  const fields = fieldsOf(moved.problems);
  return problem(c, 422, 'not_ready', moved.problems[0]?.sentence ?? 'Something is missing.', { fields });
}
