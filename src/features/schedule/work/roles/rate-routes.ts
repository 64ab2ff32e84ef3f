import { z } from '@hono/zod-openapi';
import type { Tx } from '../../../../platform/db/index.ts';
import { type GuardedRoute, guarded, jsonAnswer, jsonBody, member, notFound } from '../../../../platform/http/index.ts';
import type { Actor } from '../../../../platform/policy/index.ts';
import { byPerson } from '../../acts.ts';
import type { ScheduleParts } from '../../parts.ts';
import { openRates, sealPersonRate, sealRoleRate } from './rates.ts';
import type { WorkRole } from './role.ts';
import { refused } from './role-routes.ts';
import { targetOf } from './roles.ts';
import { roleParams } from './shapes.ts';
import { findRole, whoKnows } from './store.ts';

const minor = z
  .number()
  .int('Please enter a whole amount.')
  .min(0, 'An amount is not below zero.')
  .max(100_000_000, 'That is more than an hour costs.')
  .nullable();
const ofPerson = z.strictObject({ personId: z.uuid().toLowerCase(), minor });
const shape = z.object({ currency: z.string(), minor, people: z.array(ofPerson) });
const answer = jsonAnswer(shape, 'In minor units of the currency; people only where theirs differs');

/** What an hour costs, in a role and for people in it: only for those who answer for pay. Reading it is recorded. */
export function rateRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [readRoute(parts), changeRoute(parts)];
}

async function shown(parts: ScheduleParts, tx: Tx, { id }: WorkRole) {
  const rates = await openRates(parts, tx, id);
  const { currency } = await parts.people.organisation(tx);
  const people = rates.people.map(({ personId, minor: own }) => ({ personId, minor: own }));
  return { currency, minor: rates.roles.get(id) ?? null, people };
}

function readRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/roles/{id}/rates',
      summary: 'What an hour costs in a role',
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

type Wanted = { readonly minor: number | null; readonly people: readonly z.infer<typeof ofPerson>[] };

function changeRoute(parts: ScheduleParts): GuardedRoute {
  const people = z.array(ofPerson).max(5_000, 'That is more than this is for.');
  return guarded(
    {
      method: 'put',
      path: '/api/schedule/roles/{id}/rates',
      summary: 'Set what an hour costs in a role, and for people in it',
      guard: member('schedule.rates'),
      request: { params: roleParams, body: jsonBody(z.strictObject({ minor, people })) },
      responses: { 200: answer },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const role = await findRole(tx, c.req.valid('param').id, true);
        if (role === null) return notFound(c);
        const wanted = c.req.valid('json');
        const known = await seal(parts, tx, role, wanted, c.var.actor);
        if (!known) return refused(c, { fields: { people: 'Somebody in the list does not know this role.' } });
        return c.json(await shown(parts, tx, role));
      }),
  );
}

/** Writes all rates of a role; false, with nothing written, where somebody does not know it. */
async function seal(parts: ScheduleParts, tx: Tx, role: WorkRole, wanted: Wanted, actor: Actor): Promise<boolean> {
  const roleId = role.id;
  const before = await openRates(parts, tx, roleId);
  const named = new Set(wanted.people.map(({ personId }) => personId));
  const knowing = (await whoKnows(tx, [...named])).filter((one) => one.roleId === roleId);
  if (knowing.length < named.size) return false;
  for (const { personId, minor: own } of wanted.people) await sealPersonRate(parts, tx, { roleId, personId }, own);
  for (const { personId } of before.people)
    if (!named.has(personId)) await sealPersonRate(parts, tx, { roleId, personId }, null);
  await sealRoleRate(parts, tx, roleId, wanted.minor);
  const detail = { people: wanted.people.filter(({ minor: own }) => own !== null).length };
  await parts.audit.append(tx, {
    ...byPerson(actor),
    action: 'schedule.rates_changed',
    target: targetOf(role),
    detail,
  });
  return true;
}
