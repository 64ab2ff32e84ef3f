import { z } from '@hono/zod-openapi';
import { type GuardedRoute, guarded, jsonAnswer, jsonBody, member, problem } from '../../../platform/http/index.ts';
import { networkNames, networkTitles } from '../../networks/index.ts';
import { cardOfPost, knownPost } from '../lifecycle/read-post.ts';
import type { WebParts } from './parts.ts';

const titles = new Intl.ListFormat('en-GB').format(networkNames.map((name) => networkTitles[name]));
const noPost = `No post that Coact can ask about is at this address. Open the post itself on ${titles}, and copy its link.`;

const shown = z
  .object({
    network: z.enum(networkNames),
    post: z.string().describe('Its address without what sharing put behind it'),
    card: z.object({ author: z.string(), text: z.string() }).describe('As its page says; empty where it says nothing'),
  })
  .openapi('KnownPost');

/** What the composer asks for about a post that people are to like, reshare or comment on. */
export function postRoute(parts: WebParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/posts/read',
      summary: 'Find out which network a post is on, and what its card shows',
      guard: member('publish', { keys: true }),
      limit: { name: 'preview', points: 60, seconds: 60 },
      request: { body: jsonBody(z.strictObject({ url: z.string().trim().min(1).max(2000) })) },
      responses: { 200: jsonAnswer(shown, 'The post') },
    },
    async (c) => {
      const known = knownPost(parts, c.req.valid('json').url);
      if (known === null) return problem(c, 422, 'no_post', noPost, { fields: { 'engagement.post': noPost } });
      return c.json({ ...known, card: await cardOfPost(parts, known.post) }, 200);
    },
  );
}
