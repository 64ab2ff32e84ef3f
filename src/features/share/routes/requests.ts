import { z } from '@hono/zod-openapi';
import { actedBy } from '../../../platform/audit/index.ts';
import { newId } from '../../../platform/clock/index.ts';
import type { OrgId, Tx } from '../../../platform/db/index.ts';
import {
  emptyAnswer,
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  member,
  notFound,
  problem,
} from '../../../platform/http/index.ts';
import { type Asker, askerId } from '../../../platform/policy/index.ts';
import { changedFields, recordAct } from '../acts.ts';
import { requestKeyName } from '../blind.ts';
import { misfiled } from '../campaigns/filing.ts';
import { tellOf } from '../events.ts';
import { announceRequest, refreshMessage } from '../jobs.ts';
import { fixedAfterSending, samePlaces } from '../lifecycle/fixed-after-sending.ts';
import { withKnownPost } from '../lifecycle/known-post.ts';
import { approvalNeeded, end, makeLinks, planEnd, problemsOf, recall, send } from '../lifecycle/send.ts';
import { waitingOf } from '../pacing/waiting.ts';
import { isReminded, planReminder } from '../reminders/plan.ts';
import {
  type Draft,
  draftChangeSchema,
  newDraftSchema,
  type RequestAct,
  refusal,
  requestStates,
  type SendingProblem,
  type ShareRequest,
} from '../request.ts';
import type { Asking } from '../review/asking.ts';
import { insertComposer } from '../review/store.ts';
import { backToDraft, judgeEdit } from '../review/submit.ts';
import { deleteDraft, findRequest, insertRequest, listRequests, setProgress, updateDraft } from '../store.ts';
import { askNames, chosenChannels } from '../topics/ask-names.ts';
import { type Poster, topicProblems } from '../topics/guard.ts';
import { putChannelNames } from '../topics/store.ts';
import { utmOfNew } from '../utm-templates/store.ts';
import type { WebParts } from './parts.ts';
import { idParam, requestRow, requestShape, resourceOf, rowOf, sendAnyway } from './shapes.ts';
import { showRequest, tallyRows } from './show.ts';

const pageSize = 20;
const tenMinutes = 600_000;
const answer = jsonAnswer(requestShape, 'The request');

const listQuery = z.object({
  state: z.enum(requestStates).optional(),
  // No text in the database holds the character zero, and it would refuse to look for it.
  q: z
    .string()
    .overwrite((text) => text.replaceAll('\0', ''))
    .trim()
    .max(200)
    .default(''),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

/** Lists, reads, writes and moves share requests. */
export function requestRoutes(parts: WebParts): readonly GuardedRoute[] {
  return [
    listRoute(parts),
    createRoute(parts),
    readRoute(parts),
    editRoute(parts),
    sendRoute(parts),
    ...actRoutes(parts),
  ];
}

function listRoute(parts: WebParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/requests',
      summary: 'List share requests, newest first',
      guard: member('requests.read', { keys: true }),
      request: { query: listQuery },
      responses: {
        200: jsonAnswer(z.object({ requests: z.array(requestRow), total: z.number() }), 'A page of requests'),
      },
    },
    async (c) => {
      const { state, q, page } = c.req.valid('query');
      const states = state === undefined ? [...requestStates] : [state];
      const query = { states, search: q, limit: pageSize, offset: (page - 1) * pageSize };
      const answered = await parts.db.inOrg(c.var.orgId, async (tx) => {
        const { requests, total } = await listRequests(tx, query);
        const waiting = await waitingOf(parts, tx, requests);
        const rows = (await tallyRows(parts, tx, requests)).map((row) => ({
          ...row,
          waiting: waiting(row.request.id),
        }));
        return { rows, total };
      });
      const requests = answered.rows.map((row) => rowOf(row.request, row.shares, row.clicks, row.waiting));
      return c.json({ requests, total: answered.total });
    },
  );
}

function createRoute(parts: WebParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/requests',
      summary: 'Begin a share request',
      guard: member('publish', { keys: true }),
      request: { body: jsonBody(newDraftSchema) },
      responses: { 201: answer },
    },
    async (c) => {
      const wanted = withKnownPost(parts, c.req.valid('json'));
      const id = newId(parts.clock);
      const names = await askNames(parts, c.var.orgId, chosenChannels(wanted));
      const made = await parts.db.inOrg(c.var.orgId, async (tx) => {
        const draft: Draft = { ...wanted, utm: await utmOfNew(tx, wanted) };
        const channelName = nameIn(names, draft);
        const wrong = await misfiled(tx, draft);
        if (wrong !== null) return { wrong };
        await putChannelNames(tx, names);
        await insertRequest(tx, { id, draft, channelName, createdBy: askerId(c.var.actor), now: parts.clock.now() });
        await recordAct(parts, tx, actedBy(c.var.actor), 'share.request_created', id);
        await tellOf(parts, tx, 'created', id);
        return { shown: await showFound(parts, tx, id) };
      });
      if (made.wrong === undefined) return c.json(made.shown, 201);
      return problem(c, 422, 'bad_campaign', made.wrong.sentence, { fields: fieldsOf([made.wrong]) });
    },
  );
}

