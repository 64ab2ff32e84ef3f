import type { Context } from 'hono';
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
import { ownRole } from '../work/roles/roles.ts';
import { findRole } from '../work/roles/store.ts';
import { setMeasure, typeAmounts } from './change.ts';
import { projectForecast } from './projecting.ts';
import { bodies, forecastShape, projectedShape, roleParam, stretch } from './shapes.ts';
import { showForecast } from './show.ts';
import { measureOf } from './store.ts';

const answer = jsonAnswer(forecastShape, 'Each of the days');

/** What is expected in a role, and how far the plan is up to it. */
export function amountRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [readRoute(parts), changeRoute(parts), measureRoute(parts), projectRoute(parts)];
}

function readRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/forecast/{id}',
      summary: 'The forecast of a role by half hour, with who is needed and who is planned',
      guard: member('schedule.open'),
      request: { params: roleParam, query: stretch },
      responses: { 200: answer },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const role = await ownRole(tx, c.var, c.req.valid('param').id, findRole);
        return role === null ? notFound(c) : c.json(await showForecast(parts, tx, role, c.req.valid('query')), 200);
      }),
  );
}

function changeRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'put',
      path: '/api/schedule/forecast/{id}',
      summary: 'Type numbers into the forecast of a role, or take them out',
      guard: member('schedule.open'),
      bodyLimit: 300_000,
      request: { params: roleParam, body: jsonBody(bodies.changes) },
      responses: { 200: jsonAnswer(forecastShape, 'The days from the first that was changed to the last') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const role = await ownRole(tx, c.var, c.req.valid('param').id, (one, id) => findRole(one, id, true));
        if (role === null) return notFound(c);
        if (role.archived) return archived(c);
        const { revision, changes } = c.req.valid('json');
        if ((await measureOf(tx, role.id)).revision !== revision) return changedMeanwhile(c);
        await typeAmounts(parts, tx, c.var, role, changes);
        const days = changes.map(({ day }) => day).toSorted();
        return c.json(await showForecast(parts, tx, role, { from: days[0] ?? '', to: days.at(-1) ?? '' }), 200);
      }),
  );
}

function measureRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'put',
      path: '/api/schedule/forecast/{id}/measure',
      summary: 'Set in what the demand of a role is counted, and how much of it one person handles',
      guard: member('schedule.open'),
      request: { params: roleParam, body: jsonBody(bodies.measure) },
      responses: { 200: jsonAnswer(bodies.measure.extend({ revision: forecastShape.shape.revision }), 'As it is now') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const role = await ownRole(tx, c.var, c.req.valid('param').id, (one, id) => findRole(one, id, true));
        if (role === null) return notFound(c);
        if (role.archived) return archived(c);
        await setMeasure(parts, tx, c.var, role, c.req.valid('json'));
        return c.json(await measureOf(tx, role.id), 200);
      }),
  );
}

function projectRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/forecast/{id}/project',
      summary: 'Project the forecast of a role from past weeks, to look at or to write',
      guard: member('schedule.open'),
      request: { params: roleParam, body: jsonBody(bodies.project) },
      responses: { 200: jsonAnswer(projectedShape, 'Each of the days as it is to be') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const wanted = c.req.valid('json');
        const role = await ownRole(tx, c.var, c.req.valid('param').id, (one, id) => findRole(one, id, wanted.write));
        if (role === null) return notFound(c);
        if (role.archived) return archived(c);
        return c.json(await projectForecast(parts, tx, c.var, role, wanted), 200);
      }),
  );
}

/** The answer to a change of what somebody else has changed meanwhile. */
function changedMeanwhile(c: Context): Response {
  const sentence = 'Somebody has changed this forecast meanwhile. Load it again, then make your change.';
  return problem(c, 409, 'changed_meanwhile', sentence);
}

/** The answer to a change of a role that has no work any more. */
export function archived(c: Context): Response {
  return problem(c, 409, 'archived', 'This role is archived. Bring it back first.');
}
