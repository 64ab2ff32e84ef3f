import { z } from '@hono/zod-openapi';
import { emptyAnswer, type GuardedRoute, guarded, jsonAnswer, jsonBody, member } from '../../../platform/http/index.ts';
import type { ProcessParts } from '../parts.ts';
import { onProcess } from './answers.ts';
import { accessShape, draftShape, processShape } from './shapes.ts';
import { askReview, changeAccess, discardDraft, giveBack, publish, saveDraft, setArchived } from './writing.ts';

const params = z.object({ id: z.uuid() });
const guard = member('processes.use');
const responses = {
  200: jsonAnswer(processShape, 'As it is now'),
  204: emptyAnswer('Done; there is nothing to show any more'),
};
const note = z.string().trim().max(1_000, 'That is longer than 1,000 characters.');

/** Writing on a process, and letting it hold. Who may do what is asked of the process itself. */
export function writeRoutes(parts: ProcessParts): readonly GuardedRoute[] {
  return [
    ...[saveRoute(parts), discardRoute(parts), accessRoute(parts), reviewRoute(parts)],
    ...[returnRoute(parts), publishRoute(parts), archiveRoute(parts), restoreRoute(parts)],
  ];
}

function saveRoute(parts: ProcessParts): GuardedRoute {
  return guarded(
    {
      method: 'put',
      path: '/api/processes/{id}/draft',
      summary: 'Write the draft of a process',
      guard,
      bodyLimit: 400_000,
      request: { params, body: jsonBody(draftShape) },
      responses,
    },
    (c) =>
      onProcess(parts, c, c.var, c.req.valid('param').id, 'processes.edit', (tx, found) =>
        saveDraft(parts, tx, c.var.actor, found, c.req.valid('json')),
      ),
  );
}

function discardRoute(parts: ProcessParts): GuardedRoute {
  return guarded(
    {
      method: 'delete',
      path: '/api/processes/{id}/draft',
      summary: 'Throw the draft of a process away; with it the process, where nothing of it ever held',
      guard,
      request: { params },
      responses,
    },
    (c) =>
      onProcess(parts, c, c.var, c.req.valid('param').id, 'processes.edit', (tx, found) =>
        discardDraft(parts, tx, c.var.actor, found),
      ),
  );
}

function accessRoute(parts: ProcessParts): GuardedRoute {
  return guarded(
    {
      method: 'put',
      path: '/api/processes/{id}/access',
      summary: 'Say who answers for a process, when it is looked through again, and whom it is meant for',
      guard,
      request: { params, body: jsonBody(accessShape) },
      responses,
    },
    (c) =>
      onProcess(parts, c, c.var, c.req.valid('param').id, 'processes.edit', (tx, found) =>
        changeAccess(parts, tx, c.var.actor, found, c.req.valid('json')),
      ),
  );
}

function reviewRoute(parts: ProcessParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/processes/{id}/review',
      summary: 'Give the draft into review',
      guard,
      request: { params, body: jsonBody(z.strictObject({ note: note.default('') })) },
      responses,
    },
    (c) =>
      onProcess(parts, c, c.var, c.req.valid('param').id, 'processes.edit', (tx, found) =>
        askReview(parts, tx, c.var.actor, found, c.req.valid('json').note),
      ),
  );
}

function returnRoute(parts: ProcessParts): GuardedRoute {
  const reason = note.min(1, 'Say what should be different.');
  return guarded(
    {
      method: 'post',
      path: '/api/processes/{id}/return',
      summary: 'Give what is in review back to its writer',
      guard,
      request: { params, body: jsonBody(z.strictObject({ reason })) },
      responses,
    },
    (c) =>
      onProcess(parts, c, c.var, c.req.valid('param').id, 'processes.publish', (tx, found) =>
        giveBack(parts, tx, c.var.actor, found, c.req.valid('json').reason),
      ),
  );
}

function publishRoute(parts: ProcessParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/processes/{id}/publish',
      summary: 'Let what is in review hold from now on',
      guard,
      request: { params },
      responses,
    },
    (c) =>
      onProcess(parts, c, c.var, c.req.valid('param').id, 'processes.publish', (tx, found) =>
        publish(parts, tx, c.var.actor, found),
      ),
  );
}

function archiveRoute(parts: ProcessParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/processes/{id}/archive',
      summary: 'Take a process out of use',
      guard,
      request: { params },
      responses,
    },
    (c) =>
      onProcess(parts, c, c.var, c.req.valid('param').id, 'processes.edit', (tx, found) =>
        setArchived(parts, tx, c.var.actor, found, true),
      ),
  );
}

function restoreRoute(parts: ProcessParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/processes/{id}/restore',
      summary: 'Bring an archived process back',
      guard,
      request: { params },
      responses,
    },
    (c) =>
      onProcess(parts, c, c.var, c.req.valid('param').id, 'processes.edit', (tx, found) =>
        setArchived(parts, tx, c.var.actor, found, false),
      ),
  );
}
