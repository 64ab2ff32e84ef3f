import type { Tx } from '../../../../platform/db/index.ts';
import { type GuardedRoute, guarded, jsonAnswer, jsonBody, member, notFound } from '../../../../platform/http/index.ts';
import type { Asking } from '../../../../platform/policy/index.ts';
import { byPerson } from '../../acts.ts';
import { mayPlan } from '../../asking.ts';
import type { ScheduleParts } from '../../parts.ts';
import { refused } from './role-routes.ts';
import { orderShape } from './shapes.ts';
import { listRoles, putImportance, putWeekdayImportance, weekdayImportance } from './store.ts';

const answer = jsonAnswer(orderShape.required(), 'The order; what has no place is filled after all that has');

/** The simple scheduling order: which roles and which days of the week are filled first. */
export function orderRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [readRoute(parts), changeRoute(parts)];
}

async function shown(tx: Tx, asking: Asking) {
  const roles = (await listRoles(tx)).filter((role) => !role.archived && mayPlan(asking, role));
  return { roles: roles.map(({ id, importance }) => ({ id, importance })), weekdays: await weekdayImportance(tx) };
}

function readRoute({ db }: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/order',
      summary: 'What the schedule fills first',
      guard: member('schedule.open'),
      responses: { 200: answer },
    },
    async (c) => c.json(await db.inOrg(c.var.orgId, (tx) => shown(tx, c.var))),
  );
}

function changeRoute({ db, audit }: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'put',
      path: '/api/schedule/order',
      summary: 'Set what the schedule fills first: roles that I schedule, and for managers days of the week',
      guard: member('schedule.open'),
      request: { body: jsonBody(orderShape) },
      responses: { 200: answer },
    },
    async (c) => {
      const { roles, weekdays } = c.req.valid('json');
      const { orgId, actor, allowed } = c.var;
      return db.inOrg(orgId, async (tx) => {
        const own = new Set((await shown(tx, c.var)).roles.map(({ id }) => id));
        if (roles.some(({ id }) => !own.has(id))) return notFound(c);
        if (weekdays !== undefined && !allowed('schedule.settings', { type: 'Organisation', id: orgId, orgId }))
          return refused(c, {
            fields: { weekdays: 'Days of the week are ranked by owners and admins, for everybody.' },
          });
        for (const { id, importance } of roles) await putImportance(tx, id, importance);
        if (weekdays !== undefined) await putWeekdayImportance(tx, weekdays);
        const after = await shown(tx, c.var);
        const target = { type: 'organisation', id: orgId };
        const detail = { roles: roles.length, weekdays: after.weekdays.length };
        await audit.append(tx, { ...byPerson(actor), action: 'schedule.order_changed', target, detail });
        return c.json(after);
      });
    },
  );
}
