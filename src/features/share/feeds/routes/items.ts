import { z } from '@hono/zod-openapi';
import { type AuditActor, actedBy } from '../../../../platform/audit/index.ts';
import type { OrgId, Tx } from '../../../../platform/db/index.ts';
import {
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  member,
  notFound,
  problem,
} from '../../../../platform/http/index.ts';
import { type Asker, askerId } from '../../../../platform/policy/index.ts';
import { recordFeedAct, recordSuggestionAct } from '../../acts.ts';
import type { SendingProblem } from '../../request.ts';
import type { Asking } from '../../review/asking.ts';
import { tellSuggesters } from '../../suggestions/tell.ts';
import { expiryOf, type Feed } from '../feed.ts';
import { decideItem, dismissWaiting, findItem, listItems, type StoredItem } from '../item-store.ts';
import { draftOf, sendMade, slackWorks } from '../make-request.ts';
import type { FeedParts } from '../parts.ts';
import { findFeed, listFeeds } from '../store.ts';
import { idParam, itemShape, resourceOf, showItem } from './shapes.ts';

const pageSize = 20;
const accepted = z.object({ requestId: z.uuid() });
const shownItem = jsonAnswer(itemShape, 'The item');

/** The review queue: what feeds brought and a publisher decides about. */
export function itemRoutes(parts: FeedParts): readonly GuardedRoute[] {
  return [listRoute(parts), acceptRoute(parts), dismissAllRoute(parts), ...decisionRoutes(parts)];
}

function listRoute(parts: FeedParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/feed-items',
      summary: 'List items that wait for a publisher, or were laid aside',
      guard: member('publish', { keys: true }),
      request: {
        query: z.object({
          shelf: z.enum(['waiting', 'aside']).default('waiting'),
          feed: z.uuid().optional(),
          page: z.coerce.number().int().min(1).max(10_000).default(1),
        }),
      },
      responses: { 200: jsonAnswer(z.object({ items: z.array(itemShape), total: z.number() }), 'The latest first') },
    },
    async (c) => {
      const { shelf, feed, page } = c.req.valid('query');
      const now = parts.clock.now();
      const query = { shelf, feedId: feed ?? null, now, limit: pageSize, offset: (page - 1) * pageSize };
      return parts.db.inOrg(c.var.orgId, async (tx) => {
        const found = await listItems(tx, query);
        return c.json({ items: await showItems(parts, tx, found.items), total: found.total }, 200);
      });
    },
  );
}

type Allowed = (of: { readonly id: string }) => boolean;

/** Items as the queue shows them: with their feed, or with whoever suggested them and gave their name. */
async function showItems(parts: FeedParts, tx: Tx, items: readonly StoredItem[]) {
  const feeds = new Map((await listFeeds(tx)).map((one) => [one.id, one]));
  const names = await parts.people.namesOf(
    tx,
    items.flatMap(({ suggestedBy }) => suggestedBy ?? []),
  );
  return items.flatMap((stored) => {
    const { feedId, suggestedBy, suggestedAs } = stored;
    const feed = feedId === null ? null : feeds.get(feedId);
    if (feed === undefined) return [];
    const by = suggestedBy === null ? null : names.get(suggestedBy) || suggestedAs;
    return [showItem(stored, { feed, by }, parts.publicUrl, parts.clock.now())];
  });
}

interface Loaded {
  readonly stored: StoredItem;
  /** Null for what somebody suggested. */
  readonly feed: Feed | null;
}

/** An item with its feed, locked; null where it is not there for whoever asks. */
async function load(tx: Tx, id: string, allowed: Allowed): Promise<Loaded | null> {
  const stored = await findItem(tx, id);
  if (stored === null) return null;
  if (stored.feedId === null) return allowed(stored) ? { stored, feed: null } : null;
  const feed = await findFeed(tx, stored.feedId);
  if (feed === null || feed.deletedAt !== null || !allowed(feed)) return null;
  return { stored, feed };
}

/** Undoes what was written by then: an item that can't be sent is not accepted either. */
class NotReady extends Error {
  readonly problems: readonly SendingProblem[];
  constructor(problems: readonly SendingProblem[]) {
    super('not ready');
    this.problems = problems;
  }
}

function acceptRoute(parts: FeedParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/feed-items/{id}/accept',
      summary: 'Make a draft of an item, or send it at once',
      guard: member('publish', { keys: true }),
      request: { params: idParam, body: jsonBody(z.object({ send: z.boolean().default(false) })) },
      responses: { 201: jsonAnswer(accepted, 'The request that was made') },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const { orgId } = c.var;
      const { send } = c.req.valid('json');
      const sendable = send && (await slackWorks(parts, orgId));
      const allowed: Allowed = (feed) => c.var.allowed('share.publish', resourceOf(feed, orgId));
      const result = await parts.db
        .inOrg(orgId, async (tx) => {
          const found = await load(tx, id, allowed);
          return found === null ? null : accept(parts, tx, c.var, found, send ? { sendable } : null);
        })
        .catch((error: unknown) => {
          if (error instanceof NotReady) return error;
          throw error;
        });
      if (result === null) return notFound(c);
      if (result instanceof NotReady) {
        const fields = Object.fromEntries(result.problems.map(({ field, sentence }) => [field, sentence]));
        return problem(c, 422, 'not_ready', result.problems[0]?.sentence ?? '', { fields });
      }
      if ('refused' in result) return problem(c, 409, 'wrong_state', result.refused);
      return c.json(result, 201);
    },
  );
}

