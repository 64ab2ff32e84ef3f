import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Tx } from '../../../platform/db/index.ts';
import {
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  member,
  notFound,
  problem,
} from '../../../platform/http/index.ts';
import { line } from '../request.ts';
import type { Asking, Stepped } from '../review/asking.ts';
import { approve, askForChanges } from '../review/decide.ts';
import { approvalChoices, reviewSteps } from '../review/review.ts';
import { setApprovals } from '../review/setting.ts';
import { composersOf, readApprovals, reviewsOf } from '../review/store.ts';
import { submit, withdraw } from '../review/submit.ts';
import { messageOf, textsOf } from '../review/tell.ts';
import { findRequest } from '../store.ts';
import type { WebParts } from './parts.ts';
import { fieldsOf, showFound } from './requests.ts';
import { idParam, requestShape, resourceOf, sendAnyway } from './shapes.ts';

const answer = jsonAnswer(requestShape, 'The request');
const settings = z.object({ approvals: z.enum(approvalChoices) });
const seen = z.object({ revision: z.int().min(1).describe('The revision that was looked at') });
const wanted = z.object({ at: z.iso.datetime({ offset: true }).nullish(), sendAnyway });
const words = line(1000).refine((text) => text !== '', 'Say what to change.');

const reviewShape = z.object({
  approvals: z.enum(approvalChoices),
  approved: z.boolean().describe('Whether what it says now is approved'),
  mayDecide: z.boolean(),
  slack: z.array(z.record(z.string(), z.unknown())).describe('The message as it will stand in the channel'),
  texts: z.array(z.object({ title: z.string(), text: z.string() })).describe('Every text for a network'),
  composers: z.array(z.string()).describe('Names of everybody who wrote, changed or submitted it'),
  steps: z.array(
    z.object({
      id: z.string(),
      what: z.enum(reviewSteps),
      by: z.string(),
      words: z.string().nullable(),
      sendAt: z.string().nullable(),
      at: z.string(),
    }),
  ),
});

/** Sending for review, deciding, and whether that is needed. */
export function reviewRoutes(parts: WebParts): readonly GuardedRoute[] {
  return [
    ...settingRoutes(parts),
    readRoute(parts),
    submitRoute(parts),
    withdrawRoute(parts),
    approveRoute(parts),
    changesRoute(parts),
  ];
}

function settingRoutes(parts: WebParts): readonly GuardedRoute[] {
  const shown = jsonAnswer(settings, 'How requests go out');
  const path = '/api/share/settings';
  return [
    guarded(
      {
        method: 'get',
        path,
        summary: 'Whether requests need an approval before they go out',
        guard: member('requests.read', { keys: true }),
        responses: { 200: shown },
      },
      async (c) => c.json({ approvals: await parts.db.inOrg(c.var.orgId, readApprovals) }, 200),
    ),
    guarded(
      {
        method: 'put',
        path,
        summary: 'Set whether requests need an approval before they go out',
        guard: member('manage'),
        request: { body: jsonBody(settings) },
        responses: { 200: shown },
      },
      async (c) => {
        const { approvals } = c.req.valid('json');
        await parts.db.inOrg(c.var.orgId, (tx) => setApprovals(parts, tx, c.var, approvals));
        return c.json({ approvals }, 200);
      },
    ),
  ];
}

function readRoute(parts: WebParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/requests/{id}/review',
      summary: 'Where a request stands on its way to approval',
      guard: member('requests.read', { keys: true }),
      request: { params: idParam },
      responses: { 200: jsonAnswer(reviewShape, 'The steps so far, oldest first') },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const shown = await parts.db.inOrg(c.var.orgId, (tx) => showReview(parts, tx, c.var, id));
      return shown === null ? notFound(c) : c.json(shown, 200);
    },
  );
}

