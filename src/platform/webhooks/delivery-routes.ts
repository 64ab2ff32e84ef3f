import { z } from '@hono/zod-openapi';
import type { Tx } from '../db/index.ts';
import {
  emptyAnswer,
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  member,
  notFound,
  problem,
} from '../http/index.ts';
import type { WebhookContext } from './context.ts';
import { findDelivery, listDeliveries } from './delivery-store.ts';
import type { Endpoint } from './endpoint.ts';
import { entryOf } from './records.ts';
import { redeliver, redeliverFailed } from './redelivering.ts';
import { deliveryShape, idParam, resourceOf, showDelivery } from './shapes.ts';
import { findEndpoint } from './store.ts';

const guard = member('webhooks.manage', { keys: true });
const pageSize = 50;
const paused = 'It is paused. Switch it on first.';
const limit = { name: 'webhook-again', points: 60, seconds: 600 };

/** What was sent to an end-point in the last seven days, and sending it again. */
export function deliveryRoutes(context: WebhookContext): readonly GuardedRoute[] {
  return [listRoute(context), readRoute(context), againRoute(context), allAgainRoute(context)];
}

type Allowed = (action: string, resource: ReturnType<typeof resourceOf>) => boolean;

/** The end-point, if it is there and whoever asks may change it. */
async function allowedEndpoint(tx: Tx, id: string, allowed: Allowed): Promise<Endpoint | null> {
  const endpoint = await findEndpoint(tx, id);
  if (endpoint === null || tx.orgId === null) return null;
  return allowed('webhooks.change', resourceOf(endpoint, tx.orgId)) ? endpoint : null;
}

function listRoute({ db }: WebhookContext): GuardedRoute {
  const query = z.object({ state: z.enum(['waiting', 'delivered', 'failed']).optional(), before: z.uuid().optional() });
  const shape = z.object({ deliveries: z.array(deliveryShape), next: z.uuid().nullable() });
  return guarded(
    {
      method: 'get',
      path: '/api/webhooks/{id}/deliveries',
      summary: 'What was sent to an end-point in the last seven days',
      guard,
      request: { params: idParam, query },
      responses: { 200: jsonAnswer(shape, 'A page, the newest first; `next` is the `before` of the following one') },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const { state, before } = c.req.valid('query');
      const found = await db.inOrg(c.var.orgId, async (tx) => {
        if ((await allowedEndpoint(tx, id, c.var.allowed)) === null) return null;
        return listDeliveries(tx, { endpointId: id, state, before, limit: pageSize + 1 });
      });
      if (found === null) return notFound(c);
      const page = found.slice(0, pageSize);
      const next = found.length > pageSize ? (page.at(-1)?.id ?? null) : null;
      return c.json({ deliveries: page.map(showDelivery), next }, 200);
    },
  );
}

function readRoute({ db }: WebhookContext): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/webhook-deliveries/{id}',
      summary: 'A delivery with the body that is sent',
      guard,
      request: { params: idParam },
      responses: { 200: jsonAnswer(deliveryShape.extend({ body: z.string() }), 'The delivery') },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const found = await db.inOrg(c.var.orgId, async (tx) => {
        const delivery = await findDelivery(tx, id);
        return delivery && (await allowedEndpoint(tx, delivery.endpointId, c.var.allowed)) && delivery;
      });
      return found === null ? notFound(c) : c.json({ ...showDelivery(found), body: found.body }, 200);
    },
  );
}

function againRoute(context: WebhookContext): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/webhook-deliveries/{id}/again',
      summary: 'Send a delivery again, now',
      guard,
      limit,
      request: { params: idParam },
      responses: { 202: emptyAnswer('On its way') },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const state = await context.db.inOrg(c.var.orgId, async (tx) => {
        const known = await findDelivery(tx, id);
        const endpoint = known && (await allowedEndpoint(tx, known.endpointId, c.var.allowed));
        const delivery = endpoint && (await findDelivery(tx, id, true));
        if (!delivery || !endpoint) return null;
        if (endpoint.state === 'enabled') {
          await redeliver(context, tx, delivery);
          await context.audit.append(tx, entryOf(c.var.actor, 'webhooks.sent_again', endpoint.id, { deliveries: 1 }));
        }
        return endpoint.state;
      });
      if (state === null) return notFound(c);
      return state === 'enabled' ? c.body(null, 202) : problem(c, 409, 'paused', paused);
    },
  );
}

function allAgainRoute(context: WebhookContext): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/webhooks/{id}/again',
      summary: 'Send everything again that has failed since a moment, at most a thousand deliveries',
      guard,
      limit,
      request: { params: idParam, body: jsonBody(z.strictObject({ since: z.iso.datetime({ offset: true }) })) },
      responses: { 202: jsonAnswer(z.object({ deliveries: z.number().int() }), 'How many are on their way') },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const since = new Date(c.req.valid('json').since);
      const result = await context.db.inOrg(c.var.orgId, async (tx) => {
        const endpoint = await allowedEndpoint(tx, id, c.var.allowed);
        if (endpoint === null) return null;
        if (endpoint.state === 'paused') return 'paused';
        const deliveries = await redeliverFailed(context, tx, id, since);
        await context.audit.append(tx, entryOf(c.var.actor, 'webhooks.sent_again', id, { deliveries }));
        return { deliveries };
      });
      if (result === null) return notFound(c);
      return result === 'paused' ? problem(c, 409, 'paused', paused) : c.json(result, 202);
    },
  );
}
