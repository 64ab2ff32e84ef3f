import { z } from '@hono/zod-openapi';
import type { OrgId } from '../../../../platform/db/index.ts';
import { type GuardedRoute, guarded, jsonAnswer, jsonBody, member, problem } from '../../../../platform/http/index.ts';
import { withOwnHost } from '../../outgoing/post-text.ts';
import { chooseItems } from '../choosing.ts';
import { composeDraft } from '../compose.ts';
import { type FeedSettings, feedSchema } from '../feed.ts';
import { fetchFeed } from '../fetching/fetch-feed.ts';
import type { FeedItem, ReadFeed } from '../item.ts';
import type { FeedParts } from '../parts.ts';

const shownItems = 5;
const asked = feedSchema.omit({ name: true }).extend({ name: z.string().max(100).default('') });

const previewShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('feed'),
    /** Where it is: another address than asked for where it has moved for good. */
    url: z.string(),
    title: z.string(),
    format: z.enum(['rss', 'atom', 'rdf', 'json']),
    items: z.number(),
    cut: z.boolean(),
    broken: z.number(),
    withoutLink: z.number(),
    filtered: z.number(),
    /** The newest, with what would be made of them. */
    newest: z.array(
      z.object({
        title: z.string(),
        link: z.string(),
        author: z.string(),
        publishedAt: z.string().nullable(),
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

/** Shows what a feed is called and what would be made of its items, before it is added. */
export function feedPreviewRoute(parts: FeedParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/feeds/preview',
      summary: 'See what a feed has and what would be made of it',
      guard: member('publish', { keys: true }),
      limit: { name: 'feed_preview', points: 30, seconds: 60 },
      request: { body: jsonBody(asked) },
      responses: { 200: jsonAnswer(previewShape, 'The feed, or the feeds that a page names') },
    },
    async (c) => {
      const settings = c.req.valid('json');
      const known = { url: settings.url, etag: null, lastModified: null };
      const fetched = await fetchFeed(parts.egress, known, parts.clock.now());
      switch (fetched.kind) {
        case 'read':
          return c.json(await preview(parts, c.var.orgId, settings, fetched), 200);
        case 'page': {
          const { problem: found, feeds } = fetched;
          return c.json({ kind: 'page' as const, sentence: found.sentence, feeds: [...feeds] }, 200);
        }
        case 'unchanged':
          throw new Error('nothing was asked for conditionally');
        case 'gone':
        case 'failed': {
          const { code, sentence } = fetched.problem;
          return problem(c, 422, `feed_${code}`, sentence, { fields: { url: sentence } });
        }
      }
    },
  );
}

type Fetched = { readonly feed: ReadFeed; readonly moved: boolean; readonly url: string };

/** The texts are cut to what fits beside a link of the organisation's own host, as they will be. */
async function preview(parts: FeedParts, orgId: OrgId, settings: FeedSettings, { feed, moved, url: found }: Fetched) {
  const now = parts.clock.now();
  const url = moved ? found : settings.url;
  const own = await parts.db.inOrg(orgId, (tx) => withOwnHost(parts, tx));
  const rules = { ...settings, room: feed.items.length, since: null, addedAt: now, alsoLast: feed.items.length, now };
  const { taken, filtered, withoutLink } = chooseItems('', feed.items, () => false, rules);
  const named = { ...settings, name: settings.name || feed.title };
  const newest = taken.toReversed().slice(0, shownItems);
  return {
    ...{ kind: 'feed' as const, url, title: feed.title, format: feed.format, items: feed.items.length },
    ...{ cut: feed.cut, broken: feed.broken, withoutLink, filtered },
    newest: newest.map(({ item }) => ({
      ...{ title: item.title, link: item.link, author: item.author },
      publishedAt: item.publishedAt?.toISOString() ?? null,
      made: made(own, named, item, now),
    })),
  };
}

function made(parts: Parameters<typeof composeDraft>[0], settings: FeedSettings, item: FeedItem, now: Date) {
  const draft = composeDraft(parts, { ...settings, utm: {} }, item, null, now);
  const networks = settings.networks.map((network) => ({ network, text: draft.networks[network]?.variants[0] ?? '' }));
  return { title: draft.title, slackText: draft.slackText, networks };
}
