import { z } from '@hono/zod-openapi';
import { emptyAnswer, type GuardedRoute, guarded, jsonAnswer, member, notFound } from '../../../platform/http/index.ts';
import type { ProcessParts } from '../parts.ts';
import { loadReading } from './load.ts';
import { listPeople, peopleCsv } from './people-list.ts';
import { peopleShape } from './shapes.ts';

const params = z.object({ id: z.uuid() });
const guard = member('processes.use');

/** Who has confirmed a process and who has not yet, for whoever may ask. */
export function peopleRoutes(parts: ProcessParts): readonly GuardedRoute[] {
  return [listRoute(parts), fileRoute(parts)];
}

function listRoute(parts: ProcessParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/processes/{id}/reading/people',
      summary: 'Who has confirmed a process, and who has not yet',
      guard,
      request: { params },
      responses: { 200: jsonAnswer(peopleShape, 'By name; of a quiz only whether it is passed, and how many tries') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const loaded = await loadReading(parts, tx, c.var, c.req.valid('param').id);
        if (!loaded?.mayAsk) return notFound(c);
        const { found, reading } = loaded;
        return c.json({ people: reading === null ? [] : [...(await listPeople(parts, tx, found, reading))] });
      }),
  );
}

function fileRoute(parts: ProcessParts): GuardedRoute {
  const query = z.object({ show: z.enum(['all', 'missing', 'confirmed']).default('all') });
  return guarded(
    {
      method: 'get',
      path: '/api/processes/{id}/reading/people.csv',
      summary: 'The same as a file',
      guard,
      request: { params, query },
      responses: { 200: emptyAnswer('A table with a line for each person') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const loaded = await loadReading(parts, tx, c.var, c.req.valid('param').id);
        if (!loaded?.mayAsk) return notFound(c);
        const { found, reading } = loaded;
        const people = reading === null ? [] : await listPeople(parts, tx, found, reading);
        const { show } = c.req.valid('query');
        const shown = people.filter(
          ({ state }) => show === 'all' || (state === 'confirmed') === (show === 'confirmed'),
        );
        // Without the title: files lie in folders that others look into.
        const name = `read-and-confirmed-${found.process.id.slice(0, 8)}.csv`;
        return c.body(peopleCsv(shown), 200, {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="${name}"`,
          'cache-control': 'no-store',
        });
      }),
  );
}
