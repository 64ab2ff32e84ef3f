import { z } from '@hono/zod-openapi';
import { newId } from '../../../../platform/clock/index.ts';
import type { Tx } from '../../../../platform/db/index.ts';
import { type GuardedRoute, guarded, jsonAnswer, jsonBody, member, notFound } from '../../../../platform/http/index.ts';
import type { Worker } from '../../../people/index.ts';
import { byPerson } from '../../acts.ts';
import { mayDecide, workerAt } from '../../asking.ts';
import type { ScheduleParts } from '../../parts.ts';
import { personParams } from '../../work/fields.ts';
import { refused } from '../../work/roles/role-routes.ts';
import { dayIn } from '../../work/settings/read-settings.ts';
import { insertEntry } from './balances/store.ts';
import { balancesOf } from './balances.ts';
import { balanceShape } from './shapes.ts';

const answer = jsonAnswer(
  z.object({ balances: z.array(balanceShape) }),
  'By kind; what is asked for is not taken off yet',
);

/** How much time off somebody has. */
export function balanceRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [readRoute(parts), correctRoute(parts)];
}

async function shown(parts: ScheduleParts, tx: Tx, worker: Worker) {
  const balances = await balancesOf(parts, tx, worker);
  return {
    balances: balances.map(({ kind: { id, name, accrual, dayMinutes }, ...sums }) => ({
      ...{ kindId: id, name, accrual, dayMinutes },
      ...sums,
    })),
  };
}

function readRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/people/{id}/balances',
      summary: 'How much time off is left: mine, or of somebody whom I schedule',
      guard: member('schedule.take_part'),
      request: { params: personParams },
      responses: { 200: answer },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const worker = await workerAt(parts, tx, c.var, c.req.valid('param').id);
        return worker === null ? notFound(c) : c.json(await shown(parts, tx, worker));
      }),
  );
}

function correctRoute(parts: ScheduleParts): GuardedRoute {
  const minutes = z
    .number()
    .int('Please enter whole minutes.')
    .min(-527_040, 'That is more than a year has.')
    .max(527_040, 'That is more than a year has.')
    .refine((by) => by !== 0, 'Nothing would change.');
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/people/{id}/balances',
      summary: 'Correct how much time off somebody whom I schedule has',
      guard: member('schedule.open'),
      request: { params: personParams, body: jsonBody(z.strictObject({ kindId: z.uuid().toLowerCase(), minutes })) },
      responses: { 200: answer },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const worker = await workerAt(parts, tx, c.var, c.req.valid('param').id);
        if (worker === null || !mayDecide(c.var, worker)) return notFound(c);
        const { kindId, minutes: by } = c.req.valid('json');
        const counted = (await balancesOf(parts, tx, worker)).some(
          ({ kind, minutes: left }) => kind.id === kindId && left !== null,
        );
        if (!counted) return refused(c, { fields: { kindId: 'There is no such kind of time off that is counted.' } });
        const day = dayIn((await parts.people.organisation(tx)).timeZone, parts.clock.now());
        const entry = { id: newId(parts.clock), personId: worker.id, kindId, minutes: by, day };
        await insertEntry(tx, entry, null, parts.clock.now());
        const target = { type: 'person', id: worker.id };
        const detail = { kind: kindId, minutes: by };
        await parts.audit.append(tx, {
          ...byPerson(c.var.actor),
          action: 'schedule.balance_corrected',
          target,
          detail,
        });
        return c.json(await shown(parts, tx, worker));
      }),
  );
}
