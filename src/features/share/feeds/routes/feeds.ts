import { z } from '@hono/zod-openapi';
import { actedBy } from '../../../../platform/audit/index.ts';
import { newId } from '../../../../platform/clock/index.ts';
import type { Tx } from '../../../../platform/db/index.ts';
import {
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  member,
  notFound,
  problem,
} from '../../../../platform/http/index.ts';
import { askerId } from '../../../../platform/policy/index.ts';
import { recordFeedAct } from '../../acts.ts';
import type { Asking } from '../../review/asking.ts';
import { askNames, chosenChannels } from '../../topics/ask-names.ts';
import { type Poster, topicProblems } from '../../topics/guard.ts';
import { putChannelNames } from '../../topics/store.ts';
import { alsoLast, type Feed, type FeedSettings, feedChangeSchema, feedSchema, settingProblems } from '../feed.ts';
import { countWaiting } from '../item-store.ts';
import { lookAtFeed } from '../jobs.ts';
import type { FeedParts } from '../parts.ts';
import { findFeed, insertFeed, listFeeds, updateSettings } from '../store.ts';
import { feedShape, idParam, resourceOf, showFeed } from './shapes.ts';

/** More feeds than these would be asked for every five minutes by one process after the other. */
const mostFeeds = 100;
const answer = jsonAnswer(feedShape, 'The feed');
const listShape = z.object({
  feeds: z.array(feedShape),
  suggestions: z.number().describe('Waiting, of what people suggested'),
});

/** Lists, reads, adds and changes feeds. */
export function feedRoutes(parts: FeedParts): readonly GuardedRoute[] {
  return [listRoute(parts), addRoute(parts), readRoute(parts), changeRoute(parts)];
}

function listRoute(parts: FeedParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/feeds',
      summary: 'List the feeds that requests are made of',
      guard: member('publish', { keys: true }),
      responses: { 200: jsonAnswer(listShape, 'All feeds, by name') },
    },
    async (c) => {
      const now = parts.clock.now();
      const { feeds, waiting } = await parts.db.inOrg(c.var.orgId, async (tx) => ({
        feeds: await listFeeds(tx),
        waiting: await countWaiting(tx, now),
      }));
      const shown = feeds.map((feed) => showFeed(feed, waiting.get(feed.id) ?? 0, now));
      return c.json({ feeds: shown, suggestions: waiting.get(null) ?? 0 }, 200);
    },
  );
}

function addRoute(parts: FeedParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/feeds',
      summary: 'Add a feed; it is looked at at once',
      guard: member('publish', { keys: true }),
      request: { body: jsonBody(feedSchema.extend({ alsoLast })) },
      responses: { 201: answer },
    },
    async (c) => {
      const { alsoLast: wanted, ...settings } = c.req.valid('json');
      const { orgId, actor } = c.var;
      const fields = settingProblems(settings);
      const [missing] = Object.values(fields);
      if (missing !== undefined) return problem(c, 422, 'invalid', missing, { fields });
      const names = await askNames(parts, orgId, chosenChannels(settings));
      const shown = await parts.db.inOrg(orgId, async (tx) => {
        const [forbidden] = await placeProblems(tx, c.var, settings);
        if (forbidden !== undefined) return { forbidden };
        if ((await listFeeds(tx)).length >= mostFeeds) return null;
        const now = parts.clock.now();
        const id = newId(parts.clock);
        const made = { alsoLast: wanted, createdBy: askerId(actor), createdAt: now };
        await putChannelNames(tx, names);
        await insertFeed(tx, { id, settings, ...made });
        await recordFeedAct(parts, tx, actedBy(actor), 'share.feed_added', id, { mode: settings.mode });
        await parts.jobs.enqueue(tx, lookAtFeed, { orgId, feedId: id }, { key: id });
        return showFound(parts, tx, id);
      });
      if (shown === null) {
        return problem(
          c,
          409,
          'too_many_feeds',
          `There are ${mostFeeds} feeds already. Delete one that is not needed.`,
        );
      }
      if ('forbidden' in shown) {
        const { field, sentence } = shown.forbidden;
        return problem(c, 422, 'invalid', sentence, { fields: { [field]: sentence } });
      }
      return c.json(shown, 201);
    },
  );
}

