import { newId } from '../clock/index.ts';
import { orgOf, type Tx } from '../db/index.ts';
import type { WebhookContext } from './context.ts';
import { insertDelivery, insertEvent } from './delivery-store.ts';
import { type EventType, ping, writeBody } from './event.ts';
import { deliver } from './jobs.ts';
import { mostTries } from './retrying.ts';
import { endpointsFor } from './store.ts';

type Context = Pick<WebhookContext, 'clock' | 'jobs'>;

/**
 * Tells whoever wants to know of an event, in the caller's transaction: it is on its way if, and only if, that commits.
 * Where nobody wants to know, nothing is kept.
 * @param tell what to tell, asked only where somebody wants to know
 */
export async function emit<Told extends object>(
  context: Context,
  tx: Tx,
  type: EventType<Told>,
  tell: () => Promise<NoInfer<Told>>,
): Promise<void> {
  const endpoints = await endpointsFor(tx, type.name);
  if (endpoints.length > 0) await send(context, tx, type, await tell(), endpoints);
}

/** Sends a test to one end-point. */
export function sendPing(context: Context, tx: Tx, endpointId: string): Promise<void> {
  return send(context, tx, ping, { webhookId: endpointId }, [endpointId]);
}

async function send(
  { clock, jobs }: Context,
  tx: Tx,
  { name, schema }: EventType,
  told: object,
  endpoints: readonly string[],
): Promise<void> {
  const [eventId, at, orgId] = [newId(clock), clock.now(), orgOf(tx)];
  // By its schema: what is not described does not leave, whatever a slice hands in.
  await insertEvent(tx, { id: eventId, type: name, body: writeBody(name, at, schema.parse(told)), at });
  for (const endpointId of endpoints) {
    const id = newId(clock);
    await insertDelivery(tx, { id, endpointId, eventId, triesLeft: mostTries, at });
    await jobs.enqueue(tx, deliver, { orgId, deliveryId: id, number: 1 });
  }
}