async function accept(
  parts: FeedParts,
  tx: Tx,
  asking: Asking,
  { stored, feed }: Loaded,
  sending: { readonly sendable: boolean } | null,
): Promise<{ requestId: string } | { refused: string }> {
  if (stored.state === 'made') return { refused: 'A request was made of this item already.' };
  const { item, pictureId } = stored;
  const { actor } = asking;
  const who = actedBy(actor);
  const now = parts.clock.now();
  const request = await draftOf(parts, tx, { feed, item, pictureId, now, createdBy: askerId(actor), actor: who });
  if (sending !== null) {
    const problems = await sendMade(parts, tx, asking, request, who, sending.sendable);
    if (problems.length > 0) throw new NotReady(problems);
  }
  await decideItem(tx, stored.id, { state: 'made', decidedAt: now, requestId: request.id });
  await recordItemAct(parts, tx, who, 'accepted', { stored, feed }, { request: request.id });
  await tellSuggesters(parts, tx, [stored], 'made', askerId(actor));
  return { requestId: request.id };
}

/** What a decision is called in the audit log, about an item and about a suggestion. */
const decisions = {
  accepted: { item: 'share.item_accepted', suggestion: 'share.suggestion_accepted' },
  dismissed: { item: 'share.item_dismissed', suggestion: 'share.suggestion_dismissed' },
  restored: { item: 'share.item_restored', suggestion: 'share.suggestion_restored' },
} as const;

/** Deciding about a suggestion is recorded as that: it has no feed, and names nobody but whoever decided. */
function recordItemAct(
  parts: FeedParts,
  tx: Tx,
  actor: AuditActor,
  what: keyof typeof decisions,
  { stored, feed }: Loaded,
  detail: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { item, suggestion } = decisions[what];
  if (feed === null) return recordSuggestionAct(parts, tx, actor, suggestion, stored.id, detail);
  return recordFeedAct(parts, tx, actor, item, feed.id, detail);
}

function decisionRoutes(parts: FeedParts): readonly GuardedRoute[] {
  const decision = (
    name: 'dismiss' | 'restore',
    summary: string,
    work: (tx: Tx, actor: Asker, found: Loaded) => Promise<void>,
  ) =>
    guarded(
      {
        method: 'post',
        path: `/api/feed-items/{id}/${name}`,
        summary,
        guard: member('publish', { keys: true }),
        request: { params: idParam },
        responses: { 200: shownItem },
      },
      async (c) => {
        const { id } = c.req.valid('param');
        const { orgId, actor } = c.var;
        const allowed: Allowed = (feed) => c.var.allowed('share.publish', resourceOf(feed, orgId));
        const result = await parts.db.inOrg(orgId, async (tx) => {
          const found = await load(tx, id, allowed);
          if (found === null) return null;
          const { stored } = found;
          if (stored.state === 'made') return { refused: 'A request was made of this item already.' };
          await work(tx, actor, found);
          const [shown] = await showItems(parts, tx, [(await findItem(tx, id)) ?? stored]);
          return shown === undefined ? null : { shown };
        });
        if (result === null) return notFound(c);
        return 'shown' in result ? c.json(result.shown, 200) : problem(c, 409, 'wrong_state', result.refused);
      },
    );
  return [
    decision('dismiss', 'Lay an item aside', async (tx, actor, { stored, feed }) => {
      await decideItem(tx, stored.id, { state: 'dismissed', decidedAt: parts.clock.now() });
      await recordItemAct(parts, tx, actedBy(actor), 'dismissed', { stored, feed });
      await tellSuggesters(parts, tx, [stored], 'dismissed', askerId(actor));
    }),
    decision('restore', 'Put an item back into the queue', async (tx, actor, { stored, feed }) => {
      const settings = feed?.settings ?? { endAfterDays: null };
      await decideItem(tx, stored.id, { state: 'waiting', expiresAt: expiryOf(settings, parts.clock.now()) });
      await recordItemAct(parts, tx, actedBy(actor), 'restored', { stored, feed });
    }),
  ];
}

function dismissAllRoute(parts: FeedParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/feed-items/dismiss',
      summary: 'Lay all waiting items aside',
      guard: member('publish', { keys: true }),
      request: { body: jsonBody(z.object({ feed: z.uuid().nullish() })) },
      responses: { 200: jsonAnswer(z.object({ dismissed: z.number() }), 'How many there were') },
    },
    async (c) => {
      const feedId = c.req.valid('json').feed ?? null;
      const { orgId, actor } = c.var;
      const dismissed = await parts.db.inOrg(orgId, (tx) => dismissAll(parts, tx, orgId, actor, feedId));
      return c.json({ dismissed }, 200);
    },
  );
}

async function dismissAll(parts: FeedParts, tx: Tx, orgId: OrgId, actor: Asker, feedId: string | null) {
  const dismissed = await dismissWaiting(tx, feedId, parts.clock.now());
  await parts.audit.append(tx, {
    actor: actedBy(actor),
    action: 'share.items_dismissed',
    target: { type: 'organisation', id: orgId },
    detail: { items: dismissed.length, ...(feedId === null ? {} : { feed: feedId }) },
  });
  await tellSuggesters(parts, tx, dismissed, 'dismissed', askerId(actor));
  return dismissed.length;
}
