import { z } from '@hono/zod-openapi';
import { type GuardedRoute, guarded, jsonAnswer, jsonBody, member } from '../../../platform/http/index.ts';
import { networkNames } from '../../networks/index.ts';
import { shown } from '../figures/figure.ts';
import type { WebParts } from './parts.ts';
import { figureShape } from './shapes.ts';

const findingShape = z.object({ level: z.enum(['good', 'note', 'warning', 'problem']), sentence: z.string() });
const setupShape = z.object({
  network: z.enum(networkNames),
  title: z.string(),
  mode: z
    .enum(['account', 'composer', 'none'])
    .describe('how people get there: by their account, by its own page, not at all'),
  findings: z.array(findingShape),
  callbackUrl: z.string().nullable(),
  canBeAsked: z.boolean(),
  asksServer: z.boolean().describe('whether one of its many servers is named to be asked'),
  connections: z.object({ active: figureShape, ending: figureShape, lost: figureShape }),
});
const networkAsked = z.object({
  network: z.enum(networkNames),
  server: z.string().max(260).default('').describe('which of its servers, where a network has many'),
});

/** How the networks are set up, and the health of people's connections as counts. */
export function networkSetupRoutes(parts: WebParts): readonly GuardedRoute[] {
  return [setupRoute(parts), inspectRoute(parts)];
}

function setupRoute(parts: WebParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/networks/setup',
      summary: 'How each network is set up, and how many connections there are',
      guard: member('manage'),
      responses: { 200: jsonAnswer(z.object({ networks: z.array(setupShape) }), 'Every network') },
    },
    async (c) => {
      const networks = await parts.db.inOrg(c.var.orgId, async (tx) => {
        const { smallGroup } = await parts.organisation(tx);
        const figure = (count: number) => shown(count, smallGroup);
        return (await parts.networks.setup(tx)).map(({ counts, findings, ...setup }) => ({
          ...setup,
          findings: [...findings],
          // What is few is not told, and neither is what would give it away beside the others.
          connections: { active: figure(counts.active), ending: figure(counts.ending), lost: figure(counts.lost) },
        }));
      });
      return c.json({ networks }, 200);
    },
  );
}

function inspectRoute(parts: WebParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/networks/inspect',
      summary: 'Ask a network whether this installation’s app there is right',
      guard: member('manage'),
      limit: { name: 'inspect', points: 30, seconds: 60 },
      request: { body: jsonBody(networkAsked) },
      responses: { 200: jsonAnswer(z.object({ findings: z.array(findingShape) }), 'What it said') },
    },
    async (c) => {
      const { network, server } = c.req.valid('json');
      const findings = await parts.networks.inspect(network, server);
      return c.json({ findings: [...findings] }, 200);
    },
  );
}
