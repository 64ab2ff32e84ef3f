import { z } from '@hono/zod-openapi';
import { type GuardedRoute, guarded, jsonAnswer, publicRoute } from './guarded.ts';

const state = z.object({ ok: z.boolean() });

/**
 * Probes for load balancers and containers. `/healthz` says that the process answers; `/readyz` that it can serve
 * (database reachable and up to date, root key in place, not closing down). Why not stands in the log alone.
 */
export function probeRoutes(ready: () => Promise<boolean>): readonly GuardedRoute[] {
  return [
    guarded(
      {
        method: 'get',
        path: '/healthz',
        summary: 'Whether the process lives',
        guard: publicRoute('a probe; says nothing but that the process answers'),
        responses: { 200: jsonAnswer(state, 'The process answers') },
      },
      (c) => c.json({ ok: true }),
    ),
    guarded(
      {
        method: 'get',
        path: '/readyz',
        summary: 'Whether it can be sent requests',
        guard: publicRoute('a probe; says nothing but whether requests can be served'),
        responses: { 200: jsonAnswer(state, 'Ready'), 503: jsonAnswer(state, 'Not ready') },
      },
      async (c) => {
        const ok = await ready().catch(() => false);
        return c.json({ ok }, ok ? 200 : 503);
      },
    ),
  ];
}
