import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Tx } from '../../../platform/db/index.ts';
import { type GuardedRoute, guarded, jsonAnswer, jsonBody, member, notFound } from '../../../platform/http/index.ts';
import type { Asking } from '../../../platform/policy/index.ts';
import { readAlarms } from '../alarms/store.ts';
import type { ProcessParts } from '../parts.ts';
import { refused } from '../writing/answers.ts';
import type { Found } from '../writing/process.ts';
import { loadProcess } from '../writing/standing.ts';
import type { Outcome } from '../writing/writing.ts';
import { addTrigger, changeTrigger, pauseTrigger, removeTrigger, setAlarms } from './changing.ts';
import { alarmShape, beginsShape, wantedTrigger } from './shapes.ts';
import { showTriggers } from './show.ts';
import { findTrigger } from './store.ts';
import type { Trigger } from './trigger.ts';

const guard = member('processes.use');
const params = z.object({ id: z.uuid() });
const responses = { 200: jsonAnswer(beginsShape, 'As it is now') };

/** What begins a process by itself, and who is told of what is late in it: for whoever may write on it. */
export function triggerRoutes(parts: ProcessParts): readonly GuardedRoute[] {
  return [
    listRoute(parts),
    addRoute(parts),
    changeRoute(parts),
    pauseRoute(parts),
    removeRoute(parts),
    alarmRoute(parts),
  ];
}

/** Everything that begins a process, and its alarms. */
async function show(parts: ProcessParts, c: Context, tx: Tx, found: Found): Promise<Response> {
  const triggers = await showTriggers(parts, tx, found);
  return c.json({ triggers, alarms: await readAlarms(tx, found.process.id), mayEdit: true });
}

function listRoute(parts: ProcessParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/processes/{id}/triggers',
      summary: 'What begins a process by itself, what will happen next, and who is told of what is late',
      guard,
      request: { params },
      responses,
    },
    (c) => onEdited(parts, c, c.var, c.req.valid('param').id, async () => ({ kind: 'done' })),
  );
}

/** Does something about a process that whoever asks may write on, and shows what begins it then. */
function onEdited(
  parts: ProcessParts,
  c: Context,
  asking: Asking,
  id: string,
  act: (tx: Tx, found: Found) => Promise<Outcome>,
): Promise<Response> {
  return parts.db.inOrg(asking.orgId, async (tx) => {
    const loaded = await loadProcess(parts, tx, asking, id, true);
    if (loaded === null || !loaded.can('processes.edit')) return notFound(c);
    const outcome = await act(tx, loaded.found);
    return outcome.kind === 'done' ? show(parts, c, tx, loaded.found) : refused(c, outcome);
  });
}

/** The same about one trigger, by its id. */
function onTrigger(
  parts: ProcessParts,
  c: Context,
  asking: Asking,
  id: string,
  act: (tx: Tx, trigger: Trigger) => Promise<Outcome>,
): Promise<Response> {
  return parts.db.inOrg(asking.orgId, async (tx) => {
    const trigger = await findTrigger(tx, id, true);
    const loaded = trigger && (await loadProcess(parts, tx, asking, trigger.processId));
    if (!trigger || !loaded?.can('processes.edit')) return notFound(c);
    const outcome = await act(tx, trigger);
    return outcome.kind === 'done' ? show(parts, c, tx, loaded.found) : refused(c, outcome);
  });
}

function addRoute(parts: ProcessParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/processes/{id}/triggers',
      summary: 'Let something begin runs of a process',
      guard,
      request: { params, body: jsonBody(wantedTrigger) },
      responses,
    },
    (c) =>
      onEdited(parts, c, c.var, c.req.valid('param').id, (tx, found) =>
        addTrigger(parts, tx, c.var.actor, found, c.req.valid('json')),
      ),
  );
}

function changeRoute(parts: ProcessParts): GuardedRoute {
  return guarded(
    {
      method: 'put',
      path: '/api/process-triggers/{id}',
      summary: 'Change what begins a process; it counts from now on',
      guard,
      request: { params, body: jsonBody(wantedTrigger) },
      responses,
    },
    (c) =>
      onTrigger(parts, c, c.var, c.req.valid('param').id, (tx, trigger) =>
        changeTrigger(parts, tx, c.var.actor, trigger, c.req.valid('json')),
      ),
  );
}

function pauseRoute(parts: ProcessParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/process-triggers/{id}/pause',
      summary: 'Let it rest, or go on with what comes next',
      guard,
      request: { params, body: jsonBody(z.strictObject({ paused: z.boolean() })) },
      responses,
    },
    (c) =>
      onTrigger(parts, c, c.var, c.req.valid('param').id, (tx, trigger) =>
        pauseTrigger(parts, tx, c.var.actor, trigger, c.req.valid('json').paused),
      ),
  );
}

function removeRoute(parts: ProcessParts): GuardedRoute {
  return guarded(
    {
      method: 'delete',
      path: '/api/process-triggers/{id}',
      summary: 'Remove what begins a process; runs that it has begun stay',
      guard,
      request: { params },
      responses,
    },
    (c) =>
      onTrigger(parts, c, c.var, c.req.valid('param').id, (tx, trigger) =>
        removeTrigger(parts, tx, c.var.actor, trigger),
      ),
  );
}

function alarmRoute(parts: ProcessParts): GuardedRoute {
  return guarded(
    {
      method: 'put',
      path: '/api/processes/{id}/alarms',
      summary: 'Say who is told of what is late in a process, and after how long',
      guard,
      request: { params, body: jsonBody(alarmShape) },
      responses,
    },
    (c) =>
      onEdited(parts, c, c.var, c.req.valid('param').id, (tx, found) =>
        setAlarms(parts, tx, c.var.actor, found, c.req.valid('json')),
      ),
  );
}
