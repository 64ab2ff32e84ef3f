import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Tx } from '../../../../platform/db/index.ts';
import {
  emptyAnswer,
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  member,
  notFound,
  problem,
} from '../../../../platform/http/index.ts';
import type { Asking } from '../../../../platform/policy/index.ts';
import { workersOf } from '../../asking.ts';
import type { ScheduleParts } from '../../parts.ts';
import { seriesCounts } from '../series/store.ts';
import { openRates } from './rates.ts';
import type { WorkRole } from './role.ts';
import { addRole, changeRole, ownRole, visibleRoles, type Wrong } from './roles.ts';
import { roleChange, roleParams, roleShape, wantedRole } from './shapes.ts';
import { findRole, whoKnows } from './store.ts';

/** Jobs at locations: schedulers describe those in their reach, everybody sees those that they know. */
export function roleRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [listRoute(parts), addRoute(parts), changeRoute(parts), archiveRoute(parts)];
}

/** How a role is shown: the people whom the asking person may see, rates for who answers for pay. */
async function shownRoles(
  parts: ScheduleParts,
  tx: Tx,
  asking: Asking,
  wanted: (role: WorkRole) => boolean = () => true,
) {
  const { actor, orgId, allowed } = asking;
  const knowing = await whoKnows(tx);
  const seen = new Set((await workersOf(parts, tx, asking)).map(({ id }) => id));
  const own = new Set(knowing.filter(({ personId }) => personId === actor.personId).map(({ roleId }) => roleId));
  const roles = (await visibleRoles(tx, asking, own)).filter(wanted);
  const counts = await seriesCounts(tx);
  const seesRates = allowed('schedule.rates', { type: 'Organisation', id: orgId, orgId });
  const rates = seesRates ? await openRates(parts, tx) : new Map<string, number>();
  const { currency } = await parts.people.organisation(tx);
  return roles.map(({ conditions, ...role }) => {
    const minor = rates.get(role.id);
    return {
      ...role,
      conditions: conditions.map(({ qualification, condition }) => ({ qualificationId: qualification, condition })),
      people: knowing
        .filter(({ roleId, personId }) => roleId === role.id && seen.has(personId))
        .map(({ personId }) => personId),
      series: counts.get(role.id) ?? 0,
      rate: minor === undefined ? null : { minor, currency },
    };
  });
}

async function shownRole(parts: ScheduleParts, tx: Tx, asking: Asking, id: string) {
  const [role] = await shownRoles(parts, tx, asking, (one) => one.id === id);
  if (role === undefined) throw new Error('a role that was just written is gone');
  return role;
}

function listRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/roles',
      summary: 'The roles that I schedule or know',
      guard: member('schedule.take_part'),
      responses: { 200: jsonAnswer(z.object({ roles: z.array(roleShape) }), 'By name, archived ones last') },
    },
    async (c) => c.json({ roles: await parts.db.inOrg(c.var.orgId, (tx) => shownRoles(parts, tx, c.var)) }),
  );
}

type Conditions = readonly {
  readonly qualificationId: string;
  readonly condition: WorkRole['conditions'][number]['condition'];
}[];

const conditionsOf = (conditions: Conditions): WorkRole['conditions'] =>
  conditions.map(({ qualificationId, condition }) => ({ qualification: qualificationId, condition }));

function addRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/roles',
      summary: 'Add a role at a location',
      guard: member('schedule.open'),
      request: { body: jsonBody(wantedRole) },
      responses: { 201: jsonAnswer(roleShape, 'Added') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const wanted = c.req.valid('json');
        const added = await addRole(parts, tx, c.var, { ...wanted, conditions: conditionsOf(wanted.conditions) });
        return 'fields' in added ? refused(c, added) : c.json(await shownRole(parts, tx, c.var, added.id), 201);
      }),
  );
}

/** The answer to what can't be so. */
export function refused(c: Context, { fields }: Wrong): Response {
  return problem(c, 422, 'invalid', Object.values(fields)[0] ?? '', { fields });
}

function changeRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'patch',
      path: '/api/schedule/roles/{id}',
      summary: 'Change a role, archive it or bring it back',
      guard: member('schedule.open'),
      request: { params: roleParams, body: jsonBody(roleChange) },
      responses: { 200: jsonAnswer(roleShape, 'As it is now') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const role = await ownRole(tx, c.var, c.req.valid('param').id, (one, id) => findRole(one, id, true));
        if (role === null) return notFound(c);
        const { conditions, ...rest } = c.req.valid('json');
        const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
        const change = { ...given, ...(conditions ? { conditions: conditionsOf(conditions) } : {}) };
        const after = await changeRole(parts, tx, c.var, role, change);
        return 'fields' in after ? refused(c, after) : c.json(await shownRole(parts, tx, c.var, role.id));
      }),
  );
}

function archiveRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'delete',
      path: '/api/schedule/roles/{id}',
      summary: 'Archive a role: it has no further shifts, what was stays',
      guard: member('schedule.open'),
      request: { params: roleParams },
      responses: { 204: emptyAnswer('Archived') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const role = await ownRole(tx, c.var, c.req.valid('param').id, (one, id) => findRole(one, id, true));
        if (role === null) return notFound(c);
        const after = await changeRole(parts, tx, c.var, role, { archived: true });
        return 'fields' in after ? refused(c, after) : c.body(null, 204);
      }),
  );
}