async function showReview(
  parts: WebParts,
  tx: Tx,
  { allowed, orgId }: Asking,
  id: string,
): Promise<z.infer<typeof reviewShape> | null> {
  const request = await findRequest(tx, id);
  if (request === null || !allowed('share.read', resourceOf(request, orgId))) return null;
  const [composers, steps] = [await composersOf(tx, id), await reviewsOf(tx, id)];
  const names = await parts.people.namesOf(tx, [...composers, ...steps.map(({ personId }) => personId)]);
  const nameOf = (personId: string) => names.get(personId) || 'Somebody who has left';
  const mayDecide = allowed('share.approve', { ...resourceOf(request, orgId), composers });
  return {
    approvals: await readApprovals(tx),
    approved: request.approvedRevision === request.revision,
    mayDecide: mayDecide && request.state === 'in_review',
    // A draft may be too incomplete to be shown, and nobody decides about it yet.
    slack: request.state === 'draft' ? [] : (await messageOf(parts, tx, request)).map((block) => ({ ...block })),
    texts: textsOf(request),
    composers: composers.map(nameOf),
    steps: steps.map((step) => ({
      ...{ id: step.id, what: step.what, by: nameOf(step.personId), words: step.words },
      ...{ sendAt: step.sendAt?.toISOString() ?? null, at: step.at.toISOString() },
    })),
  };
}

function submitRoute(parts: WebParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/requests/{id}/review',
      summary: 'Send a request for review, to go out at a time or when it is sent',
      guard: member('publish', { keys: true }),
      request: { params: idParam, body: jsonBody(wanted) },
      responses: { 200: answer },
    },
    async (c) => {
      const { at, sendAnyway: anyway } = c.req.valid('json');
      const { id } = c.req.valid('param');
      const step = (tx: Tx) => submit(parts, tx, c.var, id, at ? new Date(at) : null, anyway);
      const stepped = await parts.db.inOrg(c.var.orgId, (tx) => shownAfter(parts, tx, id, step));
      return 'shown' in stepped ? c.json(stepped.shown, 200) : refused(c, stepped);
    },
  );
}

function withdrawRoute(parts: WebParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/requests/{id}/review/withdraw',
      summary: 'Make a request that is in review, or approved, a draft again',
      guard: member('publish', { keys: true }),
      request: { params: idParam },
      responses: { 200: answer },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const step = (tx: Tx) => withdraw(parts, tx, c.var, id);
      const stepped = await parts.db.inOrg(c.var.orgId, (tx) => shownAfter(parts, tx, id, step));
      return 'shown' in stepped ? c.json(stepped.shown, 200) : refused(c, stepped);
    },
  );
}

function approveRoute(parts: WebParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/requests/{id}/review/approve',
      summary: 'Approve a request that somebody else composed',
      guard: member('approve'),
      request: { params: idParam, body: jsonBody(seen) },
      responses: { 200: answer },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const { revision } = c.req.valid('json');
      const connected = (await parts.slackStatus(c.var.orgId)).installed?.health === 'ok';
      const step = (tx: Tx) => approve(parts, tx, c.var, { requestId: id, revision }, connected);
      const stepped = await parts.db.inOrg(c.var.orgId, (tx) => shownAfter(parts, tx, id, step));
      return 'shown' in stepped ? c.json(stepped.shown, 200) : refused(c, stepped);
    },
  );
}

function changesRoute(parts: WebParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/requests/{id}/review/changes',
      summary: 'Ask for changes of a request that somebody else composed',
      guard: member('approve'),
      request: { params: idParam, body: jsonBody(seen.extend({ words })) },
      responses: { 200: answer },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const { revision, words: said } = c.req.valid('json');
      const step = (tx: Tx) => askForChanges(parts, tx, c.var, { requestId: id, revision }, said);
      const stepped = await parts.db.inOrg(c.var.orgId, (tx) => shownAfter(parts, tx, id, step));
      return 'shown' in stepped ? c.json(stepped.shown, 200) : refused(c, stepped);
    },
  );
}

type Refused = Exclude<Stepped, { kind: 'done' }>;

async function shownAfter(
  parts: WebParts,
  tx: Tx,
  id: string,
  step: (tx: Tx) => Promise<Stepped>,
): Promise<Refused | { readonly shown: z.infer<typeof requestShape> }> {
  const stepped = await step(tx);
  return stepped.kind === 'done' ? { shown: await showFound(parts, tx, id) } : stepped;
}

function refused(c: Context, stepped: Refused) {
  if (stepped.kind === 'absent') return notFound(c);
  if (stepped.kind === 'refused') return problem(c, 409, stepped.code, stepped.sentence);
  const fields = fieldsOf(stepped.problems);
  return problem(c, 422, 'not_ready', stepped.problems[0]?.sentence ?? 'Something is missing.', { fields });
}
