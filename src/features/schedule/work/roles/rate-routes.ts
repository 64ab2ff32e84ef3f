import { z } from '@hono/zod-openapi';
import type { Tx } from '../../../../platform/db/index.ts';
import { type GuardedRoute, guarded, jsonAnswer, jsonBody, member, notFound } from '../../../../platform/http/index.ts';
import { byPerson } from '../../acts.ts';
import type { ScheduleParts } from '../../parts.ts';
import { openRates, sealRoleRate } from './rates.ts';
import type { WorkRole } from './role.ts';
import { targetOf } from './roles.ts';
import { roleParams } from './shapes.ts';
import { findRole } from './store.ts';

const minor = z
  .number()
  .int('Please enter a whole amount.')
  .min(0, 'An amount is not below zero.')
  .max(100_000_000, 'That is more than an hour costs.')
  .nullable();
const answer = jsonAnswer(z.object({ currency: z.string(), minor }), 'In minor units of the currency');

/** What an hour of a role begins with, for those who answer for pay. What single people earn is not kept here. */
export function rateRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [readRoute(parts), changeRoute(parts)];
}

async function shown(parts: ScheduleParts, tx: Tx, { id }: WorkRole) {
  const { currency } = await parts.people.organisation(tx);
  return { currency, minor: (await openRates(parts, tx, id)).get(id) ?? null };
}

function readRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/roles/{id}/rates',
      summary: 'What an hour of a role begins with',
      guard: member('schedule.rates'),
      request: { params: roleParams },
      responses: { 200: answer },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const role = await findRole(tx, c.req.valid('param').id);
        if (role === null) return notFound(c);
        await parts.audit.append(tx, {
          ...byPerson(c.var.actor),
          action: 'schedule.rates_read',
          target: targetOf(role),
        });
        return c.json(await shown(parts, tx, role));
      }),
  );
}

function changeRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'put',
      path: '/api/schedule/roles/{id}/rates',
      summary: 'Set what an hour of a role begins with',
      guard: member('schedule.rates'),
      request: { params: roleParams, body: jsonBody(z.strictObject({ minor })) },
      responses: { 200: answer },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const role = await findRole(tx, c.req.valid('param').id, true);
        if (role === null) return notFound(c);
        await sealRoleRate(parts, tx, role.id, c.req.valid('json').minor);
        await parts.audit.append(tx, {
          ...byPerson(c.var.actor),
          action: 'schedule.rates_changed',
          target: targetOf(role),
        });
        return c.json(await shown(parts, tx, role));
      }),
  );
}
