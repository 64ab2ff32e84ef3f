import Stripe from 'stripe';
import type { Config } from '../../platform/config/index.ts';
import { trustedFetch } from '../../platform/egress/index.ts';
import type { Telemetry } from '../../platform/telemetry/index.ts';
import {
  checkoutShape,
  customerShape,
  eventShape,
  type HeardEvent,
  invoiceShape,
  itemShape,
  portalShape,
  priceShape,
  subscriptionShape,
  subscriptionsShape,
} from './stripe-shapes.ts';
import { isRunning, type Subscription } from './subscription.ts';

export type StripeSettings = NonNullable<Config['stripe']>;

/** A page of Stripe's, for one visit. */
export type PortalPage = 'home' | 'cancel' | 'payment';

export interface WantedCheckout {
  readonly customerId: string;
  readonly priceId: string;
  readonly people: number;
  /** What is left of a trial is not lost by choosing a plan; null where nothing is. */
  readonly trialEndsAt: Date | null;
  readonly returnTo: string;
}

/** Stripe, as far as it is asked: the only place that talks to it. */
export interface StripeGate {
  createCustomer(orgId: string): Promise<string>;
  openCheckout(wanted: WantedCheckout): Promise<{ readonly id: string; readonly url: string }>;
  /** Closes a Checkout that nobody has finished. False where somebody has. */
  closeCheckout(id: string): Promise<boolean>;
  openPortal(customerId: string, page: PortalPage, subscriptionId: string | null, returnTo: string): Promise<string>;
  /** All that a customer has or had. */
  subscriptionsOf(customerId: string): Promise<readonly Subscription[]>;
  /** Ends a subscription at once, without a bill or money back. */
  endNow(subscriptionId: string): Promise<void>;
  /** The bill that comes next; null where none comes. */
  nextInvoice(subscription: Subscription): Promise<{ readonly amount: number; readonly currency: string } | null>;
  /** What a person costs; null where that depends on how many there are. */
  price(priceId: string): Promise<{ readonly amount: number | null; readonly currency: string }>;
  /** Says once, for the cycle that ends then, how many people the next bill counts. */
  reportPeople(subscription: Pick<Subscription, 'id' | 'itemId' | 'periodEndsAt'>, people: number): Promise<void>;
  /** An event that Stripe has signed within the last minutes; null for anything else. */
  hear(body: string, signature: string, now: Date): HeardEvent | null;
}

interface Parts {
  readonly telemetry?: Telemetry;
  /** Milliseconds; for tests. */
  readonly timeoutMs?: number;
}

/** Seconds for which a signature counts; what is older was recorded and is played again. */
const toleranceSeconds = 300;

/** Stripe's own client over the fetch for configured services, which reaches no other host and follows no redirect. */
export function openStripe(settings: StripeSettings, { telemetry, timeoutMs = 15_000 }: Parts = {}): StripeGate {
  const { secretKey, webhookSecret, apiBase } = settings;
  const { hostname: host, port, protocol } = new URL(apiBase);
  const fetch = trustedFetch([apiBase], { telemetry, timeoutMs, maxBytes: 2_000_000 });
  const stripe = new Stripe(secretKey, {
    ...{ host, protocol: protocol === 'http:' ? 'http' : 'https', timeout: timeoutMs },
    ...(port === '' ? {} : { port }),
    httpClient: Stripe.createFetchHttpClient((input, init) => fetch(input, { ...init, redirect: 'error' })),
    maxNetworkRetries: 1,
    telemetry: false,
    typescript: true,
  });
  return {
    ...checkoutOf(stripe),
    ...readingsOf(stripe),
    reportPeople: (subscription, people) => reportPeople(stripe, subscription, people),
    hear: (body, signature, now) => {
      try {
        const event = stripe.webhooks.constructEvent(
          ...([body, signature, webhookSecret, toleranceSeconds] as const),
          ...([undefined, now.getTime()] as const),
        );
        const heard = eventShape.safeParse(event);
        return heard.success && heard.data.livemode === /^(sk|rk)_live_/.test(secretKey) ? heard.data : null;
      } catch (error) {
        if (error instanceof Stripe.errors.StripeSignatureVerificationError || error instanceof SyntaxError)
          return null;
        throw error;
      }
    },
  };
}

