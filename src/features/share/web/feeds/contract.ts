import { z } from '../../../../web/zod.ts';

export const modeSchema = z.enum(['review', 'draft', 'send']);
export type FeedMode = z.infer<typeof modeSchema>;

const networkSchema = z.enum(['bluesky', 'linkedin', 'x', 'facebook', 'threads', 'mastodon']);
export type FeedNetwork = z.infer<typeof networkSchema>;
const instant = z.string().nullable();

/** A feed with its settings and what the last look at it brought. */
export const feedSchema = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  mode: modeSchema,
  intervalMinutes: z.number(),
  dailyCap: z.number(),
  runCap: z.number(),
  include: z.array(z.string()),
  exclude: z.array(z.string()),
  template: z.object({ title: z.string(), slackText: z.string(), networkText: z.string() }),
  networks: z.array(networkSchema),
  /** Null for those of the default template. */
  utm: z
    .object({
      source: z.string().optional(),
      medium: z.string().optional(),
      campaign: z.string().optional(),
      term: z.string().optional(),
      content: z.string().optional(),
    })
    .nullable(),
  endAfterDays: z.number().nullable(),
  state: z.enum(['on', 'paused', 'off']),
  ...{ channelId: z.string().nullish(), moreChannelIds: z.array(z.string()).default([]) },
  topicIds: z.array(z.string()).default([]),
  channels: z.array(z.object({ id: z.string(), name: z.string() })),
  title: z.string().nullable(),
  checkedAt: instant,
  nextCheckAt: z.string(),
  checking: z.boolean(),
  failingSince: instant,
  failing: z.boolean(),
  problem: z.object({ code: z.string(), sentence: z.string() }).nullable(),
  movedFrom: z.string().nullable(),
  lastRead: z
    .object({
      items: z.number(),
      taken: z.number(),
      held: z.number(),
      filtered: z.number(),
      withoutLink: z.number(),
      broken: z.number(),
      cut: z.boolean(),
    })
    .nullable(),
  waiting: z.number(),
});
export type Feed = z.infer<typeof feedSchema>;
export const feedListSchema = z.object({ feeds: z.array(feedSchema), suggestions: z.number() });

/** An item that waits for a publisher, or was laid aside. */
export const itemSchema = z.object({
  id: z.string(),
  feed: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Where somebody suggested it; `by` is null where they gave no name. */
  suggestion: z.object({ by: z.string().nullable(), note: z.string() }).nullable(),
  state: z.enum(['waiting', 'made', 'dismissed', 'expired']),
  title: z.string(),
  link: z.string(),
  description: z.string(),
  author: z.string(),
  pictureUrl: z.string().nullable(),
  publishedAt: instant,
  foundAt: z.string(),
  expiresAt: z.string(),
});
export type Item = z.infer<typeof itemSchema>;
export const itemListSchema = z.object({ items: z.array(itemSchema), total: z.number() });

/** What an address turned out to be before it is added. */
export const previewSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('feed'),
    url: z.string(),
    title: z.string(),
    format: z.enum(['rss', 'atom', 'rdf', 'json']),
    items: z.number(),
    cut: z.boolean(),
    broken: z.number(),
    withoutLink: z.number(),
    filtered: z.number(),
    newest: z.array(
      z.object({
        title: z.string(),
        link: z.string(),
        publishedAt: instant,
        made: z.object({
          title: z.string(),
          slackText: z.string(),
          networks: z.array(z.object({ network: z.string(), text: z.string() })),
        }),
      }),
    ),
  }),
  z.object({
    kind: z.literal('page'),
    sentence: z.string(),
    feeds: z.array(z.object({ url: z.string(), title: z.string() })),
  }),
]);
export type FeedPreview = z.infer<typeof previewSchema>;
