/**
 * Webhooks: an organisation is told of what happens in it, at addresses of its choice. Events are written in the
 * transaction of what they tell of, signed as the Standard Webhooks specification says, and tried again for two days. What
 * there is to tell, slices say; nothing here knows what it means.
 */
import type { OrgId, Tx } from '../db/index.ts';
import type { GuardedRoute } from '../http/index.ts';
import { handles, type JobHandler } from '../jobs/index.ts';
import type { PolicySet } from '../policy/index.ts';
import type { WebhookContext } from './context.ts';
import { deliverer } from './deliver.ts';
import { forgetDeliveriesBefore } from './delivery-store.ts';
import { emit } from './emit.ts';
import { bodySchema, type EventType, ping } from './event.ts';
import { deliver, forgetDeliveries } from './jobs.ts';
import { webhookRoutes } from './routes.ts';

export { acts } from './acts.ts';
export type { WebhookContext } from './context.ts';
export type { EventType } from './event.ts';
export { migrations, sealedPlaces } from './migrations.ts';

export const policies: PolicySet = { slice: 'webhooks', file: new URL('./policy.cedar', import.meta.url) };

export interface Webhooks {
  /** Tells whoever wants to know of an event; on its way if, and only if, the caller's transaction commits. */
  emit<Told extends object>(tx: Tx, type: EventType<Told>, tell: () => Promise<NoInfer<Told>>): Promise<void>;
  readonly routes: readonly GuardedRoute[];
  /** The jobs. `organisations` lists all of them, for what runs by the clock. */
  jobs(organisations: () => Promise<readonly OrgId[]>): readonly JobHandler[];
  /** Everything that can arrive at an end-point, for the description of the API. */
  readonly described: readonly {
    readonly name: string;
    readonly says: string;
    readonly schema: ReturnType<typeof bodySchema>;
  }[];
}

const weekInMs = 7 * 86_400_000;

/** Opens webhooks on the kinds of events that slices tell. */
export function openWebhooks(context: WebhookContext): Webhooks {
  const { db, clock, types } = context;
  return {
    emit: (tx, type, tell) => emit(context, tx, type, tell),
    routes: webhookRoutes(context),
    jobs: (organisations) => [
      handles(deliver, deliverer(context)),
      handles(forgetDeliveries, async () => {
        const before = new Date(clock.now().getTime() - weekInMs);
        for (const id of await organisations()) await db.inOrg(id, (tx) => forgetDeliveriesBefore(tx, before));
      }),
    ],
    described: [...types, ping].map((type) => ({ name: type.name, says: type.says, schema: bodySchema(type) })),
  };
}
