import { z } from '@hono/zod-openapi';
import {
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  member,
  notFound,
  problem,
} from '../../../../platform/http/index.ts';
import { dayOfDate } from '../../calendar/local.ts';
import type { ScheduleParts } from '../../parts.ts';
import { readSettings } from '../../work/settings/read-settings.ts';
import { accountingOf } from '../../work/settings/settings.ts';
import { undoStep } from '../assigning/steps.ts';
import { recordPlanAct } from '../record.ts';
import { bodies, periodShape, planShape, queries, undoneShape } from '../shapes.ts';
import { showPeriods, showPlan, withUnopened } from '../view.ts';
import { openPeriod } from './open.ts';
import { periodsBetween } from './store.ts';

export const idParam = z.object({ id: z.uuid() });

/** Periods: which there are, opening one, what a scheduler sees of it, taking back. */
export function periodRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [listRoute(parts), openRoute(parts), planRoute(parts), undoRoute(parts)];
}

function listRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/periods',
      summary: 'The periods of a stretch of days, opened or not',
      guard: member('schedule.open'),
      request: { query: queries.days },
      responses: { 200: jsonAnswer(z.object({ periods: z.array(periodShape) }), 'By their first day') },
    },
    async (c) => {
      const { from, to } = c.req.valid('query');
      const periods = await parts.db.inOrg(c.var.orgId, async (tx) => {
        const accounting = accountingOf(await readSettings(parts, tx));
        const opened = await showPeriods(tx, await periodsBetween(tx, from, to));
        return withUnopened(opened, { accounting }, dayOfDate(from) ?? 0, dayOfDate(to) ?? 0);
      });
      return c.json({ periods }, 200);
    },
  );
}

function openRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/periods',
      summary: 'Open a period: its shifts are written down, and people can be put on them',
      guard: member('schedule.open'),
      request: { body: jsonBody(bodies.period) },
      responses: { 201: jsonAnswer(periodShape, 'The period, also when it was open already') },
    },
    async (c) => {
      const { firstDay } = c.req.valid('json');
      const opened = await parts.db.inOrg(c.var.orgId, async (tx) => {
        const done = await openPeriod(parts, tx, firstDay);
        if ('refused' in done) return done;
        if (done.isNew) await recordPlanAct(parts, tx, c.var, 'schedule.period_opened', done.period.id);
        const [shown] = await showPeriods(tx, await periodsBetween(tx, firstDay, firstDay));
        return { shown };
      });
      if ('refused' in opened) {
        const status = opened.refused === 'overlaps' ? 409 : 422;
        return problem(c, status, opened.refused, opened.sentence, { fields: { firstDay: opened.sentence } });
      }
      return opened.shown === undefined ? notFound(c) : c.json(opened.shown, 201);
    },
  );
}

function planRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/plan',
      summary: 'Shifts and who is on them, within my reach',
      guard: member('schedule.open'),
      request: { query: queries.plan },
      responses: { 200: jsonAnswer(planShape, 'The plan') },
    },
    async (c) => {
      const { from, to, locations, roles } = c.req.valid('query');
      const query = { from, to, ...(locations ? { locations } : {}), ...(roles ? { roles } : {}) };
      return c.json(await parts.db.inOrg(c.var.orgId, (tx) => showPlan(parts, tx, c.var, query)), 200);
    },
  );
}

function undoRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/periods/{id}/undo',
      summary: 'Take back the last change of the plan in my reach',
      guard: member('schedule.open'),
      request: { params: idParam },
      responses: { 200: jsonAnswer(undoneShape, 'What was taken back') },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const undone = await parts.db.inOrg(c.var.orgId, (tx) => undoStep(parts, tx, c.var, id));
      if (undone === null) return notFound(c);
      if ('refused' in undone) return problem(c, 409, 'cannot_undo', undone.refused);
      return c.json(undone, 200);
    },
  );
}
