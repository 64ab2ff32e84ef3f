import { z } from '@hono/zod-openapi';
import type { Tx } from '../../../../platform/db/index.ts';
import {
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  member,
  notFound,
  problem,
} from '../../../../platform/http/index.ts';
import type { ScheduleParts } from '../../parts.ts';
import { listRoles } from '../../work/roles/store.ts';
import { neverTwice } from '../answer.ts';
import { idParam } from '../periods/routes.ts';
import { findPeriod } from '../periods/store.ts';
import type { Scheduler } from '../reach.ts';
import { recordPlanAct } from '../record.ts';
import { bodies, updateShape } from '../shapes.ts';
import { askForUpdate, plansUpdate, showUpdate } from './ask.ts';
import { askToStop, findUpdate, listUpdates, type PlanUpdate, setUpdateState } from './store.ts';
import { TakenMeanwhile, takeUpdate } from './take.ts';

/** "Update schedule": asked for, watched, stopped, taken or dropped. */
export function updateRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [askRoute(parts), listRoute(parts), readRoute(parts), stopRoute(parts), takeRoute(parts), dropRoute(parts)];
}

function askRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/periods/{id}/updates',
      summary: 'Update the schedule: fill open shifts and improve what is not pinned, as a draft',
      guard: member('schedule.open'),
      request: { params: idParam, body: jsonBody(bodies.update) },
      responses: { 202: jsonAnswer(z.object({ id: z.string() }), 'It is at work') },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const asked = await parts.db.inOrg(c.var.orgId, (tx) => askForUpdate(parts, tx, c.var, id, c.req.valid('json')));
      if (asked === null) return notFound(c);
      return 'refused' in asked ? problem(c, 409, asked.refused, asked.sentence) : c.json({ id: asked.id }, 202);
    },
  );
}

function listRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/periods/{id}/updates',
      summary: 'The last updates of a period, the latest first',
      guard: member('schedule.open'),
      request: { params: idParam },
      responses: { 200: jsonAnswer(z.object({ updates: z.array(updateShape) }), 'Those of my reach') },
    },
    async (c) => {
      const updates = await parts.db.inOrg(c.var.orgId, async (tx) => {
        const period = await findPeriod(tx, c.req.valid('param').id);
        if (period === null) return null;
        const roles = await listRoles(tx);
        return (await listUpdates(tx, period.id)).filter((update) => plansUpdate(c.var, roles, update));
      });
      return updates === null ? notFound(c) : c.json({ updates: updates.map(showUpdate) }, 200);
    },
  );
}

/** An update in reach, kept from others; null where there is none. */
async function inReach(tx: Tx, who: Scheduler, id: string, lock = true): Promise<PlanUpdate | null> {
  const update = await findUpdate(tx, id, lock);
  return update !== null && plansUpdate(who, await listRoles(tx), update) ? update : null;
}

function readRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/updates/{id}',
      summary: 'How far an update is, or what it would change',
      guard: member('schedule.open'),
      request: { params: idParam },
      responses: { 200: jsonAnswer(updateShape, 'The update') },
    },
    async (c) => {
      const update = await parts.db.inOrg(c.var.orgId, (tx) => inReach(tx, c.var, c.req.valid('param').id, false));
      return update === null ? notFound(c) : c.json(showUpdate(update), 200);
    },
  );
}

const answers = { 200: jsonAnswer(updateShape, 'The update as it is now') };

function stopRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/updates/{id}/stop',
      summary: 'Stop an update and keep the best that it has found',
      guard: member('schedule.open'),
      request: { params: idParam },
      responses: answers,
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const stopped = await parts.db.inOrg(c.var.orgId, async (tx) => {
        const update = await inReach(tx, c.var, id);
        if (update === null) return null;
        if (update.state !== 'waiting' && update.state !== 'running') return 'over' as const;
        await askToStop(tx, id, parts.clock.now());
        await recordPlanAct(parts, tx, c.var, 'schedule.update_stopped', update.periodId, { update: id });
        return findUpdate(tx, id);
      });
      if (stopped === null) return notFound(c);
      if (stopped === 'over') return problem(c, 409, 'wrong_state', 'This update is not at work any more.');
      return c.json(showUpdate(stopped), 200);
    },
  );
}

function takeRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/updates/{id}/take',
      summary: 'Take a finished update over into the plan',
      guard: member('schedule.open'),
      request: { params: idParam },
      responses: answers,
    },
    (c) => {
      const { id } = c.req.valid('param');
      const act = async () => {
        const taken = await parts.db.inOrg(c.var.orgId, async (tx) => {
          const update = await inReach(tx, c.var, id);
          if (update === null) return null;
          const { state, outcome } = update;
          if (state !== 'done' || outcome === null) return { refused: 'There is no finished update to take.' };
          const done = await takeUpdate(parts, tx, c.var, { ...update, outcome });
          return done === 'taken' ? { ...update, state: 'taken' as const } : done;
        });
        if (taken === null) return notFound(c);
        return 'refused' in taken ? problem(c, 409, 'plan_changed', taken.refused) : c.json(showUpdate(taken), 200);
      };
      return neverTwice(
        c,
        act().catch((error: unknown) => {
          if (error instanceof TakenMeanwhile) return problem(c, 409, 'plan_changed', error.sentence);
          throw error;
        }),
      );
    },
  );
}

function dropRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/updates/{id}/drop',
      summary: 'Drop an update, at work or finished; the plan stays as it is',
      guard: member('schedule.open'),
      request: { params: idParam },
      responses: answers,
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const dropped = await parts.db.inOrg(c.var.orgId, async (tx) => {
        const update = await inReach(tx, c.var, id);
        if (update === null) return null;
        if (update.state === 'taken') return 'taken' as const;
        await setUpdateState(tx, id, 'dropped', parts.clock.now());
        await recordPlanAct(parts, tx, c.var, 'schedule.update_dropped', update.periodId, { update: id });
        return { ...update, state: 'dropped' as const };
      });
      if (dropped === null) return notFound(c);
      if (dropped === 'taken')
        return problem(c, 409, 'wrong_state', 'This update was taken. Take it back with “Undo”.');
      return c.json(showUpdate(dropped), 200);
    },
  );
}
