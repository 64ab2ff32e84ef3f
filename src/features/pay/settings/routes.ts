import { z } from '@hono/zod-openapi';
import { type GuardedRoute, guarded, jsonAnswer, jsonBody, member } from '../../../platform/http/index.ts';
import type { PayParts } from '../parts.ts';
import { readPaySettings, writePaySettings } from './store.ts';

const shape = z.strictObject({
  /** Managers see what those who report to them directly earn. */
  managersSee: z.boolean(),
  /** A wage holds once somebody else than who entered it has confirmed it. */
  secondPerson: z.boolean(),
  /** How many people approve a raise, beside who proposes it. */
  approvals: z.int().min(1, 'A raise is approved by one person at least.').max(3, 'Three approvals are the most.'),
  /** People see the band of their title, and where they stand in it. */
  peopleSeeBands: z.boolean(),
});
/** What is left out stays as it is. */
const wantedShape = shape.partial({ approvals: true, peopleSeeBands: true });

/** How the organisation wants its pay to be handled. */
export function paySettingRoutes(parts: PayParts): readonly GuardedRoute[] {
  return [readRoute(parts), changeRoute(parts)];
}

function readRoute({ db }: PayParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/pay/settings',
      summary: 'Who sees pay, and whether entries are confirmed by a second person',
      guard: member('pay.administer'),
      responses: { 200: jsonAnswer(shape, 'The settings') },
    },
    async (c) => c.json(await db.inOrg(c.var.orgId, readPaySettings), 200),
  );
}

function changeRoute({ db, clock, audit }: PayParts): GuardedRoute {
  return guarded(
    {
      method: 'put',
      path: '/api/pay/settings',
      summary: 'Change who sees pay, and whether entries are confirmed by a second person',
      guard: member('pay.settings', { stepUp: true }),
      request: { body: jsonBody(wantedShape) },
      responses: { 200: jsonAnswer(shape, 'The settings') },
    },
    async (c) =>
      db.inOrg(c.var.orgId, async (tx) => {
        const { approvals, peopleSeeBands, ...given } = c.req.valid('json');
        const before = await readPaySettings(tx);
        const wanted = {
          ...given,
          approvals: approvals ?? before.approvals,
          peopleSeeBands: peopleSeeBands ?? before.peopleSeeBands,
        };
        const keys = ['managersSee', 'secondPerson', 'approvals', 'peopleSeeBands'] as const;
        const fields = keys.filter((key) => before[key] !== wanted[key]).join(',');
        await writePaySettings(tx, wanted, clock.now());
        await audit.append(tx, {
          actor: { kind: 'person', id: c.var.actor.personId },
          action: 'pay.settings_changed',
          target: { type: 'organisation', id: c.var.orgId },
          detail: { fields },
        });
        return c.json(wanted, 200);
      }),
  );
}
