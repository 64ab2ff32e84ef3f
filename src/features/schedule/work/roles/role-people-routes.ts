import { z } from '@hono/zod-openapi';
import { newId } from '../../../../platform/clock/index.ts';
import type { Tx } from '../../../../platform/db/index.ts';
import { type GuardedRoute, guarded, jsonAnswer, jsonBody, member, notFound } from '../../../../platform/http/index.ts';
import type { Asking } from '../../../../platform/policy/index.ts';
import { byPerson } from '../../acts.ts';
import { workersOf } from '../../asking.ts';
import type { ScheduleParts } from '../../parts.ts';
import { ids } from '../fields.ts';
import { refused } from './role-routes.ts';
import { ownRole, targetOf } from './roles.ts';
import { rankShape, roleParams } from './shapes.ts';
import { findRole, listRanks, putPeople, putRanks, whoKnows } from './store.ts';

const mostPeople = 5_000;

/** Who knows a role, and how well they are ranked in it. Those beyond a scheduler's reach stay as they are, unseen. */
export function rolePeopleRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [peopleRoute(parts), readRanksRoute(parts), ranksRoute(parts)];
}

const unknown = (field: string) => ({ fields: { [field]: 'There is no such person among those whom you schedule.' } });

function peopleRoute(parts: ScheduleParts): GuardedRoute {
  const shape = z.object({ people: z.array(z.string()) });
  return guarded(
    {
      method: 'put',
      path: '/api/schedule/roles/{id}/people',
      summary: 'Set who knows a role',
      guard: member('schedule.open'),
      request: { params: roleParams, body: jsonBody(z.strictObject({ people: ids(mostPeople) })) },
      responses: { 200: jsonAnswer(shape, 'Who knows it now') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const role = await ownRole(tx, c.var, c.req.valid('param').id, (one, id) => findRole(one, id, true));
        if (role === null) return notFound(c);
        const wanted = c.req.valid('json').people;
        const seen = new Set((await workersOf(parts, tx, c.var)).map(({ id }) => id));
        if (wanted.some((id) => !seen.has(id))) return refused(c, unknown('people'));
        const before = (await whoKnows(tx)).filter(({ roleId }) => roleId === role.id).map(({ personId }) => personId);
        const kept = before.filter((id) => wanted.includes(id) || !seen.has(id));
        const added = wanted.filter((id) => !before.includes(id));
        const rows = added.map((personId) => ({ id: newId(parts.clock), personId }));
        await putPeople(tx, role.id, rows, kept);
        const detail = { added: added.length, removed: before.length - kept.length };
        const entry = { action: 'schedule.role_people_changed', target: targetOf(role), detail } as const;
        await parts.audit.append(tx, { ...byPerson(c.var.actor), ...entry });
        return c.json({ people: wanted });
      }),
  );
}

async function shownRanks(parts: ScheduleParts, tx: Tx, asking: Asking, roleId: string) {
  const seen = new Set((await workersOf(parts, tx, asking)).map(({ id }) => id));
  const ranks = await listRanks(tx, { roleId });
  return ranks
    .filter(({ personId }) => seen.has(personId))
    .map(({ personId, weekday, rank }) => ({ personId, weekday, rank }));
}

const shown = jsonAnswer(z.object({ ranks: z.array(rankShape) }), 'Ranks, those for every day first');

function readRanksRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/roles/{id}/ranks',
      summary: 'The management ranks of people in a role',
      guard: member('schedule.open'),
      request: { params: roleParams },
      responses: { 200: shown },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const role = await ownRole(tx, c.var, c.req.valid('param').id, findRole);
        return role === null ? notFound(c) : c.json({ ranks: await shownRanks(parts, tx, c.var, role.id) });
      }),
  );
}

function ranksRoute(parts: ScheduleParts): GuardedRoute {
  const one = (rank: z.infer<typeof rankShape>) => `${rank.personId} ${rank.weekday}`;
  const ranks = z
    .array(rankShape)
    .max(8 * mostPeople, 'That is more than this is for.')
    .refine((all) => new Set(all.map(one)).size === all.length, 'Somebody has two ranks for one day.');
  return guarded(
    {
      method: 'put',
      path: '/api/schedule/roles/{id}/ranks',
      summary: 'Set the management ranks of people in a role',
      guard: member('schedule.open'),
      request: { params: roleParams, body: jsonBody(z.strictObject({ ranks })) },
      responses: { 200: shown },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const role = await ownRole(tx, c.var, c.req.valid('param').id, (on, id) => findRole(on, id, true));
        if (role === null) return notFound(c);
        const wanted = c.req.valid('json').ranks;
        const seen = new Set((await workersOf(parts, tx, c.var)).map(({ id }) => id));
        if (wanted.some(({ personId }) => !seen.has(personId))) return refused(c, unknown('ranks'));
        const unseen = (await listRanks(tx, { roleId: role.id })).filter(({ personId }) => !seen.has(personId));
        await putRanks(tx, role.id, [...wanted, ...unseen]);
        const entry = {
          action: 'schedule.ranks_changed',
          target: targetOf(role),
          detail: { ranks: wanted.length },
        } as const;
        await parts.audit.append(tx, { ...byPerson(c.var.actor), ...entry });
        return c.json({ ranks: await shownRanks(parts, tx, c.var, role.id) });
      }),
  );
}