function checkoutOf(
  stripe: Stripe,
): Pick<StripeGate, 'createCustomer' | 'openCheckout' | 'closeCheckout' | 'openPortal'> {
  return {
    createCustomer: async (orgId) => {
      const made = await stripe.customers.create(
        { metadata: { organisation: orgId } },
        { idempotencyKey: `coact-customer-${orgId}` },
      );
      return customerShape.parse(made).id;
    },
    openCheckout: async ({ customerId, priceId, people, trialEndsAt, returnTo }) => {
      const made = await stripe.checkout.sessions.create({
        ...{ mode: 'subscription', customer: customerId, customer_update: { name: 'auto', address: 'auto' } },
        line_items: [{ price: priceId, quantity: people }],
        subscription_data: trialEndsAt === null ? {} : { trial_end: Math.floor(trialEndsAt.getTime() / 1_000) },
        ...{ success_url: `${returnTo}?from=checkout`, cancel_url: returnTo },
      });
      const { id, url } = checkoutShape.parse(made);
      if (url === null) throw new Error('Stripe opened a Checkout without an address');
      return { id, url };
    },
    closeCheckout: async (id) => {
      const found = checkoutShape.parse(await stripe.checkout.sessions.retrieve(id));
      if (found.status === 'open') checkoutShape.parse(await stripe.checkout.sessions.expire(id));
      return found.status !== 'complete';
    },
    openPortal: async (customer, page, subscription, returnTo) => {
      const opened = await stripe.billingPortal.sessions.create({
        ...{ customer, return_url: `${returnTo}?from=portal` },
        ...(page === 'payment' ? { flow_data: { type: 'payment_method_update' } } : {}),
        ...(page === 'cancel' && subscription !== null
          ? { flow_data: { type: 'subscription_cancel', subscription_cancel: { subscription } } }
          : {}),
      });
      return portalShape.parse(opened).url;
    },
  };
}

function readingsOf(stripe: Stripe): Pick<StripeGate, 'subscriptionsOf' | 'endNow' | 'nextInvoice' | 'price'> {
  return {
    subscriptionsOf: async (customer) =>
      subscriptionsShape.parse(
        await stripe.subscriptions.list({ customer, status: 'all', limit: 100, expand: ['data.latest_invoice'] }),
      ).data,
    endNow: async (id) => {
      subscriptionShape.parse(await stripe.subscriptions.cancel(id, { invoice_now: false, prorate: false }));
    },
    nextInvoice: async (subscription) => {
      if (!isRunning(subscription) || subscription.cancelsAt !== null) return null;
      const preview = await stripe.invoices.createPreview({ subscription: subscription.id });
      const { amount_due: amount, currency } = invoiceShape.parse(preview);
      return { amount, currency };
    },
    price: async (id) => {
      const { unit_amount: amount, currency } = priceShape.parse(await stripe.prices.retrieve(id));
      return { amount, currency };
    },
  };
}

/**
 * Tried again after a crash, the key makes it the same call, whatever the number is by then: Stripe refuses another number
 * under a known key, and that refusal says that it was reported.
 */
async function reportPeople(
  stripe: Stripe,
  { id, itemId, periodEndsAt }: Pick<Subscription, 'id' | 'itemId' | 'periodEndsAt'>,
  people: number,
): Promise<void> {
  const idempotencyKey = `coact-people-${id}-${Math.floor(periodEndsAt.getTime() / 1_000)}`;
  const change = { quantity: people, proration_behavior: 'none' } as const;
  try {
    itemShape.parse(await stripe.subscriptionItems.update(itemId, change, { idempotencyKey }));
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeIdempotencyError)) throw error;
  }
}

/** Whether Stripe could not be asked, or could not answer: to be tried again. Anything else is a mistake of ours. */
export function isUnavailable(error: unknown): boolean {
  const { StripeConnectionError, StripeAPIError, StripeRateLimitError } = Stripe.errors;
  return [StripeConnectionError, StripeAPIError, StripeRateLimitError].some((kind) => error instanceof kind);
}
