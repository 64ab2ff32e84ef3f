import {
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  member,
  notFound,
  problem,
} from '../../../platform/http/index.ts';
import type { ScheduleParts } from '../parts.ts';
import { neverTwice } from '../plan/answer.ts';
import { ownRole } from '../work/roles/roles.ts';
import { findRole } from '../work/roles/store.ts';
import { archived } from './forecast-routes.ts';
import { proposeHeadcount } from './headcount.ts';
import { bodies, headcountShape, headcountTakenShape, roleParam, stretch } from './shapes.ts';
import { HeadcountRefused, takeHeadcount } from './take-headcount.ts';

/** How many people shifts should have by the forecast, and giving them as many. */
export function headcountRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [proposeRoute(parts), takeRoute(parts)];
}

function proposeRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/forecast/{id}/headcount',
      summary: 'The fewest people on the shifts of a role that cover its forecast, and what no shift covers',
      guard: member('schedule.open'),
      request: { params: roleParam, query: stretch },
      responses: { 200: jsonAnswer(headcountShape, 'The shifts that begin on these days, by beginning') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const role = await ownRole(tx, c.var, c.req.valid('param').id, findRole);
        return role === null ? notFound(c) : c.json(await proposeHeadcount(parts, tx, role, c.req.valid('query')), 200);
      }),
  );
}

function takeRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/forecast/{id}/headcount',
      summary: 'Change how many people single shifts of a role need, all of them or none',
      guard: member('schedule.open'),
      request: { params: roleParam, body: jsonBody(bodies.headcount) },
      responses: { 200: jsonAnswer(headcountTakenShape, 'How many shifts were changed') },
    },
    (c) => {
      const act = async () => {
        const done = await parts.db.inOrg(c.var.orgId, async (tx) => {
          const role = await ownRole(tx, c.var, c.req.valid('param').id, findRole);
          if (role === null) return null;
          if (role.archived) return 'archived';
          return takeHeadcount(parts, tx, c.var, role, c.req.valid('json').shifts);
        });
        if (done === null) return notFound(c);
        if (done === 'archived') return archived(c);
        if (done !== 'changed_meanwhile') return c.json({ ...done, findings: [...done.findings] }, 200);
        const sentence = 'Somebody has changed one of these shifts meanwhile. Look at the proposal again.';
        return problem(c, 409, 'changed_meanwhile', sentence);
      };
      return neverTwice(
        c,
        act().catch((error: unknown) => {
          if (!(error instanceof HeadcountRefused)) throw error;
          const { sentences: fields } = error;
          return problem(c, 422, 'not_possible', Object.values(fields).join(' '), { fields });
        }),
      );
    },
  );
}
