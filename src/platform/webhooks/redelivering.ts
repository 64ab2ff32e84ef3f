import { orgOf, type Tx } from '../db/index.ts';
import type { WebhookContext } from './context.ts';
import { listDeliveries, updateDelivery } from './delivery-store.ts';
import type { Delivery } from './endpoint.ts';
import { deliver } from './jobs.ts';
import { mostTries } from './retrying.ts';

type Context = Pick<WebhookContext, 'clock' | 'jobs'>;

/** At once; whoever has more asks once more. */
const mostAtOnce = 1_000;

/**
 * Sends a delivery again now, with all its tries. Of one that waits for its next try, that try is made now: the job that
 * waits for it finds it done.
 */
export async function redeliver({ clock, jobs }: Context, tx: Tx, { id, tries }: Delivery): Promise<void> {
  await updateDelivery(tx, id, { state: 'waiting', tries_left: mostTries, next_try_at: clock.now() });
  await jobs.enqueue(tx, deliver, { orgId: orgOf(tx), deliveryId: id, number: tries + 1 });
}

/** Sends again what has failed since a moment. @returns how many deliveries that are */
export async function redeliverFailed(context: Context, tx: Tx, endpointId: string, since: Date): Promise<number> {
  const failed = await listDeliveries(tx, { endpointId, state: 'failed', since, limit: mostAtOnce });
  for (const delivery of failed.toReversed()) await redeliver(context, tx, delivery);
  return failed.length;
}
