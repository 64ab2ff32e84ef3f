import { z } from '@hono/zod-openapi';
import { type GuardedRoute, guarded, jsonAnswer, member } from '../../../platform/http/index.ts';
import { networkNames } from '../../networks/index.ts';
import { usualHashtags } from '../hashtags.ts';
import { networksOf, requestStates, variantsOf } from '../request.ts';
import { listRequests } from '../store.ts';
import type { WebParts } from './parts.ts';

const videoLimits = z.object({ bytes: z.int(), seconds: z.int(), leastSeconds: z.int() });
const network = z
  .object({
    name: z.enum(networkNames),
    title: z.string(),
    limits: z.object({
      text: z.int(),
      pictures: z.int(),
      video: videoLimits.nullable().describe('Null where no video is posted'),
    }),
    unavailable: z.string().nullable().describe('Why nobody connects an account here; null when all is well'),
    composer: z
      .object({ carriesText: z.boolean(), needsServer: z.boolean() })
      .nullable()
      .describe('The page of the network on which people post by themselves; null where there is none'),
  })
  .openapi('OfferedNetwork');
const offer = z.object({
  video: z.object({ bytes: z.int(), seconds: z.int() }).describe('The largest and longest that may be uploaded'),
  networks: z.array(network),
  lately: z.array(z.enum(networkNames)).describe('Those of the newest request; what a new one begins with'),
  hashtags: z.array(z.string()).describe('Those that the newest requests use most'),
});

/** So many requests show what an organisation writes about now. */
const recent = 40;
const mostHashtags = 8;

/** What can be composed for: each network with what it takes, and what this organisation used last. */
export function networkRoutes(parts: Pick<WebParts, 'db' | 'networks' | 'videoLimits'>): readonly GuardedRoute[] {
  return [
    guarded(
      {
        method: 'get',
        path: '/api/networks',
        summary: 'List the networks that requests can be composed for',
        guard: member('requests.read', { keys: true }),
        responses: { 200: jsonAnswer(offer, 'In the order in which they are always shown') },
      },
      async (c) => {
        const newest = { states: requestStates, search: '', limit: recent, offset: 0 };
        const { requests } = await parts.db.inOrg(c.var.orgId, (tx) => listRequests(tx, newest));
        const lately = requests.slice(0, 1).flatMap(({ draft }) => networksOf(draft));
        const texts = requests.flatMap(({ draft }) => [
          ...new Set(networksOf(draft).flatMap((name) => variantsOf(draft, name))),
        ]);
        const networks = networkNames.map((name) => {
          const { title, limits, unavailable, composer } = parts.networks.describe(name);
          const page = composer && { carriesText: composer.carriesText, needsServer: composer.needsServer };
          const { text, pictures } = limits;
          const own = unavailable === null ? limits.video : undefined;
          const film = own ? { bytes: own.bytes, seconds: own.seconds, leastSeconds: own.leastSeconds ?? 0 } : null;
          return { name, title, limits: { text, pictures, video: film }, unavailable, composer: page };
        });
        const { mostBytes, mostSeconds } = parts.videoLimits;
        const video = { bytes: mostBytes, seconds: mostSeconds };
        return c.json({ video, networks, lately, hashtags: [...usualHashtags(texts, mostHashtags)] }, 200);
      },
    ),
  ];
}
