import { z } from '@hono/zod-openapi';
import { type GuardedRoute, guarded, jsonAnswer, jsonBody, member, notFound } from '../../../platform/http/index.ts';
import type { ProcessParts } from '../parts.ts';
import { refused } from '../writing/answers.ts';
import { confirmReading, tryQuiz } from './confirming.ts';
import { loadReading } from './load.ts';
import { nextTryAt } from './quiz.ts';
import { notBegun } from './reading.ts';
import { readingShape, toReadShape, triedShape, wantedAnswers, wantedConfirmation } from './shapes.ts';
import { showReading, showToRead, showTried, toReadOf } from './show.ts';
import { progressIn } from './store.ts';

const params = z.object({ id: z.uuid() });
const guard = member('processes.use');

/** What people have to read, and confirming it: each for themselves. */
export function readerRoutes(parts: ProcessParts): readonly GuardedRoute[] {
  return [listRoute(parts), countRoute(parts), oneRoute(parts), quizRoute(parts), confirmRoute(parts)];
}

function listRoute(parts: ProcessParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/readings',
      summary: 'What I am asked to read, and what I have confirmed',
      guard,
      responses: { 200: jsonAnswer(toReadShape, 'To read by the day by which it is to be confirmed') },
    },
    async (c) => parts.db.inOrg(c.var.orgId, async (tx) => c.json(await showToRead(parts, tx, c.var))),
  );
}

function countRoute(parts: ProcessParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/readings/count',
      summary: 'How much I have still to read',
      guard,
      responses: { 200: jsonAnswer(z.object({ toRead: z.number() }), 'Processes') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => c.json({ toRead: (await toReadOf(parts, tx, c.var)).length })),
  );
}

function oneRoute(parts: ProcessParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/processes/{id}/reading',
      summary: 'What is asked of me about a process, and how it stands for whoever asks',
      guard,
      request: { params },
      responses: { 200: jsonAnswer(readingShape, 'As it is now') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const loaded = await loadReading(parts, tx, c.var, c.req.valid('param').id);
        return loaded === null ? notFound(c) : c.json(await showReading(parts, tx, c.var, loaded));
      }),
  );
}

function quizRoute(parts: ProcessParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/processes/{id}/reading/quiz',
      summary: 'Answer the questions about a process',
      guard,
      request: { params, body: jsonBody(wantedAnswers) },
      responses: { 200: jsonAnswer(triedShape, 'What was right; all that is right once it is passed') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const loaded = await loadReading(parts, tx, c.var, c.req.valid('param').id, true);
        if (!loaded?.mayConfirm || loaded.reading === null) return notFound(c);
        const { reading } = loaded;
        const tried = await tryQuiz(parts, tx, c.var, reading, c.req.valid('json').answers);
        if (tried.kind !== 'marked') return refused(c, tried);
        const { personId } = c.var.actor;
        const progress = (await progressIn(tx, [reading.id], personId)).get(reading.id) ?? notBegun(personId);
        const { quiz } = reading;
        if (quiz === null) throw new Error('a quiz vanished while it was marked');
        const next = tried.marked.passed ? null : nextTryAt(quiz, progress, parts.clock.now());
        return c.json(showTried(quiz, tried.marked, next));
      }),
  );
}

function confirmRoute(parts: ProcessParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/processes/{id}/reading/confirm',
      summary: 'Confirm that I have read and understood a version',
      guard,
      request: { params, body: jsonBody(wantedConfirmation) },
      responses: { 200: jsonAnswer(readingShape, 'As it is now') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const { id } = c.req.valid('param');
        // Locked, so that nothing else is published between reading and confirming.
        const loaded = await loadReading(parts, tx, c.var, id, true);
        if (!loaded?.mayConfirm || loaded.reading === null) return notFound(c);
        const { found, reading } = loaded;
        const outcome = await confirmReading(parts, tx, c.var, found, reading, c.req.valid('json').version);
        if (outcome.kind !== 'done') return refused(c, outcome);
        return c.json(await showReading(parts, tx, c.var, loaded));
      }),
  );
}
