import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Tx } from '../../../platform/db/index.ts';
import { type GuardedRoute, guarded, jsonAnswer, jsonBody, member, notFound } from '../../../platform/http/index.ts';
import type { Asking } from '../../../platform/policy/index.ts';
import type { ProcessParts } from '../parts.ts';
import { refused } from '../writing/answers.ts';
import type { Outcome } from '../writing/writing.ts';
import { askAnew, askReading, endAsking, remindNow } from './asking.ts';
import { type LoadedReading, loadReading } from './load.ts';
import { peopleRoutes } from './people-routes.ts';
import { readerRoutes } from './reader-routes.ts';
import { readingShape, wantedAnew, wantedReading } from './shapes.ts';
import { showReading } from './show.ts';

const params = z.object({ id: z.uuid() });
const guard = member('processes.use');
const responses = { 200: jsonAnswer(readingShape, 'As it is now') };

/** Asking that a process is read and confirmed, and doing so. Who may ask is asked of the process itself. */
export function readingRoutes(parts: ProcessParts): readonly GuardedRoute[] {
  return [
    ...[askRoute(parts), anewRoute(parts), endRoute(parts), remindRoute(parts)],
    ...[...peopleRoutes(parts), ...readerRoutes(parts)],
  ];
}

/** Does something to what is asked, for whoever may ask, and shows how it is then. */
function onAsking(
  parts: ProcessParts,
  c: Context,
  asking: Asking,
  id: string,
  act: (tx: Tx, loaded: LoadedReading) => Promise<Outcome>,
): Promise<Response> {
  return parts.db.inOrg(asking.orgId, async (tx) => {
    const loaded = await loadReading(parts, tx, asking, id, true);
    if (!loaded?.mayAsk) return notFound(c);
    const outcome = await act(tx, loaded);
    if (outcome.kind !== 'done') return refused(c, outcome);
    const after = await loadReading(parts, tx, asking, id);
    return after === null ? notFound(c) : c.json(await showReading(parts, tx, asking, after));
  });
}

function askRoute(parts: ProcessParts): GuardedRoute {
  return guarded(
    {
      method: 'put',
      path: '/api/processes/{id}/reading',
      summary: 'Ask people to read what is published and to confirm it, or change how it is asked',
      guard,
      bodyLimit: 200_000,
      request: { params, body: jsonBody(wantedReading) },
      responses,
    },
    (c) =>
      onAsking(parts, c, c.var, c.req.valid('param').id, (tx, { found }) =>
        askReading(parts, tx, c.var, found, c.req.valid('json')),
      ),
  );
}

function anewRoute(parts: ProcessParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/processes/{id}/reading/anew',
      summary: 'Ask the same people to read what was published meanwhile; without this it is a small change',
      guard,
      request: { params, body: jsonBody(wantedAnew) },
      responses,
    },
    (c) =>
      onAsking(parts, c, c.var, c.req.valid('param').id, (tx, { found }) =>
        askAnew(parts, tx, c.var, found, c.req.valid('json').changed),
      ),
  );
}

function endRoute(parts: ProcessParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/processes/{id}/reading/end',
      summary: 'Ask nobody any more; what was confirmed is kept',
      guard,
      request: { params },
      responses,
    },
    (c) => onAsking(parts, c, c.var, c.req.valid('param').id, (tx, { found }) => endAsking(parts, tx, c.var, found)),
  );
}

function remindRoute(parts: ProcessParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/processes/{id}/reading/remind',
      summary: 'Remind everybody who has not confirmed yet, once a day at most',
      guard,
      request: { params },
      responses,
    },
    (c) => onAsking(parts, c, c.var, c.req.valid('param').id, (tx, { found }) => remindNow(parts, tx, c.var, found)),
  );
}
