import { z } from '@hono/zod-openapi';
import {
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  member,
  notFound,
  problem,
} from '../../../platform/http/index.ts';
import type { Actor, Resource } from '../../../platform/policy/index.ts';
import type { PayParts } from '../parts.ts';
import { showRaising } from '../raises/show.ts';
import { readPaySettings } from '../settings/store.ts';
import { correctWage, decideOn, enterWage, type Outside, type Refusal } from './entering.ts';
import { asResource, looksAtPay, payOf, recordLooks } from './looking.ts';
import { refused } from './refused.ts';
import { correctionShape, enteredShape, lookShape, ownPayShape, payPeopleShape, personPayShape } from './shapes.ts';
import { showPay } from './show.ts';
import { findWage, peopleWithWages, type StoredWage, waitingWages } from './store.ts';

const params = z.object({ id: z.uuid() });
const doneShape = z.object({
  id: z.string(),
  /** False: it waits for a second person. */
  holds: z.boolean(),
});

/** What people earn: seen by themselves, kept by owners and payroll. */
export function wageRoutes(parts: PayParts): readonly GuardedRoute[] {
  return [
    ownRoute(parts),
    peopleRoute(parts),
    lookRoute(parts),
    enterRoute(parts),
    correctRoute(parts),
    decideRoute(parts),
  ];
}

function ownRoute(parts: PayParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/pay/me',
      summary: 'What I earn and earned, and who looked at it',
      guard: member('pay.open'),
      responses: { 200: jsonAnswer(ownPayShape, 'My pay') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const { orgId, actor, allowed } = c.var;
        const whose = await payOf(parts, tx, actor.personId);
        if (whose === null) return notFound(c);
        const pay = await showPay(parts, tx, whose, { orgId, allowed, own: true });
        return c.json({ ...pay, looks: [...(await looksAtPay(parts, tx, actor.personId))] }, 200);
      }),
  );
}

function peopleRoute(parts: PayParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/pay/people',
      summary: 'Whose pay I may see, without amounts',
      guard: member('pay.open'),
      responses: { 200: jsonAnswer(payPeopleShape, 'By name') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const { orgId, actor, allowed } = c.var;
        const administers = allowed('pay.administer', { type: 'Organisation', id: orgId, orgId });
        const waiting = administers ? await waitingWages(tx) : [];
        const known = administers ? await peopleWithWages(tx) : null;
        const workers = await parts.people.workers(tx);
        const managers = await parts.people.managersOf(
          tx,
          workers.map(({ id }) => id),
        );
        const { managersSee } = await readPaySettings(tx);
        const people = workers
          .filter(({ id }) => administers || id !== actor.personId)
          .filter(({ id: personId }) => {
            const pay = { personId, manager: managers.get(personId) ?? '', state: 'active', managersSee };
            return allowed('pay.read', asResource(pay, orgId));
          })
          .map(({ id, name }) => {
            const waits = administers ? waiting.filter((one) => one.person_id === id).length : null;
            return { id, name, hasWage: known?.has(id) ?? null, waiting: waits };
          });
        return c.json({ people, administers }, 200);
      }),
  );
}

function lookRoute(parts: PayParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/pay/people/{id}/look',
      summary: 'What somebody earns and earned; looking is recorded with the reason, and they see it',
      guard: member('pay.open', { stepUp: true }),
      request: { params, body: jsonBody(lookShape) },
      responses: { 200: jsonAnswer(personPayShape, 'Their pay') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const { orgId, actor, allowed } = c.var;
        const whose = await payOf(parts, tx, c.req.valid('param').id);
        if (whose === null || !allowed('pay.read', asResource(whose, orgId))) return notFound(c);
        const { reason } = c.req.valid('json');
        await recordLooks(parts, tx, actor, [whose.personId], { reason, where: 'pay_page' });
        const own = whose.personId === actor.personId && !allowed('pay.enter', asResource(whose, orgId));
        const pay = await showPay(parts, tx, whose, { orgId, allowed, own });
        return c.json({ ...pay, raising: await showRaising(parts, tx, c.var, whose) }, 200);
      }),
  );
}

function enterRoute(parts: PayParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/pay/people/{id}/wages',
      summary: 'Enter what somebody earns from a day on',
      guard: member('pay.administer', { stepUp: true }),
      request: { params, body: jsonBody(enteredShape) },
      responses: { 201: jsonAnswer(doneShape, 'Entered') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const { orgId, actor, allowed } = c.var;
        const whose = await payOf(parts, tx, c.req.valid('param').id);
        if (whose === null || !allowed('pay.enter', asResource(whose, orgId))) return notFound(c);
        const done = await enterWage(parts, tx, actor, whose.personId, c.req.valid('json'));
        return 'id' in done ? c.json(done, 201) : unmade(c, done);
      }),
  );
}

function correctRoute(parts: PayParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/pay/wages/{id}/corrections',
      summary: 'Enter what takes the place of an entry that was wrong; the entry stays in the history',
      guard: member('pay.administer', { stepUp: true }),
      request: { params, body: jsonBody(correctionShape) },
      responses: { 201: jsonAnswer(doneShape, 'Entered') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const { orgId, actor, allowed } = c.var;
        const before = await findWage(tx, c.req.valid('param').id);
        const whose = before && (await payOf(parts, tx, before.person_id));
        if (!before || !whose || !allowed('pay.enter', asResource(whose, orgId))) return notFound(c);
        const done = await correctWage(parts, tx, actor, before, c.req.valid('json'));
        return 'id' in done ? c.json(done, 201) : unmade(c, done);
      }),
  );
}

function decideRoute(parts: PayParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/pay/wages/{id}/decision',
      summary: 'Confirm or refuse an entry that somebody else made',
      guard: member('pay.administer', { stepUp: true }),
      request: { params, body: jsonBody(z.strictObject({ approved: z.boolean() })) },
      responses: { 200: jsonAnswer(doneShape, 'Decided') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const { actor, allowed } = c.var;
        const wage = await findWage(tx, c.req.valid('param').id);
        if (wage === null || !allowed('pay.decide', asEntered(wage, actor))) return notFound(c);
        const { approved } = c.req.valid('json');
        const { id } = wage;
        if (await decideOn(parts, tx, actor, wage, approved)) return c.json({ id, holds: approved }, 200);
        return problem(c, 409, 'decided_already', 'Somebody has decided on this entry already.');
      }),
  );
}

const asEntered = ({ id, person_id: person, entered_by: enteredBy }: StoredWage, { orgId }: Actor): Resource => ({
  ...{ type: 'EnteredWage', id, orgId, person, enteredBy },
});

/** What was not entered, and why; outside the band nothing is wrong but that nobody has said that it is meant so. */
function unmade(c: Parameters<typeof problem>[0], why: Refusal | Outside): Response {
  if ('fields' in why) return refused(c, why);
  return problem(c, 409, 'outside_band', `${why.outside} It is entered once you confirm that it is meant so.`);
}
