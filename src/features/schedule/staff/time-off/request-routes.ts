import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  member,
  notFound,
  problem,
} from '../../../../platform/http/index.ts';
import type { Asking } from '../../../../platform/policy/index.ts';
import { mayDecide, workerAt, workersOf } from '../../asking.ts';
import type { ScheduleParts } from '../../parts.ts';
import { refused } from '../../work/roles/role-routes.ts';
import { askForTimeOff, decide } from './requests.ts';
import { outcomeShape, requestShape, wantedTimeOff, words } from './shapes.ts';
import { mayWithdraw, shownOutcome, shownRequests } from './show.ts';
import { listTimeOff, lockTimeOff } from './store.ts';
import { type Decision, requestStates } from './time-off.ts';

const most = 500;

/** Time off: everybody asks for their own; who schedules somebody decides, and enters it for them. */
export function requestRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [
    listRoute(parts),
    askRoute(parts),
    decisionRoute(parts, 'approve', 'Approve time off; says which shifts the person has meanwhile'),
    decisionRoute(parts, 'decline', 'Decline time off'),
    decisionRoute(parts, 'withdraw', 'Withdraw time off: my own before it begins, or of somebody whom I schedule'),
  ];
}

function listRoute(parts: ScheduleParts): GuardedRoute {
  const person = z.union([z.literal('me'), z.uuid()]).optional();
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/time-off',
      summary: 'Time off: mine, and of those whom I schedule',
      guard: member('schedule.take_part'),
      request: { query: z.object({ state: z.enum(requestStates).optional(), person }) },
      responses: {
        200: jsonAnswer(z.object({ requests: z.array(requestShape) }), `The latest first, at most ${most}`),
      },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const { state, person: whose } = c.req.valid('query');
        const one = whose === undefined ? null : await workerAt(parts, tx, c.var, whose);
        if (whose !== undefined && one === null) return notFound(c);
        const workers = new Map((one ? [one] : await workersOf(parts, tx, c.var)).map((worker) => [worker.id, worker]));
        const states = state === undefined ? [...requestStates] : [state];
        const requests = await listTimeOff(tx, { personIds: [...workers.keys()], states, limit: most });
        return c.json({ requests: await shownRequests(parts, tx, c.var, requests, workers) });
      }),
  );
}

function askRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/time-off',
      summary: 'Ask for time off, for me or for somebody whom I schedule',
      guard: member('schedule.take_part'),
      request: { body: jsonBody(wantedTimeOff) },
      responses: { 201: jsonAnswer(outcomeShape, 'Asked for') },
    },
    (c) =>
      orOverlapping(
        c,
        parts.db.inOrg(c.var.orgId, async (tx) => {
          const { personId, ...wanted } = c.req.valid('json');
          const worker = await workerAt(parts, tx, c.var, personId);
          if (worker === null)
            return refused(c, { fields: { personId: 'There is no such person among those whom you schedule.' } });
          const asked = await askForTimeOff({ parts, tx, asking: c.var }, worker, wanted);
          if (asked.kind === 'overlaps') return overlapping(c);
          if (asked.kind === 'wrong') return refused(c, { fields: { [asked.problem.field]: asked.problem.sentence } });
          const stored = await lockTimeOff(tx, asked.request.id);
          if (stored === null) throw new Error('a request that was just written is gone');
          return c.json(await shownOutcome(parts, tx, c.var, worker, stored, asked.findings), 201);
        }),
      ),
  );
}

function overlapping(c: Context): Response {
  return problem(c, 409, 'overlaps', 'There is time off then already. Withdraw it first, or choose other times.');
}

/** Of two that ask at the same moment the table itself refuses the second (SQLSTATE exclusion_violation). */
function orOverlapping(c: Context, asked: Promise<Response>): Promise<Response> {
  return asked.catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === '23P01') return overlapping(c);
    throw error;
  });
}

function decisionRoute(parts: ScheduleParts, decision: Decision, summary: string): GuardedRoute {
  const reasoned = z.strictObject({ reason: words });
  const minutes = z.number().int('Please enter whole minutes.').min(0).max(527_040).optional();
  const body = decision === 'approve' ? reasoned.extend({ minutes }) : reasoned;
  return guarded(
    {
      method: 'post',
      path: `/api/schedule/time-off/{id}/${decision}`,
      summary,
      guard: member('schedule.take_part'),
      request: { params: z.object({ id: z.uuid() }), body: jsonBody(body) },
      responses: { 200: jsonAnswer(outcomeShape, 'As it is now') },
    },
    (c) => act(c, parts, c.var, c.req.valid('param').id, decision, c.req.valid('json')),
  );
}

async function act(
  c: Context,
  parts: ScheduleParts,
  asking: Asking,
  id: string,
  decision: Decision,
  said: { readonly reason: string | null; readonly minutes?: number | undefined },
): Promise<Response> {
  return parts.db.inOrg(asking.orgId, async (tx) => {
    const request = await lockTimeOff(tx, id);
    const worker = request && (await workerAt(parts, tx, asking, request.personId));
    if (request === null || worker === null) return notFound(c);
    const may =
      decision === 'withdraw' ? mayWithdraw(asking, worker, request, parts.clock.now()) : mayDecide(asking, worker);
    const isClosed = request.state === 'declined' || request.state === 'withdrawn';
    if (!may && !isClosed && decision !== 'withdraw')
      return problem(c, 403, 'own_request', 'About your own time off somebody else has to decide.');
    const after = may ? await decide({ parts, tx, asking }, request, decision, said) : null;
    if (after === null) return problem(c, 409, 'wrong_state', refusals[request.state]);
    return c.json(await shownOutcome(parts, tx, asking, worker, after));
  });
}

const refusals = {
  asked: 'This can’t be done with time off that nobody has decided on.',
  approved: 'This was approved already. It can be withdrawn, by who asked only before it begins.',
  declined: 'This was declined already. Ask for it anew.',
  withdrawn: 'This was withdrawn already. Ask for it anew.',
};