function readRoute(parts: WebParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/requests/{id}',
      summary: 'A share request with its figures',
      guard: member('requests.read', { keys: true }),
      request: { params: idParam },
      responses: { 200: answer },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const shown = await parts.db.inOrg(c.var.orgId, async (tx) => {
        const request = await findRequest(tx, id);
        if (request === null || !c.var.allowed('share.read', resourceOf(request, c.var.orgId))) return null;
        return showRequest(parts, tx, request);
      });
      return shown === null ? notFound(c) : c.json(shown, 200);
    },
  );
}

function editRoute(parts: WebParts): GuardedRoute {
  return guarded(
    {
      method: 'patch',
      path: '/api/requests/{id}',
      summary: 'Change a share request; one that was sent changes in Slack too',
      guard: member('publish', { keys: true }),
      request: { params: idParam, body: jsonBody(draftChangeSchema) },
      responses: { 200: answer },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const { orgId } = c.var;
      const wanted = withKnownPost(parts, c.req.valid('json'));
      const found = await parts.db.inOrg(orgId, (tx) => findRequest(tx, id));
      if (found === null || !c.var.allowed('share.publish', resourceOf(found, orgId))) return notFound(c);
      const names = await askNames(parts, orgId, chosenChannels({ ...found.draft, ...wanted }), found.channels);
      const result = await parts.db.inOrg(orgId, async (tx) => {
        const current = await findRequest(tx, id, true);
        return current === null ? null : edit(parts, tx, c.var, current, wanted, names);
      });
      if (result === null) return notFound(c);
      if ('shown' in result) return c.json(result.shown, 200);
      if ('refused' in result) return problem(c, 409, 'wrong_state', result.refused);
      const { code, problems } = result;
      if (code === 'approval_needed') return problem(c, 409, code, openAsApproved.sentence);
      return problem(c, 422, code, problems[0]?.sentence ?? 'Something is missing.', { fields: fieldsOf(problems) });
    },
  );
}

type Edited =
  | { readonly refused: string }
  | {
      readonly code: 'fixed_after_sending' | 'bad_campaign' | 'not_ready' | 'approval_needed';
      readonly problems: readonly SendingProblem[];
    }
  | { readonly shown: Awaited<ReturnType<typeof showRequest>> };

/** Changes what was composed, on the locked row: of two edits at once, each keeps what the other changed. */
async function edit(
  parts: WebParts,
  tx: Tx,
  asking: Asking,
  current: ShareRequest,
  wanted: Partial<Draft>,
  names: ReadonlyMap<string, string>,
): Promise<Edited> {
  const { id } = current;
  const { orgId, actor } = asking;
  const refused = refusal('edit', current.state);
  if (refused !== null) return { refused };
  const draft: Draft = { ...current.draft, ...wanted };
  const fixed = fixedAfterSending(current, draft);
  if (fixed !== null) return { code: 'fixed_after_sending', problems: [fixed] };
  const wrong = await misfiled(tx, draft, current.draft);
  if (wrong !== null) return { code: 'bad_campaign', problems: [wrong] };
  const judged = await judgeEdit(tx, current, draft);
  if (judged.kind === 'refused') return { code: 'approval_needed', problems: [openAsApproved] };
  // Nothing is changed then, and whoever decides about it has seen this very revision.
  if (current.state === 'in_review' && judged.kind === 'kept') return { shown: await showFound(parts, tx, id) };
  const state = judged.kind === 'back_to_draft' ? 'draft' : current.state;
  const problems = await problemsOfEdit(parts, tx, asking, { ...current, state }, draft);
  if (problems.length > 0) return { code: 'not_ready', problems };
  if (state !== current.state) await backToDraft(parts, tx, { actor }, current, 'edited');
  await putChannelNames(tx, names);
  const channelName = nameIn(names, draft);
  await updateDraft(tx, id, { draft, channelName, now: parts.clock.now(), approved: judged.approved });
  await recordEdit(parts, tx, actor, current, draft);
  // What was said about the old channels is not true of the new ones.
  const moved = !samePlaces(draft, current.draft);
  if (moved && current.delivery === 'failed') await setProgress(tx, id, { delivery: 'none' });
  if (moved) await setProgress(tx, id, { delivery_problem: null });
  if (state === 'scheduled' || state === 'open') {
    await afterEditOfSent(parts, tx, orgId, id);
    await tellOf(parts, tx, 'edited', id);
  }
  return { shown: await showFound(parts, tx, id) };
}

