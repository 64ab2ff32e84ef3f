import { z } from '@hono/zod-openapi';
import {
  emptyAnswer,
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  member,
} from '../../../../platform/http/index.ts';
import type { ScheduleParts } from '../../parts.ts';
import { neverTwice } from '../../plan/answer.ts';
import { idParam } from '../../plan/periods/routes.ts';
import { queries } from '../../plan/shapes.ts';
import { words } from '../../staff/time-off/shapes.ts';
import { answerRefusal } from '../refusal.ts';
import { claimShift, pickClaim, refuseClaim, withdrawClaim } from './claims.ts';
import { listClaims } from './list.ts';
import { showOpenShifts } from './open-shifts.ts';
import { claimedShape, claimsShape, openShiftsShape } from './shapes.ts';

/** Open shifts: seeing those that one could take, claiming one, picking among the claims. */
export function claimRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [
    openRoute(parts),
    claimRoute(parts),
    withdrawRoute(parts),
    listRoute(parts),
    pickRoute(parts),
    refuseRoute(parts),
  ];
}

function openRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/open-shifts',
      summary: 'Published shifts of the roles that I know for which somebody is lacking',
      guard: member('schedule.take_part'),
      request: { query: queries.days },
      responses: { 200: jsonAnswer(openShiftsShape, 'By beginning, with what speaks against my taking them') },
    },
    async (c) => {
      const { personId } = c.var.actor;
      const days = c.req.valid('query');
      return c.json(await parts.db.inOrg(c.var.orgId, (tx) => showOpenShifts(parts, tx, personId, days)), 200);
    },
  );
}

function claimRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/open-shifts/{id}/claims',
      summary: 'Claim an open shift: mine at once, or a scheduler picks',
      guard: member('schedule.take_part'),
      request: { params: idParam, body: jsonBody(z.strictObject({})) },
      responses: { 200: jsonAnswer(claimedShape, 'Given, or asked for') },
    },
    (c) => {
      const answer = parts.db.inOrg(c.var.orgId, async (tx) => {
        const claimed = await claimShift(parts, tx, c.var, c.req.valid('param').id);
        if (claimed.kind !== 'claimed') return answerRefusal(c, claimed);
        const { state, claimId } = claimed;
        return c.json({ state, claimId: state === 'asked' ? claimId : null }, 200);
      });
      return neverTwice(c, answer);
    },
  );
}

function withdrawRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'delete',
      path: '/api/schedule/claims/{id}',
      summary: 'Take back a claim of mine that waits',
      guard: member('schedule.take_part'),
      request: { params: idParam },
      responses: { 204: emptyAnswer('Taken back') },
    },
    (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const ended = await withdrawClaim(parts, tx, c.var, c.req.valid('param').id);
        return ended.kind === 'done' ? c.body(null, 204) : answerRefusal(c, ended);
      }),
  );
}

function listRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/claims',
      summary: 'Claims to open shifts that wait for my decision',
      guard: member('schedule.open'),
      responses: { 200: jsonAnswer(claimsShape, 'By shift, the best ranked first') },
    },
    async (c) => c.json({ claims: await parts.db.inOrg(c.var.orgId, (tx) => listClaims(parts, tx, c.var)) }, 200),
  );
}

function pickRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/claims/{id}/pick',
      summary: 'Give an open shift to who claimed it',
      guard: member('schedule.open'),
      request: { params: idParam },
      responses: { 204: emptyAnswer('Theirs; the others are told when nothing is left') },
    },
    (c) => {
      const answer = parts.db.inOrg(c.var.orgId, async (tx) => {
        const ended = await pickClaim(parts, tx, c.var, c.req.valid('param').id);
        return ended.kind === 'done' ? c.body(null, 204) : answerRefusal(c, ended);
      });
      return neverTwice(c, answer);
    },
  );
}

function refuseRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/claims/{id}/refuse',
      summary: 'Say no to a claim',
      guard: member('schedule.open'),
      request: { params: idParam, body: jsonBody(z.strictObject({ reason: words })) },
      responses: { 204: emptyAnswer('Told') },
    },
    (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const { reason } = c.req.valid('json');
        const ended = await refuseClaim(parts, tx, c.var, c.req.valid('param').id, reason);
        return ended.kind === 'done' ? c.body(null, 204) : answerRefusal(c, ended);
      }),
  );
}
