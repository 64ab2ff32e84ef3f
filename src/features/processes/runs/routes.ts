import { z } from '@hono/zod-openapi';
import { type GuardedRoute, guarded, jsonAnswer, jsonBody, member, notFound } from '../../../platform/http/index.ts';
import type { ProcessParts } from '../parts.ts';
import { refused } from '../writing/answers.ts';
import { listReadable } from '../writing/find-store.ts';
import { loadProcess, standingOf } from '../writing/standing.ts';
import { evidenceRoutes } from './evidence-routes.ts';
import { loadRun, onRun } from './load.ts';
import { note, startRun, stopRun, takeBack } from './running.ts';
import { runListed, runShape, wantedEntry, wantedRun } from './shapes.ts';
import { showRun, showRuns } from './show.ts';
import { findRun, mostRuns, runsOf } from './store.ts';

const params = z.object({ id: z.uuid() });
const guard = member('processes.use');
const responses = { 200: jsonAnswer(runShape, 'As it is now') };

/** Going through processes: whoever reads one may begin and go on; each step says whose it is. */
export function runRoutes(parts: ProcessParts): readonly GuardedRoute[] {
  return [
    ...[startRoute(parts), listRoute(parts), oneRoute(parts), noteRoute(parts), backRoute(parts), stopRoute(parts)],
    ...evidenceRoutes(parts),
  ];
}

function startRoute(parts: ProcessParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/processes/{id}/runs',
      summary: 'Begin to go through a process',
      guard,
      request: { params, body: jsonBody(wantedRun) },
      responses: { 201: jsonAnswer(runShape, 'Begun with the version that holds now') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const loaded = await loadProcess(parts, tx, c.var, c.req.valid('param').id, true);
        if (loaded === null) return notFound(c);
        const { dueAt, ...wanted } = c.req.valid('json');
        const due = dueAt === null ? null : new Date(dueAt);
        const started = await startRun(parts, tx, c.var, loaded.found, { ...wanted, dueAt: due });
        if (typeof started !== 'string') return refused(c, started);
        const run = await findRun(tx, started);
        if (run === null) throw new Error('a run vanished while it was begun');
        return c.json(await showRun(parts, tx, c.var, run, loaded.can('processes.edit')), 201);
      }),
  );
}

function listRoute(parts: ProcessParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/process-runs',
      summary: 'Runs of the processes that I may read',
      guard,
      responses: {
        200: jsonAnswer(
          z.object({ runs: z.array(runListed) }),
          `Open ones first by when they are due, at most ${mostRuns}`,
        ),
      },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const looker = await standingOf(parts, tx, c.var.actor);
        const readable = await listReadable(tx, looker, { words: [], archived: false });
        const runs = await runsOf(
          tx,
          readable.map(({ id }) => id),
        );
        return c.json({ runs: await showRuns(parts, tx, c.var, runs) });
      }),
  );
}

function oneRoute(parts: ProcessParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/process-runs/{id}',
      summary: 'A run with its steps and what was noted',
      guard,
      request: { params },
      responses,
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const loaded = await loadRun(parts, tx, c.var, c.req.valid('param').id);
        if (loaded === null) return notFound(c);
        return c.json(await showRun(parts, tx, c.var, loaded.run, loaded.mayAny));
      }),
  );
}

function noteRoute(parts: ProcessParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/process-runs/{id}/entries',
      summary: 'Note a step as done; the same entry sent twice counts once',
      guard,
      request: { params, body: jsonBody(wantedEntry) },
      responses,
    },
    (c) =>
      onRun(parts, c, c.var, c.req.valid('param').id, (tx, run) => {
        const { doneAt, ...wanted } = c.req.valid('json');
        return note(parts, tx, c.var, run, { ...wanted, doneAt: new Date(doneAt) });
      }),
  );
}

function backRoute(parts: ProcessParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/process-runs/{id}/take-back',
      summary: 'Take back what was noted of a step; it stays as evidence',
      guard,
      request: { params, body: jsonBody(z.strictObject({ stepId: z.uuid() })) },
      responses,
    },
    (c) =>
      onRun(parts, c, c.var, c.req.valid('param').id, (tx, run, mayAny) =>
        takeBack(parts, tx, c.var, run, c.req.valid('json').stepId, mayAny),
      ),
  );
}

function stopRoute(parts: ProcessParts): GuardedRoute {
  const why = z.string().trim().min(1, 'Say why it is not gone through to its end.').max(500);
  return guarded(
    {
      method: 'post',
      path: '/api/process-runs/{id}/stop',
      summary: 'End a run that is not gone through to its end',
      guard,
      request: { params, body: jsonBody(z.strictObject({ why })) },
      responses,
    },
    (c) =>
      onRun(parts, c, c.var, c.req.valid('param').id, async (tx, run, mayAny) => {
        if (!mayAny && run.startedBy !== c.var.actor.personId) return null;
        return stopRun(parts, tx, c.var.actor.personId, run, c.req.valid('json').why);
      }),
  );
}