/** Names what was changed. A draft saves itself every few seconds: the same once more within ten minutes is one edit. */
async function recordEdit(parts: WebParts, tx: Tx, actor: Asker, current: ShareRequest, draft: Draft): Promise<void> {
  const fields = changedFields(current.draft, draft);
  if (fields.length === 0) return;
  await insertComposer(tx, current.id, askerId(actor));
  const once = current.state === 'draft' ? tenMinutes : 0;
  const detail = { fields: fields.join(','), state: current.state };
  await recordAct(parts, tx, actedBy(actor), 'share.request_edited', current.id, detail, once);
}

/** One that is planned or out must stay complete. Its time, and an end and reminder that are not changed, were right when it was sent. */
async function problemsOfEdit(parts: WebParts, tx: Tx, poster: Poster, current: ShareRequest, draft: Draft) {
  if (current.state === 'draft') return [];
  const sendAt = current.state === 'scheduled' ? current.sendAt : null;
  const found = await problemsOf(parts, tx, draft, sendAt, current.id);
  const problems = [...found, ...(await topicProblems(tx, poster, draft))];
  const sameEnd = draft.endsAt === current.draft.endsAt;
  const sameReminder = (sameEnd && draft.reminderHours === current.draft.reminderHours) || isReminded(current);
  const settled = { at: true, endsAt: sameEnd, reminderHours: sameReminder };
  return problems.filter(({ field }) => !Object.entries(settled).some(([name, isSo]) => isSo && field === name));
}

/** Whoever reads it has seen what was approved. */
const openAsApproved: SendingProblem = {
  field: 'approval',
  sentence:
    'What people see was approved as it stands, so only the end and the reminder can be changed. Duplicate the request to say something else.',
};

export const fieldsOf = (problems: readonly SendingProblem[]) =>
  Object.fromEntries(problems.map((found) => [found.field, found.sentence]));

function sendRoute(parts: WebParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/requests/{id}/send',
      summary: 'Send a request to Slack, now or at a time',
      guard: member('publish', { keys: true }),
      request: {
        params: idParam,
        body: jsonBody(z.object({ at: z.iso.datetime({ offset: true }).nullish(), sendAnyway })),
      },
      responses: { 200: answer },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const { orgId } = c.var;
      const { at, sendAnyway: anyway = false } = c.req.valid('json');
      const status = await parts.slackStatus(orgId);
      if (status.installed?.health !== 'ok') {
        return problem(
          c,
          409,
          'slack_not_connected',
          'Connect Slack under Settings first, so that the request has a channel to go to.',
        );
      }
      const result = await parts.db.inOrg(orgId, async (tx) => {
        const request = await findRequest(tx, id, true);
        if (request === null || !c.var.allowed('share.publish', resourceOf(request, orgId)))
          return { kind: 'absent' as const };
        const refused = refusal('send', request.state, request.delivery);
        if (refused !== null) return { kind: 'refused' as const, refused };
        const wanted = { ...request, sendAnyway: anyway };
        const problems = await send(parts, tx, c.var, wanted, at ? new Date(at) : null);
        if (problems.includes(approvalNeeded)) return { kind: 'unapproved' as const };
        if (problems.length > 0) return { kind: 'incomplete' as const, problems };
        const detail = { planned: Boolean(at), ...(anyway ? { anyway } : {}) };
        await recordAct(parts, tx, actedBy(c.var.actor), 'share.request_sent', id, detail);
        return { kind: 'sent' as const, shown: await showFound(parts, tx, id) };
      });
      switch (result.kind) {
        case 'absent':
          return notFound(c);
        case 'refused':
          return problem(c, 409, 'wrong_state', result.refused);
        case 'unapproved':
          return problem(c, 409, 'approval_needed', approvalNeeded.sentence);
        case 'incomplete':
          return problem(c, 422, 'not_ready', result.problems[0]?.sentence ?? 'Something is missing.', {
            fields: fieldsOf(result.problems),
          });
        case 'sent':
          return c.json(result.shown, 200);
      }
    },
  );
}