function readRoute(parts: FeedParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/feeds/{id}',
      summary: 'A feed with its settings and what the last look brought',
      guard: member('publish', { keys: true }),
      request: { params: idParam },
      responses: { 200: answer },
    },
    async (c) => {
      const { orgId } = c.var;
      const shown = await parts.db.inOrg(orgId, async (tx) => {
        const feed = await findFeed(tx, c.req.valid('param').id);
        if (feed === null || feed.deletedAt !== null) return null;
        return c.var.allowed('share.publish', resourceOf(feed, orgId)) ? showFound(parts, tx, feed.id) : null;
      });
      return shown === null ? notFound(c) : c.json(shown, 200);
    },
  );
}

function changeRoute(parts: FeedParts): GuardedRoute {
  return guarded(
    {
      method: 'patch',
      path: '/api/feeds/{id}',
      summary: 'Change a feed; it is looked at anew',
      guard: member('publish', { keys: true }),
      request: { params: idParam, body: jsonBody(feedChangeSchema) },
      responses: { 200: answer },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const { orgId } = c.var;
      const found = await parts.db.inOrg(orgId, (tx) => findFeed(tx, id));
      if (found === null || !c.var.allowed('share.publish', resourceOf(found, orgId))) return notFound(c);
      const wanted = c.req.valid('json');
      const names = await askNames(parts, orgId, chosenChannels({ ...found.settings, ...wanted }), found.channels);
      const result = await parts.db.inOrg(orgId, async (tx) => {
        const feed = await findFeed(tx, id, true);
        return feed === null || feed.deletedAt !== null ? null : change(parts, tx, c.var, feed, wanted, names);
      });
      if (result === null) return notFound(c);
      if ('fields' in result) {
        return problem(c, 422, 'invalid', Object.values(result.fields)[0] ?? '', { fields: result.fields });
      }
      return c.json(result.shown, 200);
    },
  );
}

type Changed =
  | { readonly fields: Readonly<Record<string, string>> }
  | { readonly shown: Awaited<ReturnType<typeof showFound>> };

async function change(
  parts: FeedParts,
  tx: Tx,
  asking: Asking,
  feed: Feed,
  wanted: Partial<FeedSettings>,
  channels: ReadonlyMap<string, string>,
): Promise<Changed> {
  const settings: FeedSettings = { ...feed.settings, ...wanted };
  const fields = settingProblems(settings);
  if (Object.keys(fields).length > 0) return { fields };
  const names = changedSettings(feed.settings, settings);
  if (names.length === 0) return { shown: await showFound(parts, tx, feed.id) };
  const [forbidden] = await placeProblems(tx, asking, settings);
  if (forbidden !== undefined) return { fields: { [forbidden.field]: forbidden.sentence } };
  const { actor } = asking;
  const now = parts.clock.now();
  await putChannelNames(tx, channels);
  await updateSettings(tx, feed, settings, now);
  const detail = { fields: names.join(','), mode: settings.mode };
  await recordFeedAct(parts, tx, actedBy(actor), 'share.feed_changed', feed.id, detail);
  if (feed.state === 'on') {
    await parts.jobs.enqueue(tx, lookAtFeed, { orgId: actor.orgId, feedId: feed.id }, { key: feed.id });
  }
  return { shown: await showFound(parts, tx, feed.id) };
}

/** What a feed sends by itself goes only where whoever sets it up may post; drafts are anybody's. */
async function placeProblems(tx: Tx, poster: Poster, settings: FeedSettings) {
  return settings.mode === 'send' ? topicProblems(tx, poster, settings) : [];
}

function changedSettings(before: FeedSettings, after: FeedSettings): string[] {
  const text = (settings: FeedSettings, name: string) =>
    JSON.stringify(Object.entries(settings).find(([key]) => key === name)?.[1] ?? null);
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.filter((name) => text(before, name) !== text(after, name)).toSorted();
}

/** A feed as its page shows it, from within a transaction that has changed it. */
export async function showFound(parts: FeedParts, tx: Tx, id: string) {
  const feed = await findFeed(tx, id);
  if (feed === null) throw new Error('a feed vanished while it was written');
  const now = parts.clock.now();
  return showFeed(feed, (await countWaiting(tx, now)).get(id) ?? 0, now);
}
