import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../../web/api.ts';
import { z } from '../../../../web/zod.ts';

const keySchema = z.object({
  ...{ id: z.string(), name: z.string(), rights: z.array(z.string()), madeBy: z.string() },
  state: z.enum(['active', 'expired', 'revoked']),
  ...{ createdAt: z.string(), expiresAt: z.string(), revokedAt: z.string().nullable() },
  lastUsedOn: z.string().nullable(),
});
export const keysSchema = z.object({ keys: z.array(keySchema) });
export const keyMadeSchema = z.object({ key: z.string(), made: keySchema });
export type ApiKey = z.infer<typeof keySchema>;

export const webhookSchema = z.object({
  ...{ id: z.string(), name: z.string(), url: z.string(), events: z.array(z.string()) },
  state: z.enum(['enabled', 'paused']),
  why: z.enum(['by_hand', 'gone', 'failing']).nullable(),
  ...{ failingSince: z.string().nullable(), formerUntil: z.string().nullable(), createdAt: z.string() },
});
export const webhooksSchema = z.object({
  webhooks: z.array(webhookSchema),
  types: z.array(z.object({ name: z.string(), says: z.string() })),
});
export const webhookSecretSchema = z.object({ webhook: webhookSchema, secret: z.string() });
export type Webhook = z.infer<typeof webhookSchema>;
export type EventType = z.infer<typeof webhooksSchema>['types'][number];

const deliverySchema = z.object({
  ...{ id: z.string(), eventId: z.string(), type: z.string() },
  state: z.enum(['waiting', 'delivered', 'failed']),
  ...{ tries: z.number(), lastStatus: z.number().nullable(), lastProblem: z.string().nullable() },
  ...{ lastTriedAt: z.string().nullable(), nextTryAt: z.string().nullable(), createdAt: z.string() },
});
export const deliveriesSchema = z.object({ deliveries: z.array(deliverySchema), next: z.string().nullable() });
export const deliveryBodySchema = deliverySchema.extend({ body: z.string() });
export const sentAgainSchema = z.object({ deliveries: z.number() });
export type Delivery = z.infer<typeof deliverySchema>;

export const keysQuery = queryOptions({
  queryKey: ['api-keys'],
  queryFn: async ({ signal }) => (await call(keysSchema, 'GET', '/api/api-keys', { signal })).keys,
});

export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: ({ signal }) => call(webhooksSchema, 'GET', '/api/webhooks', { signal }),
});

/** While something is on its way, what has become of it is looked at every few seconds. */
export const deliveriesQuery = (webhookId: string) =>
  queryOptions({
    queryKey: ['webhooks', webhookId, 'deliveries'],
    queryFn: ({ signal }) =>
      call(deliveriesSchema, 'GET', `/api/webhooks/${encodeURIComponent(webhookId)}/deliveries`, { signal }),
    refetchInterval: ({ state }) => (state.data?.deliveries.some((one) => isOnItsWay(one)) ? 3_000 : false),
  });

/** Not tried yet: what waits for another try waits for longer than anybody looks. */
const isOnItsWay = ({ state, tries }: Delivery): boolean => state === 'waiting' && tries === 0;
