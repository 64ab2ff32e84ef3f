import { z } from '@hono/zod-openapi';
import type { OrgId } from '../db/index.ts';
import type { Delivery, Endpoint } from './endpoint.ts';

export const idParam = z.object({ id: z.uuid() });
const moment = z.iso.datetime().nullable();

export const endpointShape = z
  .object({
    id: z.uuid(),
    name: z.string(),
    url: z.string(),
    events: z.array(z.string()),
    state: z.enum(['enabled', 'paused']),
    /** Why it is paused: by hand, because it answered 410, or because nothing arrived there for five days. */
    why: z.enum(['by_hand', 'gone', 'failing']).nullable(),
    /** Since when nothing has arrived. */
    failingSince: moment,
    /** Until when deliveries are signed with the secret before, too. */
    formerUntil: moment,
    createdAt: z.iso.datetime(),
  })
  .openapi('Webhook');

export const deliveryShape = z
  .object({
    id: z.uuid(),
    eventId: z.uuid(),
    type: z.string(),
    state: z.enum(['waiting', 'delivered', 'failed']),
    tries: z.number().int(),
    lastStatus: z.number().int().nullable(),
    lastProblem: z.string().nullable(),
    lastTriedAt: moment,
    nextTryAt: moment,
    createdAt: z.iso.datetime(),
  })
  .openapi('WebhookDelivery');

const iso = (at: Date | null) => at?.toISOString() ?? null;

export function showEndpoint(endpoint: Endpoint): z.infer<typeof endpointShape> {
  const { id, name, url, events, state, why } = endpoint;
  return {
    ...{ id, name, url, events: [...events], state, why },
    ...{ failingSince: iso(endpoint.failingSince), formerUntil: iso(endpoint.formerUntil) },
    createdAt: endpoint.createdAt.toISOString(),
  };
}

export function showDelivery(delivery: Delivery): z.infer<typeof deliveryShape> {
  const { id, eventId, type, state, tries, lastStatus, lastProblem } = delivery;
  return {
    ...{ id, eventId, type, state, tries, lastStatus, lastProblem },
    ...{ lastTriedAt: iso(delivery.lastTriedAt), nextTryAt: iso(delivery.nextTryAt) },
    createdAt: delivery.createdAt.toISOString(),
  };
}

/** What policies are asked about. */
export const resourceOf = ({ id }: Pick<Endpoint, 'id'>, orgId: OrgId) => ({ type: 'Webhook', id, orgId }) as const;
