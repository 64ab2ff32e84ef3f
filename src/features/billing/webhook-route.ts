import { orgId as parseOrgId } from '../../platform/db/index.ts';
import { emptyAnswer, type GuardedRoute, guarded, problem, publicRoute } from '../../platform/http/index.ts';
import { readSubscription } from './job-kinds.ts';
import type { BillingParts } from './parts.ts';
import { markEventSeen, organisationOfCustomer } from './store.ts';

/**
 * Takes Stripe's events. What is not signed with our secret within the last minutes is refused; what was taken before, or is
 * about nobody here, is answered like the rest and does nothing. Of the others only the customer is read: a job asks Stripe
 * how things stand, in the transaction that remembers the event.
 */
export function webhookRoute({ db, clock, log, jobs, stripe }: BillingParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/billing/stripe',
      summary: 'Where Stripe tells that something has changed',
      guard: publicRoute('called by Stripe, whose signature is verified over the raw body'),
      webhook: true,
      // An event carries the object that it is about, with all its lines.
      bodyLimit: 1_000_000,
      responses: { 204: emptyAnswer('Taken') },
    },
    async (c) => {
      const event = stripe.hear(await c.req.text(), c.req.header('stripe-signature') ?? '', clock.now());
      if (event === null) {
        log.warn({ event: 'billing.event_refused' });
        return problem(
          c,
          400,
          'bad_signature',
          'This was not signed by Stripe for this installation, or too long ago.',
        );
      }
      const { id, customerId } = event;
      const orgId = customerId && (await db.directory((tx) => organisationOfCustomer(tx, customerId)));
      if (orgId) {
        await db.inOrg(parseOrgId(orgId), async (tx) => {
          if (await markEventSeen(tx, id, clock.now()))
            await jobs.enqueue(tx, readSubscription, { orgId }, { key: orgId });
        });
      }
      return c.body(null, 204);
    },
  );
}
