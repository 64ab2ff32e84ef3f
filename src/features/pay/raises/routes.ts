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
import type { PayParts } from '../parts.ts';
import { payOf } from '../wages/looking.ts';
import { refused } from '../wages/refused.ts';
import { actRoutes } from './act-routes.ts';
import { asRaise, raiseRights } from './approvers.ts';
import { conflictOf } from './deciding.ts';
import { holdRaise } from './effect.ts';
import { letterRoutes } from './letter-routes.ts';
import { changeRaise, type Proposed, propose } from './proposing.ts';
import { ownRaise, recordReading } from './reading.ts';
import { changeShape, listShape, proposedShape, raiseShape, readShape, toldShape, wantedShape } from './shapes.ts';
import { listedOf, showRaise } from './show.ts';
import { findRaise, listEvents, listRaises } from './store.ts';
import { missingWords } from './telling.ts';
import { showTold } from './told.ts';

const params = z.object({ id: z.uuid() });
const proposedOf = ({ missing, ...done }: Proposed) => ({
  ...done,
  missing: missing === 0 ? null : missingWords(missing),
});

/** Raises and promotions: proposed, approved by others, told to the person when somebody decides to. */
export function raiseRoutes(parts: PayParts): readonly GuardedRoute[] {
  return [
    // Before what has an id in the same place.
    toldRoute(parts),
    listRoute(parts),
    proposeRoute(parts),
    readRoute(parts),
    changeRoute(parts),
    ...actRoutes(parts),
    ...letterRoutes(parts),
  ];
}

function toldRoute(parts: PayParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/pay/raises/told',
      summary: 'The raises and promotions that I have been told of',
      guard: member('pay.open'),
      responses: { 200: jsonAnswer(toldShape, 'The last first') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => c.json(await showTold(parts, tx, c.var.actor.personId), 200)),
  );
}

function listRoute(parts: PayParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/pay/raises',
      summary: 'Proposals of raises and promotions that I may see, without what they say',
      guard: member('pay.open'),
      responses: { 200: jsonAnswer(listShape, 'The last first') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const { orgId, actor } = c.var;
        const raises = [];
        for (const raise of await listRaises(tx)) {
          const whose = await payOf(parts, tx, raise.personId);
          if (whose === null || !raiseRights.see(c.var, asRaise(raise, whose, orgId))) continue;
          const mayApprove = raise.state === 'open' && raiseRights.approve(c.var, asRaise(raise, whose, orgId));
          raises.push({ raise, mayApprove, isMine: raise.proposedBy === actor.personId });
        }
        const events = await listEvents(
          tx,
          raises.map(({ raise }) => raise.id),
        );
        const people = raises.flatMap(({ raise }) => [raise.personId, raise.proposedBy]);
        const names = await parts.people.namesOf(tx, [...new Set(people)]);
        const shown = raises.map(({ raise, ...mine }) => ({
          ...listedOf(raise, events.get(raise.id) ?? [], names),
          ...mine,
        }));
        return c.json({ raises: shown }, 200);
      }),
  );
}

function proposeRoute(parts: PayParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/pay/people/{id}/raises',
      summary: 'Propose a raise or promotion of somebody; they learn nothing of it',
      guard: member('pay.open', { stepUp: true }),
      request: { params, body: jsonBody(wantedShape) },
      responses: { 201: jsonAnswer(proposedShape, 'Proposed') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const personId = c.req.valid('param').id;
        const done = await propose(parts, tx, c.var, { personId, ...c.req.valid('json') });
        if (done === null) return notFound(c);
        return 'fields' in done ? refused(c, done) : c.json(proposedOf(done), 201);
      }),
  );
}

function readRoute(parts: PayParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/pay/raises/{id}/look',
      summary: 'What a proposal says and what happened to it; looking is recorded with the reason',
      guard: member('pay.open', { stepUp: true }),
      request: { params, body: jsonBody(readShape) },
      responses: { 200: jsonAnswer(raiseShape, 'The proposal') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const found = await ownRaise(parts, tx, c.var, 'see', await findRaise(tx, c.req.valid('param').id));
        if (found === null) return notFound(c);
        const { reason } = c.req.valid('json');
        await recordReading(parts, tx, c.var.actor, found.raise, reason);
        return c.json(await showRaise(parts, tx, c.var, found.whose, found.raise), 200);
      }),
  );
}

function changeRoute(parts: PayParts): GuardedRoute {
  return guarded(
    {
      method: 'put',
      path: '/api/pay/raises/{id}',
      summary: 'Change what I proposed and ask again: approvals given before do not count any more',
      guard: member('pay.open', { stepUp: true }),
      request: { params, body: jsonBody(changeShape) },
      responses: { 200: jsonAnswer(proposedShape, 'Asked again') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const held = await holdRaise(tx, c.req.valid('param').id);
        const found = await ownRaise(parts, tx, c.var, 'keep', held);
        if (found === null) return notFound(c);
        const { revision, ...wanted } = c.req.valid('json');
        const conflict = conflictOf(found.raise, 'change', revision);
        if (conflict !== null) return problem(c, 409, conflict.code, conflict.sentence);
        const done = await changeRaise(parts, tx, c.var, found.raise, wanted);
        return 'fields' in done ? refused(c, done) : c.json(proposedOf(done), 200);
      }),
  );
}
