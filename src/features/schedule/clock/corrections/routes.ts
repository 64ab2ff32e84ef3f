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
import type { Worker } from '../../../people/index.ts';
import { mayDecide } from '../../asking.ts';
import type { ScheduleParts } from '../../parts.ts';
import { minutesAt } from '../../plan/plan.ts';
import { refused } from '../../work/roles/role-routes.ts';
import { type AskingDoing, atClock, refuse } from '../doing.ts';
import { lockClock } from '../store.ts';
import { peopleAt, personAt } from '../whose.ts';
import { type Corrected, correct, decideOn } from './correcting.ts';
import { correctionStates, type Verdict } from './correction.ts';
import { answerBody, correctedShape, correctionBody, correctionShape, declineBody } from './shapes.ts';
import { shownCorrections } from './show.ts';
import { findCorrection, listCorrections } from './store.ts';

const most = 200;

/** Corrections: people ask for them, whoever schedules them decides, or corrects at once. */
export function correctionRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [
    listRoute(parts),
    correctRoute(parts),
    verdictRoute(parts, 'approve', 'Approve a correction: from then on the hours are what it says'),
    verdictRoute(parts, 'decline', 'Decline a correction, with the reason'),
    verdictRoute(parts, 'withdraw', 'Withdraw a correction that I asked for, or may decide on'),
  ];
}

function listRoute(parts: ScheduleParts): GuardedRoute {
  const query = z.object({
    state: z.enum(correctionStates).optional(),
    person: z.union([z.literal('me'), z.uuid()]).optional(),
  });
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/clock/corrections',
      summary: 'Corrections of hours: mine, and of those whom I schedule',
      guard: member('schedule.take_part'),
      request: { query },
      responses: {
        200: jsonAnswer(z.object({ corrections: z.array(correctionShape) }), `The latest first, at most ${most}`),
      },
    },
    (c) =>
      atClock(c, parts, c.var, async (doing) => {
        const { state, person } = c.req.valid('query');
        const one = person === undefined ? null : await personAt(doing, person);
        if (person !== undefined && one === null) return notFound(c);
        const seen = one === null ? await peopleAt(doing) : [one];
        const workers = new Map(seen.map((worker) => [worker.id, worker]));
        const states = state === undefined ? correctionStates : [state];
        const found = await listCorrections(doing.tx, { personIds: [...workers.keys()], states, limit: most });
        return c.json({ corrections: await shownCorrections(doing, found, workers) });
      }),
  );
}

const minuteOf = (at: string) => minutesAt(new Date(at));

function correctRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/clock/corrections',
      summary: 'Correct hours at once, where I may decide about the person; else ask for it',
      guard: member('schedule.take_part'),
      request: { body: jsonBody(correctionBody) },
      responses: { 201: jsonAnswer(correctedShape, 'Asked for, or done') },
    },
    (c) =>
      atClock(c, parts, c.var, async (doing) => {
        const { personId, work, ...wanted } = c.req.valid('json');
        const worker = await personAt(doing, personId);
        if (worker === null) return notFound(c);
        const span = (one: { readonly startsAt: string; readonly endsAt: string }) => ({
          ...{ start: minuteOf(one.startsAt), end: minuteOf(one.endsAt) },
        });
        const corrected = await correct(doing, worker, {
          ...wanted,
          work: work && { ...span(work), breaks: work.breaks.map(span) },
        });
        return answer(c, doing, worker, corrected, 201);
      }),
  );
}

async function answer(
  c: Context,
  doing: AskingDoing,
  worker: Worker,
  corrected: Corrected,
  status: 200 | 201,
): Promise<Response> {
  if (corrected.kind === 'absent') return notFound(c);
  if (corrected.kind === 'refused') return refuse(c, corrected.refusal);
  if (corrected.kind === 'wrong') {
    const { field, sentence } = corrected.problem;
    return refused(c, { fields: { [field]: sentence } });
  }
  const workers = new Map([[worker.id, worker]]);
  const [correction] = await shownCorrections(doing, [corrected.correction], workers);
  return c.json({ correction, reopened: corrected.reopened }, status);
}

function verdictRoute(parts: ScheduleParts, verdict: Verdict, summary: string): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: `/api/schedule/clock/corrections/{id}/${verdict}`,
      summary,
      guard: member('schedule.take_part'),
      request: {
        params: z.object({ id: z.uuid() }),
        body: jsonBody(verdict === 'decline' ? declineBody : answerBody),
      },
      responses: { 200: jsonAnswer(correctedShape, 'As it is now') },
    },
    (c) =>
      atClock(c, parts, c.var, (doing) =>
        judge(c, doing, c.req.valid('param').id, verdict, c.req.valid('json').reason),
      ),
  );
}

async function judge(
  c: Context,
  doing: AskingDoing,
  id: string,
  verdict: Verdict,
  reason: string | null,
): Promise<Response> {
  const { tx, by, asking } = doing;
  const seen = await findCorrection(tx, id);
  const worker = seen && (await personAt(doing, seen.personId));
  if (seen === null || worker === null) return notFound(c);
  // Of two who decide at once, the second finds it decided.
  await lockClock(tx, worker.id);
  const correction = await findCorrection(tx, id);
  if (correction?.state !== 'asked') return problem(c, 409, 'wrong_state', 'This was decided or withdrawn already.');
  const isAsker = verdict === 'withdraw' && correction.askedBy === by;
  if (!isAsker && !mayDecide(asking, worker))
    return problem(c, 403, 'own_request', 'About your own hours somebody else has to decide.');
  return answer(c, doing, worker, await decideOn(doing, worker, correction, verdict, reason), 200);
}