/** Recall, end, duplicate, delete. */
function actRoutes(parts: WebParts): readonly GuardedRoute[] {
  const act = (
    path: '/api/requests/{id}/recall' | '/api/requests/{id}/end',
    name: RequestAct,
    summary: string,
    work: (tx: Tx, actor: Asker, request: ShareRequest) => Promise<void>,
  ) =>
    guarded(
      {
        method: 'post',
        path,
        summary,
        guard: member('publish', { keys: true }),
        request: { params: idParam },
        responses: { 200: answer },
      },
      async (c) => {
        const { id } = c.req.valid('param');
        const { orgId } = c.var;
        const result = await parts.db.inOrg(orgId, async (tx) => {
          const request = await findRequest(tx, id, true);
          if (request === null || !c.var.allowed('share.publish', resourceOf(request, orgId))) return null;
          const refused = refusal(name, request.state);
          if (refused !== null) return { refused };
          await work(tx, c.var.actor, request);
          return { shown: await showFound(parts, tx, id) };
        });
        if (result === null) return notFound(c);
        return 'shown' in result ? c.json(result.shown, 200) : problem(c, 409, 'wrong_state', result.refused);
      },
    );
  return [
    act('/api/requests/{id}/recall', 'recall', 'Take a request back from Slack', async (tx, actor, request) => {
      await recall(parts, tx, actor.orgId, request);
      await recordAct(parts, tx, actedBy(actor), 'share.request_recalled', request.id);
    }),
    act('/api/requests/{id}/end', 'end', 'End a request before its time', (tx, actor, request) =>
      end(parts, tx, actor.orgId, request, actedBy(actor)),
    ),
    duplicateRoute(parts),
    removeRoute(parts),
  ];
}

function duplicateRoute(parts: WebParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/requests/{id}/duplicate',
      summary: 'Begin a draft with what another request says',
      guard: member('publish', { keys: true }),
      request: { params: idParam },
      responses: { 201: answer },
    },
    async (c) => {
      const { orgId, actor } = c.var;
      const id = newId(parts.clock);
      const shown = await parts.db.inOrg(orgId, async (tx) => {
        const source = await findRequest(tx, c.req.valid('param').id);
        if (source === null || !c.var.allowed('share.publish', resourceOf(source, orgId))) return null;
        const draft: Draft = { ...source.draft, endsAt: null, reminderHours: null };
        const { channelName } = source;
        await insertRequest(tx, { id, draft, channelName, createdBy: askerId(actor), now: parts.clock.now() });
        await recordAct(parts, tx, actedBy(actor), 'share.request_duplicated', id, { from: source.id });
        await tellOf(parts, tx, 'created', id);
        return showFound(parts, tx, id);
      });
      return shown === null ? notFound(c) : c.json(shown, 201);
    },
  );
}

function removeRoute(parts: WebParts): GuardedRoute {
  return guarded(
    {
      method: 'delete',
      path: '/api/requests/{id}',
      summary: 'Delete a draft',
      guard: member('publish', { keys: true }),
      request: { params: idParam },
      responses: { 204: emptyAnswer('Gone') },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const refused = await parts.db.inOrg(c.var.orgId, async (tx) => {
        const request = await findRequest(tx, id, true);
        if (request === null || !c.var.allowed('share.publish', resourceOf(request, c.var.orgId))) return 'absent';
        const sentence = refusal('remove', request.state);
        if (sentence !== null) return sentence;
        await deleteDraft(tx, id);
        await recordAct(parts, tx, actedBy(c.var.actor), 'share.request_deleted', id);
        return null;
      });
      if (refused === 'absent') return notFound(c);
      // It has one where sending it has failed once.
      if (refused === null) await parts.ring.destroy(requestKeyName(id));
      return refused === null ? c.body(null, 204) : problem(c, 409, 'wrong_state', refused);
    },
  );
}

export async function showFound(parts: WebParts, tx: Tx, id: string) {
  const request = await findRequest(tx, id);
  if (request === null) throw new Error('a request vanished while it was written');
  return showRequest(parts, tx, request);
}

async function afterEditOfSent(parts: WebParts, tx: Tx, orgId: OrgId, id: string): Promise<void> {
  const edited = await findRequest(tx, id);
  if (edited === null) return;
  await makeLinks(parts, tx, edited);
  // Where it waits for a channel, another may take it at once.
  if (edited.state === 'scheduled' && edited.sendAt !== null && edited.sendAt <= parts.clock.now())
    await parts.jobs.enqueue(tx, announceRequest, { orgId, requestId: id });
  if (edited.state !== 'open') return;
  await planEnd(parts, tx, orgId, edited);
  await planReminder(parts, tx, orgId, edited);
  await parts.jobs.enqueue(tx, refreshMessage, { orgId, requestId: id }, { key: id });
}

const nameIn = (names: ReadonlyMap<string, string>, { channelId }: Draft) => names.get(channelId ?? '') ?? null;
