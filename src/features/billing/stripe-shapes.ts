import { z } from 'zod';
import { type FailedPayment, type Status, type Subscription, statuses } from './subscription.ts';

/**
 * What is read of Stripe's answers. Each names the object that it must be: an answer that is something else, as one of a
 * server that is not Stripe, is an error and never a half-empty object.
 */
const seconds = z
  .number()
  .int()
  .transform((value) => new Date(value * 1_000));

export const customerShape = z.object({ object: z.literal('customer'), id: z.string().regex(/^cus_/) });

export const checkoutShape = z.object({
  object: z.literal('checkout.session'),
  id: z.string().regex(/^cs_/),
  status: z.string().nullable(),
  url: z.url().nullable(),
});

export const portalShape = z.object({ object: z.literal('billing_portal.session'), url: z.url() });

export const priceShape = z.object({
  object: z.literal('price'),
  unit_amount: z.number().int().nullable(),
  currency: z.string().regex(/^[a-z]{3}$/),
});

export const invoiceShape = z.object({
  object: z.literal('invoice'),
  amount_due: z.number().int(),
  currency: z.string().regex(/^[a-z]{3}$/),
});

export const itemShape = z.object({ object: z.literal('subscription_item'), quantity: z.number().int() });

/** The last bill of a subscription; its id alone where it was not asked for as a whole. */
const latestInvoice = z.union([
  z.string().transform(() => null),
  invoiceShape.extend({
    id: z.string(),
    status: z.string().nullable(),
    attempt_count: z.number().int(),
    next_payment_attempt: seconds.nullable(),
  }),
]);

export const subscriptionShape = z
  .object({
    object: z.literal('subscription'),
    id: z.string(),
    status: z.enum(statuses),
    created: seconds,
    cancel_at: seconds.nullable(),
    cancel_at_period_end: z.boolean(),
    ended_at: seconds.nullable(),
    latest_invoice: latestInvoice.nullish(),
    cancellation_details: z.object({ reason: z.string().nullable() }).nullish(),
    items: z.object({
      data: z
        .array(
          z.object({
            id: z.string(),
            quantity: z.number().int().nullish(),
            current_period_end: seconds,
            price: z.object({ id: z.string() }),
          }),
        )
        .min(1),
    }),
  })
  .transform(({ id, status, created, items, ...read }): Subscription => {
    const [item] = items.data;
    if (item === undefined) throw new Error('a subscription has no item');
    return {
      ...{ id, status, createdAt: created, endedAt: read.ended_at },
      ...{ itemId: item.id, priceId: item.price.id, people: item.quantity ?? 1, periodEndsAt: item.current_period_end },
      cancelsAt: read.cancel_at ?? (read.cancel_at_period_end ? item.current_period_end : null),
      failure: status === 'past_due' ? failureIn(read.latest_invoice ?? null) : null,
      unpaid: endedUnpaid(status, read.cancellation_details?.reason ?? null),
    };
  });

function failureIn(invoice: z.infer<typeof latestInvoice>): FailedPayment | null {
  // One that was paid a moment ago is not open any more, even where the subscription does not know yet.
  if (invoice === null || invoice.status !== 'open' || invoice.attempt_count < 1) return null;
  const { id: invoiceId, attempt_count: attempt, next_payment_attempt: nextAttemptAt } = invoice;
  return { invoiceId, attempt, nextAttemptAt, amount: invoice.amount_due, currency: invoice.currency };
}

function endedUnpaid(status: Status, reason: string | null): boolean {
  return status === 'unpaid' || (status === 'canceled' && reason === 'payment_failed');
}

export const subscriptionsShape = z.object({ object: z.literal('list'), data: z.array(subscriptionShape) });

/** What is taken from an event: nothing but whom it is about. How things stand is read at Stripe. */
export const eventShape = z
  .object({
    object: z.literal('event'),
    id: z.string().regex(/^evt_\w{1,120}$/),
    livemode: z.boolean(),
    data: z.object({
      object: z.object({ customer: z.union([z.string(), z.object({ id: z.string() })]).nullish() }),
    }),
  })
  .transform(({ id, livemode, data }) => {
    const { customer } = data.object;
    return { id, livemode, customerId: typeof customer === 'object' ? (customer?.id ?? null) : (customer ?? null) };
  });
export type HeardEvent = z.infer<typeof eventShape>;
