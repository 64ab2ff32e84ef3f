import { actedBy } from '../../../../platform/audit/index.ts';
import type { Tx } from '../../../../platform/db/index.ts';
import {
  emptyAnswer,
  type GuardedRoute,
  guarded,
  jsonAnswer,
  member,
  notFound,
  problem,
} from '../../../../platform/http/index.ts';
import type { Asker } from '../../../../platform/policy/index.ts';
import { recordFeedAct } from '../../acts.ts';
import type { Feed } from '../feed.ts';
import { lookAtFeed } from '../jobs.ts';
import type { FeedParts } from '../parts.ts';
import { endedRun, findFeed, setFeed } from '../store.ts';
import { showFound } from './feeds.ts';
import { feedShape, idParam, resourceOf } from './shapes.ts';

/** Looks at a feed, pauses it, switches it on again, deletes it and brings it back. */
export function feedActRoutes(parts: FeedParts): readonly GuardedRoute[] {
  return [
    act(parts, 'check', 'Look at a feed now', 'kept', (tx, actor, feed) => lookNow(parts, tx, actor, feed)),
    act(parts, 'pause', 'Pause a feed', 'kept', (tx, actor, feed) => pause(parts, tx, actor, feed)),
    act(parts, 'resume', 'Switch a feed on again', 'kept', (tx, actor, feed) => resume(parts, tx, actor, feed)),
    act(parts, 'restore', 'Bring back a deleted feed', 'deleted', (tx, actor, feed) => restore(parts, tx, actor, feed)),
    removeRoute(parts),
  ];
}

type Refusal = string | null;

function act(
  parts: FeedParts,
  name: 'check' | 'pause' | 'resume' | 'restore',
  summary: string,
  from: 'kept' | 'deleted',
  work: (tx: Tx, actor: Asker, feed: Feed) => Promise<Refusal>,
): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: `/api/feeds/{id}/${name}`,
      summary,
      guard: member('publish', { keys: true }),
      ...(name === 'check' ? { limit: { name: 'feed_check', points: 30, seconds: 60 } } : {}),
      request: { params: idParam },
      responses: { 200: jsonAnswer(feedShape, 'The feed') },
    },
    async (c) => {
      const { orgId, actor } = c.var;
      const result = await parts.db.inOrg(orgId, async (tx) => {
        const feed = await findFeed(tx, c.req.valid('param').id, true);
        if (feed === null || !c.var.allowed('share.publish', resourceOf(feed, orgId))) return null;
        if ((feed.deletedAt === null) !== (from === 'kept')) return null;
        const refused = await work(tx, actor, feed);
        return refused === null ? { shown: await showFound(parts, tx, feed.id) } : { refused };
      });
      if (result === null) return notFound(c);
      return 'shown' in result ? c.json(result.shown, 200) : problem(c, 409, 'wrong_state', result.refused);
    },
  );
}

async function lookNow(parts: FeedParts, tx: Tx, actor: Asker, feed: Feed): Promise<Refusal> {
  if (feed.state !== 'on') return 'This feed is not switched on. Switch it on first.';
  await recordFeedAct(parts, tx, actedBy(actor), 'share.feed_checked', feed.id);
  await setFeed(tx, feed.id, { next_check_at: parts.clock.now() });
  await look(parts, tx, actor, feed);
  return null;
}

async function pause(parts: FeedParts, tx: Tx, actor: Asker, feed: Feed): Promise<Refusal> {
  if (feed.state !== 'on') return 'This feed is not switched on.';
  await setFeed(tx, feed.id, { state: 'paused', ...endedRun(feed) });
  await recordFeedAct(parts, tx, actedBy(actor), 'share.feed_paused', feed.id);
  return null;
}

/** What failed before is forgotten: whoever switches a feed on believes that it works. */
async function resume(parts: FeedParts, tx: Tx, actor: Asker, feed: Feed): Promise<Refusal> {
  if (feed.state === 'on') return 'This feed is switched on already.';
  const fresh = { failures: 0, failing_since: null, warned_at: null, problem_code: null, problem: null };
  await setFeed(tx, feed.id, { state: 'on', ...fresh, ...endedRun(feed), next_check_at: parts.clock.now() });
  await recordFeedAct(parts, tx, actedBy(actor), 'share.feed_resumed', feed.id);
  await look(parts, tx, actor, feed);
  return null;
}

async function restore(parts: FeedParts, tx: Tx, actor: Asker, feed: Feed): Promise<Refusal> {
  await setFeed(tx, feed.id, { deleted_at: null, next_check_at: parts.clock.now() });
  await recordFeedAct(parts, tx, actedBy(actor), 'share.feed_restored', feed.id);
  if (feed.state === 'on') await look(parts, tx, actor, feed);
  return null;
}

function look(parts: FeedParts, tx: Tx, { orgId }: Asker, { id }: Feed): Promise<void> {
  return parts.jobs.enqueue(tx, lookAtFeed, { orgId, feedId: id }, { key: id });
}

function removeRoute(parts: FeedParts): GuardedRoute {
  return guarded(
    {
      method: 'delete',
      path: '/api/feeds/{id}',
      summary: 'Delete a feed; it can be brought back for 30 days',
      guard: member('publish', { keys: true }),
      request: { params: idParam },
      responses: { 204: emptyAnswer('Gone') },
    },
    async (c) => {
      const { orgId, actor } = c.var;
      const removed = await parts.db.inOrg(orgId, async (tx) => {
        const feed = await findFeed(tx, c.req.valid('param').id, true);
        if (feed === null || feed.deletedAt !== null) return false;
        if (!c.var.allowed('share.publish', resourceOf(feed, orgId))) return false;
        await setFeed(tx, feed.id, { deleted_at: parts.clock.now(), ...endedRun(feed) });
        await recordFeedAct(parts, tx, actedBy(actor), 'share.feed_deleted', feed.id);
        return true;
      });
      return removed ? c.body(null, 204) : notFound(c);
    },
  );
}
