import { z } from '@hono/zod-openapi';
import { type GuardedRoute, guarded, jsonAnswer, jsonBody, member, notFound } from '../../../platform/http/index.ts';
import { listRoles } from '../../schedule/index.ts';
import type { ProcessParts } from '../parts.ts';
import { listReadable, mostListed } from './find-store.ts';
import { choicesShape, contentShape, historyShape, listedShape, processShape, versionShape } from './shapes.ts';
import { showHistory, showListed, showOne, showProcess } from './show.ts';
import { loadProcess, standingOf } from './standing.ts';
import { listVersions } from './store.ts';
import { beginProcess } from './writing.ts';

const params = z.object({ id: z.uuid() });
const use = member('processes.use');

/** Finding and reading processes, and beginning one. */
export function readRoutes(parts: ProcessParts): readonly GuardedRoute[] {
  return [
    listRoute(parts),
    beginRoute(parts),
    choicesRoute(parts),
    oneRoute(parts),
    historyRoute(parts),
    versionRoute(parts),
  ];
}

function listRoute(parts: ProcessParts): GuardedRoute {
  const query = z.object({
    q: z.string().max(200).default('').describe('Beginnings of words that all stand in it'),
    archived: z.enum(['true', 'false']).default('false'),
  });
  const answer = z.object({ processes: z.array(listedShape), mayWrite: z.boolean() });
  return guarded(
    {
      method: 'get',
      path: '/api/processes',
      summary: 'The processes that are meant for me or that I answer for, or those in which something stands',
      guard: use,
      request: { query },
      responses: { 200: jsonAnswer(answer, `By title, at most ${mostListed}`) },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const { actor, orgId, allowed } = c.var;
        const { q, archived } = c.req.valid('query');
        const words = q.split(/\s+/).filter(Boolean);
        const looker = await standingOf(parts, tx, actor);
        const found = await listReadable(tx, looker, { words, archived: archived === 'true' });
        const mayWrite = allowed('processes.write', { type: 'Organisation', id: orgId, orgId });
        return c.json({ processes: await showListed(parts, tx, found, words), mayWrite });
      }),
  );
}

function beginRoute(parts: ProcessParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/processes',
      summary: 'Begin a process with its first draft',
      guard: member('processes.write'),
      bodyLimit: 400_000,
      request: { body: jsonBody(contentShape.partial({ body: true, steps: true })) },
      responses: { 201: jsonAnswer(z.object({ id: z.string() }), 'Begun; whoever begins it answers for it') },
    },
    async (c) => {
      const content = { body: '', steps: [], ...c.req.valid('json') };
      const id = await parts.db.inOrg(c.var.orgId, (tx) => beginProcess(parts, tx, c.var.actor, content));
      return c.json({ id }, 201);
    },
  );
}

function choicesRoute({ db, people }: ProcessParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/processes/choices',
      summary: 'Whom and what processes can be meant for',
      guard: use,
      responses: { 200: jsonAnswer(choicesShape, 'By name') },
    },
    async (c) =>
      db.inOrg(c.var.orgId, async (tx) => {
        const named = ({ id, name }: { readonly id: string; readonly name: string }) => ({ id, name });
        const inUse = (list: readonly { id: string; name: string; archived: boolean }[]) =>
          list.filter(({ archived }) => !archived).map(named);
        const { departments, locations } = await people.places(tx);
        return c.json({
          people: (await people.workers(tx)).filter(({ name }) => name !== '').map(named),
          roles: inUse(await listRoles(tx)),
          ...{ departments: inUse(departments), locations: inUse(locations) },
        });
      }),
  );
}

function oneRoute(parts: ProcessParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/processes/{id}',
      summary: 'A process, with its draft where I may write on it',
      guard: use,
      request: { params },
      responses: { 200: jsonAnswer(processShape, 'As it is now') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const loaded = await loadProcess(parts, tx, c.var, c.req.valid('param').id);
        if (loaded === null) return notFound(c);
        return c.json(await showProcess(parts, tx, loaded.found, loaded.can));
      }),
  );
}

function historyRoute(parts: ProcessParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/processes/{id}/versions',
      summary: 'What a process said over time',
      guard: use,
      request: { params },
      responses: { 200: jsonAnswer(historyShape, 'The latest first; what is written on only for whoever may') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const { id } = c.req.valid('param');
        const loaded = await loadProcess(parts, tx, c.var, id);
        if (loaded === null) return notFound(c);
        const isWriter = loaded.can('processes.edit');
        const versions = await listVersions(tx, id);
        const shown = versions.filter(({ state }) => isWriter || state === 'published' || state === 'retired');
        return c.json(await showHistory(parts, tx, shown));
      }),
  );
}

function versionRoute(parts: ProcessParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/processes/{id}/version',
      summary: 'One version of a process',
      guard: use,
      request: { params, query: z.object({ number: z.coerce.number().int().min(1).max(100_000) }) },
      responses: { 200: jsonAnswer(versionShape, 'As it was written') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const { id } = c.req.valid('param');
        const loaded = await loadProcess(parts, tx, c.var, id);
        const { number } = c.req.valid('query');
        const version = loaded && (await listVersions(tx, id)).find((one) => one.number === number);
        const isOpen = version?.state === 'draft' || version?.state === 'review';
        if (!loaded || !version || (isOpen && !loaded.can('processes.edit'))) return notFound(c);
        return c.json(await showOne(parts, tx, version));
      }),
  );
}
