import { z } from '@hono/zod-openapi';
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
import { todayOf } from '../day.ts';
import type { PayParts } from '../parts.ts';
import { readShape } from '../raises/shapes.ts';
import { recordLooks } from '../wages/looking.ts';
import { refused } from '../wages/refused.ts';
import { choose } from './choosing.ts';
import { openGrid } from './grid.ts';
import { beginCycle, changeCycle, moveCycle } from './keeping.ts';
import { isThereFor, keepsCycles, seenBy } from './seeing.ts';
import {
  changedCycle,
  choicesShape,
  chosenShape,
  cyclesShape,
  gridShape,
  moveShape,
  submissionShape,
  submittedShape,
  wantedCycle,
} from './shapes.ts';
import { showCycle } from './show.ts';
import { findCycle, listCycles, peopleByCycle } from './store.ts';
import { submitCycle } from './submitting.ts';

const params = z.object({ id: z.uuid() });
const keptShape = z.object({ id: z.string() });

/** Reviews of many wages at once: a budget, guidelines by position in the band, and a raise chosen for each person. */
export function cycleRoutes(parts: PayParts): readonly GuardedRoute[] {
  return [
    ...[listRoute(parts), beginRoute(parts), changeRoute(parts), moveRoute(parts)],
    ...[lookRoute(parts), chooseRoute(parts), submitRoute(parts)],
  ];
}

function listRoute(parts: PayParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/pay/cycles',
      summary: 'Pay reviews in which I see somebody, without what is in them',
      guard: member('pay.open'),
      responses: { 200: jsonAnswer(cyclesShape, 'The last first') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const keeps = keepsCycles(c.var);
        const within = await peopleByCycle(tx);
        const seen = await seenBy(parts, tx, c.var, [...new Set([...within.values()].flat())]);
        const cycles = (await listCycles(tx)).flatMap((cycle) => {
          const { id, name, from, currency, state } = cycle;
          const people = (within.get(id) ?? []).filter((personId) => seen.has(personId)).length;
          return isThereFor(cycle, c.var, people) ? [{ id, name, from, currency, state, people }] : [];
        });
        const workers = keeps ? await parts.people.workers(tx) : [];
        const managers = await parts.people.managersOf(
          tx,
          workers.map(({ id }) => id),
        );
        const leads = new Set(managers.values());
        const people = workers.map(({ id, name }) => ({ id, name, leads: leads.has(id) }));
        const { currency } = await parts.people.organisation(tx);
        return c.json({ today: await todayOf(parts, tx), currency, keeps, cycles, people }, 200);
      }),
  );
}

function beginRoute(parts: PayParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/pay/cycles',
      summary: 'Set up a pay review; it is a draft until it is opened',
      guard: member('pay.cycles', { stepUp: true }),
      request: { body: jsonBody(wantedCycle) },
      responses: { 201: jsonAnswer(keptShape, 'Set up') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const done = await beginCycle(parts, tx, c.var, c.req.valid('json'));
        return 'fields' in done ? refused(c, done) : c.json(done, 201);
      }),
  );
}

function changeRoute(parts: PayParts): GuardedRoute {
  return guarded(
    {
      method: 'put',
      path: '/api/pay/cycles/{id}',
      summary: 'Set up a pay review anew, until it is submitted; what is chosen stays',
      guard: member('pay.cycles', { stepUp: true }),
      request: { params, body: jsonBody(changedCycle) },
      responses: { 200: jsonAnswer(keptShape, 'Set up') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const done = await changeCycle(parts, tx, c.var, c.req.valid('param').id, c.req.valid('json'));
        if (done === null) return notFound(c);
        if ('fields' in done) return refused(c, done);
        return 'code' in done ? problem(c, 409, done.code, done.sentence) : c.json(done, 200);
      }),
  );
}

function moveRoute(parts: PayParts): GuardedRoute {
  return guarded(
    {
      method: 'put',
      path: '/api/pay/cycles/{id}/state',
      summary: 'Open a pay review, close it, or cancel it',
      guard: member('pay.cycles', { stepUp: true }),
      request: { params, body: jsonBody(moveShape) },
      responses: { 204: emptyAnswer('Done') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const conflict = await moveCycle(parts, tx, c.var, c.req.valid('param').id, c.req.valid('json'));
        if (conflict === undefined) return notFound(c);
        return conflict === null ? c.body(null, 204) : problem(c, 409, conflict.code, conflict.sentence);
      }),
  );
}

function lookRoute(parts: PayParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/pay/cycles/{id}/look',
      summary: 'A pay review with the people in it whom I see; looking is recorded with the reason, for each of them',
      guard: member('pay.open', { stepUp: true }),
      request: { params, body: jsonBody(readShape) },
      responses: { 200: jsonAnswer(gridShape, 'The review') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const cycle = await findCycle(tx, c.req.valid('param').id);
        const lines = cycle === null ? [] : await openGrid(parts, tx, c.var, cycle);
        if (cycle === null || !isThereFor(cycle, c.var, lines.length)) return notFound(c);
        const { reason } = c.req.valid('json');
        // Under the name of any look: that there is a review of their pay is not said by it.
        const people = lines.map(({ personId }) => personId);
        await recordLooks(parts, tx, c.var.actor, people, { reason, where: 'pay_page' });
        return c.json(await showCycle(parts, tx, c.var, cycle, lines), 200);
      }),
  );
}

function chooseRoute(parts: PayParts): GuardedRoute {
  return guarded(
    {
      method: 'put',
      path: '/api/pay/cycles/{id}/lines',
      summary: 'Choose raises in a pay review; what somebody else has chosen meanwhile is not written over',
      guard: member('pay.open', { stepUp: true }),
      request: { params, body: jsonBody(choicesShape) },
      responses: { 200: jsonAnswer(chosenShape, 'Line by line') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const done = await choose(parts, tx, c.var, c.req.valid('param').id, c.req.valid('json').lines);
        if (done === null) return notFound(c);
        return 'code' in done ? problem(c, 409, done.code, done.sentence) : c.json(done, 200);
      }),
  );
}

function submitRoute(parts: PayParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/pay/cycles/{id}/submission',
      summary:
        'Propose what is chosen in a pay review, for each person by itself; asked again, it goes on with the rest',
      guard: member('pay.cycles', { stepUp: true }),
      request: { params, body: jsonBody(submissionShape) },
      responses: { 200: jsonAnswer(submittedShape, 'Submitted') },
    },
    async (c) => {
      const done = await submitCycle(parts, c.var, c.req.valid('param').id, c.req.valid('json'));
      if (done === null) return notFound(c);
      return 'code' in done ? problem(c, 409, done.code, done.sentence) : c.json(done, 200);
    },
  );
}
