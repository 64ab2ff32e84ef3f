import { z } from '@hono/zod-openapi';
import type { OrgId } from '../../../../platform/db/index.ts';
import { type Feed, feedSchema, feedStates, longFailingMs } from '../feed.ts';
import { itemStates, type StoredItem } from '../item-store.ts';

const channel = z.object({ id: z.string(), name: z.string() });

export const feedShape = z.object({
  id: z.uuid(),
  ...feedSchema.shape,
  state: z.enum(feedStates),
  channel: channel.nullable().describe('The first of them'),
  channels: z.array(channel).describe('Every channel that it goes to, its topics’ among them'),
  /** What it calls itself. */
  title: z.string().nullable(),
  format: z.enum(['rss', 'atom', 'rdf', 'json']).nullable(),
  createdAt: z.string(),
  checkedAt: z.string().nullable(),
  nextCheckAt: z.string(),
  checking: z.boolean(),
  failures: z.number(),
  failingSince: z.string().nullable(),
  /** It has brought nothing but failures for days. */
  failing: z.boolean(),
  problem: z.object({ code: z.string(), sentence: z.string() }).nullable(),
  movedFrom: z.string().nullable(),
  lastRead: z
    .object({
      ...{ items: z.number(), taken: z.number(), held: z.number(), filtered: z.number() },
      ...{ withoutLink: z.number(), broken: z.number(), cut: z.boolean() },
    })
    .nullable(),
  /** Items that wait for a publisher. */
  waiting: z.number(),
});

export const itemShape = z.object({
  id: z.uuid(),
  feed: z.object({ id: z.uuid(), name: z.string() }).nullable().describe('Null for what somebody suggested'),
  suggestion: z
    .object({ by: z.string().nullable().describe('Null where they gave no name'), note: z.string() })
    .nullable()
    .describe('Where somebody suggested it'),
  state: z.enum([...itemStates, 'expired']),
  title: z.string(),
  link: z.string(),
  description: z.string(),
  author: z.string(),
  categories: z.array(z.string()),
  pictureUrl: z.string().nullable(),
  publishedAt: z.string().nullable(),
  foundAt: z.string(),
  expiresAt: z.string(),
  requestId: z.string().nullable(),
});

export const idParam = z.object({ id: z.uuid() });

const iso = (at: Date | null) => at?.toISOString() ?? null;

/** A feed as its pages show it. */
export function showFeed(feed: Feed, waiting: number, now: Date): z.infer<typeof feedShape> {
  const { settings, failingSince, channels } = feed;
  return {
    ...settings,
    ...{ id: feed.id, state: feed.state, title: feed.title, format: feed.format, lastRead: feed.lastRead },
    ...{ channel: channels[0] ?? null, channels: [...channels] },
    ...{ createdAt: feed.createdAt.toISOString(), checkedAt: iso(feed.checkedAt), failingSince: iso(failingSince) },
    nextCheckAt: feed.nextCheckAt.toISOString(),
    checking: feed.state === 'on' && (feed.checkedAt === null || feed.nextCheckAt <= now) && feed.problem === null,
    failures: feed.failures,
    failing: failingSince !== null && now.getTime() - failingSince.getTime() >= longFailingMs,
    ...{ problem: feed.problem, movedFrom: feed.movedFrom, waiting },
  };
}

/** An item as the queue shows it. */
export function showItem(
  stored: StoredItem,
  { feed, by }: { readonly feed: Feed | null; readonly by: string | null },
  publicUrl: string,
  now: Date,
): z.infer<typeof itemShape> {
  const { item, pictureId, note } = stored;
  return {
    ...{ id: stored.id, feed: feed === null ? null : { id: feed.id, name: feed.settings.name } },
    suggestion: feed === null ? { by, note } : null,
    state: stored.state === 'waiting' && stored.expiresAt <= now ? 'expired' : stored.state,
    ...{ title: item.title, link: item.link, description: item.description, author: item.author },
    ...{ categories: [...item.categories], pictureUrl: pictureId === null ? null : `${publicUrl}/media/${pictureId}` },
    ...{ publishedAt: iso(item.publishedAt), foundAt: stored.foundAt.toISOString() },
    ...{ expiresAt: stored.expiresAt.toISOString(), requestId: stored.requestId },
  };
}

/** What policies are asked about. */
export const resourceOf = (feed: Pick<Feed, 'id'>, orgId: OrgId) => ({ type: 'Feed', id: feed.id, orgId }) as const;
