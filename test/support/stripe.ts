import type { IncomingMessage, ServerResponse } from 'node:http';
import Stripe from 'stripe';
import type { Clock } from '../../src/platform/clock/index.ts';
import { type LocalServer, listenHttp } from './local-server.ts';

type Fields = Readonly<Record<string, string>>;
type Stored = Record<string, unknown>;
type Answer = Readonly<Record<string, unknown>>;

/** What a subscription is changed to from outside: by the customer in the portal, by a bank, by time. */
export interface SubscriptionChange {
  readonly status?: string;
  readonly cancel_at_period_end?: boolean;
  readonly cancel_at?: number | null;
  readonly ended_at?: number | null;
  readonly cancellation_details?: { readonly reason: string | null };
  /** Unix seconds. */
  readonly current_period_end?: number;
}

/** One call that was taken, without its secrets. */
export interface Asked {
  readonly route: string;
  readonly fields: Fields;
  readonly idempotencyKey: string | null;
}

export interface StripeStandIn extends AsyncDisposable {
  readonly server: LocalServer;
  /** For the product's configuration. */
  readonly environment: Readonly<Record<string, string>>;
  readonly asked: readonly Asked[];
  /** Answers every call with this status while it is set. */
  fault: number | null;
  /** The Checkout that was opened last, finished by its customer; gives the subscription's id. */
  pay(): string;
  change(subscriptionId: string, change: SubscriptionChange): void;
  /** An attempt at the last bill fails: the first one of a new bill, or one more of the bill that is open. */
  failPayment(subscriptionId: string, nextAttemptAt: Date | null): void;
  subscription(id: string): Readonly<Record<string, unknown>>;
  /** An event as Stripe sends it, signed now, or at that moment, or with another secret. */
  event(options: EventOptions): Request;
}

export interface EventOptions {
  readonly id?: string;
  readonly type?: string;
  readonly customer: string;
  readonly signedAt?: Date;
  readonly secret?: string;
  /** Sent in place of what was signed. */
  readonly instead?: string;
  readonly live?: boolean;
}

export const stripeSettings = {
  STRIPE_SECRET_KEY: 'sk_test_standin',
  STRIPE_WEBHOOK_SECRET: 'whsec_standin',
  STRIPE_PRICE_MONTHLY: 'price_month',
  STRIPE_PRICE_YEARLY: 'price_year',
};

/** Makes a price of five euros a month at an emulator of Stripe; gives its id. */
export async function makeEmulatedPrice(base: string): Promise<string> {
  const made = async (path: string, fields: Fields) => {
    const headers = { authorization: `Bearer ${stripeSettings.STRIPE_SECRET_KEY}` };
    const answer = await fetch(`${base}/v1/${path}`, { method: 'POST', headers, body: new URLSearchParams(fields) });
    return ((await answer.json()) as { id: string }).id;
  };
  const product = await made('products', { name: 'Coact' });
  return made('prices', { product, unit_amount: '500', currency: 'eur', 'recurring[interval]': 'month' });
}

const month = 30 * 86_400;

class Refused extends Error {
  readonly status: number;
  readonly error: Answer;
  constructor(status: number, type: string, code: string | null, message: string) {
    super(message);
    this.status = status;
    this.error = code === null ? { type, message } : { type, code, message };
  }
}

const invalid = (code: string, message: string, status = 400): never => {
  throw new Refused(status, 'invalid_request_error', code, message);
};

/** A call's fields by the names that Stripe takes there (docs.stripe.com/api); any other is refused, as there. */
const known: Readonly<Record<string, RegExp>> = {
  'POST customers': /^metadata\[\w+\]$/,
  'POST checkout/sessions':
    /^(mode|customer|customer_update\[(name|address)\]|line_items\[0\]\[(price|quantity)\]|subscription_data\[trial_end\]|success_url|cancel_url)$/,
  'POST checkout/sessions/:id/expire': /^$/,
  'GET checkout/sessions/:id': /^$/,
  'POST billing_portal/sessions':
    /^(customer|return_url|flow_data\[type\]|flow_data\[subscription_cancel\]\[subscription\])$/,
  'GET subscriptions': /^(customer|status|limit|expand\[0\])$/,
  'DELETE subscriptions/:id': /^(invoice_now|prorate)$/,
  'POST invoices/create_preview': /^subscription$/,
  'GET prices/:id': /^$/,
  'POST subscription_items/:id': /^(quantity|proration_behavior)$/,
};

/**
 * Stands in for Stripe's API on loopback, as far as this product calls it: refuses wrong keys, unknown fields, things that are
 * not there or in the wrong state, and another body under a known idempotency key, with the status, type and code of
 * docs.stripe.com/api/errors. @param clock says what time it is at Stripe
 */
export async function startStripe(clock: Clock): Promise<StripeStandIn> {
  const things = new Map<string, Stored>();
  const repeats = new Map<string, { readonly said: string; readonly answer: Answer }>();
  const asked: Asked[] = [];
  const state: { fault: number | null; count: number } = { fault: null, count: 0 };
  const now = () => Math.floor(clock.now().getTime() / 1_000);
  const make = (prefix: string, thing: Stored): Stored => {
    state.count += 1;
    const made = { id: `${prefix}_${String(state.count).padStart(6, '0')}`, ...thing };
    things.set(made.id, made);
    return made;
  };
  const bill = (
    status: string,
    { quantity, price }: { readonly quantity: number; readonly price: { readonly unit_amount?: unknown } },
  ): Stored =>
    make('in', {
      ...{ object: 'invoice', status, attempt_count: status === 'paid' ? 1 : 0, next_payment_attempt: null },
      ...{ amount_due: quantity * Number(price.unit_amount), currency: 'eur' },
    });
  const find = (id: string | undefined, object: string): Stored => {
    const found = things.get(id ?? '');
    return found?.object === object ? found : invalid('resource_missing', `No such ${object}: '${id}'`, 404);
  };
  for (const [id, amount] of [
    ['price_month', 500],
    ['price_year', 5_000],
  ] as const) {
    things.set(id, { id, object: 'price', currency: 'eur', unit_amount: amount });
  }

  const routes: Readonly<Record<string, (fields: Fields, id: string) => Answer>> = {
    'POST customers': () => make('cus', { object: 'customer' }),
    'POST checkout/sessions': (fields) => {
      find(fields.customer, 'customer');
      find(fields['line_items[0][price]'], 'price');
      if (fields.mode !== 'subscription') invalid('parameter_invalid', 'a recurring price needs mode=subscription');
      if (!(Number(fields['line_items[0][quantity]']) >= 1)) invalid('parameter_invalid_integer', 'quantity');
      const trial = fields['subscription_data[trial_end]'];
      // docs.stripe.com/api/checkout/sessions/create: "Has to be at least 48 hours in the future."
      if (trial !== undefined && Number(trial) < now() + 2 * 86_400) invalid('parameter_invalid', 'trial_end');
      if (!URL.canParse(fields.success_url ?? '')) invalid('url_invalid', 'Not a valid URL');
      const session = make('cs_test', { object: 'checkout.session', status: 'open', fields });
      session.url = `https://checkout.stripe.com/c/pay/${session.id}`;
      return session;
    },
    'GET checkout/sessions/:id': (_, id) => find(id, 'checkout.session'),
    'POST checkout/sessions/:id/expire': (_, id) => {
      const session = find(id, 'checkout.session');
      if (session.status !== 'open')
        invalid('resource_state', 'Only Checkout Sessions with status open can be expired.');
      return Object.assign(session, { status: 'expired', url: null });
    },
    'POST billing_portal/sessions': (fields) => {
      find(fields.customer, 'customer');
      const type = fields['flow_data[type]'];
      if (type === 'subscription_cancel') {
        const subscription = find(fields['flow_data[subscription_cancel][subscription]'], 'subscription');
        if (subscription.cancel_at_period_end === true || subscription.status === 'canceled') {
          invalid('resource_state', 'The subscription is already set to be canceled.');
        }
      }
      const portal = make('bps', { object: 'billing_portal.session' });
      return { ...portal, url: `https://billing.stripe.com/p/session/${portal.id}${type ? `/${type}` : ''}` };
    },
    'GET subscriptions': ({ customer, status, ...fields }) => {
      find(customer, 'customer');
      const all = [...things.values()].filter((one) => one.object === 'subscription' && one.customer === customer);
      // Without status=all those that were canceled are left out.
      const listed = status === 'all' ? all : all.filter((one) => one.status !== 'canceled');
      // docs.stripe.com/api/expanding_objects: in a list the path begins with data.
      const expand = fields['expand[0]'];
      if (expand !== undefined && expand !== 'data.latest_invoice') invalid('parameter_invalid', 'expand');
      const data = listed.map((one) => ({
        ...one,
        ...(expand === undefined ? {} : { latest_invoice: things.get(String(one.latest_invoice)) ?? null }),
      }));
      return { object: 'list', data, has_more: false, url: '/v1/subscriptions' };
    },
    'DELETE subscriptions/:id': (_, id) => {
      const found = find(id, 'subscription');
      // docs.stripe.com/api/subscriptions/cancel: one that has ended is not there any more.
      if (found.status === 'canceled') invalid('resource_missing', `No such subscription: '${id}'`, 404);
      return Object.assign(found, { status: 'canceled', ended_at: now() });
    },
    'POST invoices/create_preview': ({ subscription }) => {
      const found = find(subscription, 'subscription');
      if (['canceled', 'incomplete_expired'].includes(String(found.status)) || found.cancel_at_period_end === true) {
        invalid('invoice_upcoming_none', 'No upcoming invoices for customer', 404);
      }
      const item = itemOf(found);
      return { object: 'invoice', amount_due: item.quantity * item.price.unit_amount, currency: 'eur' };
    },
    'GET prices/:id': (_, id) => find(id, 'price'),
    'POST subscription_items/:id': (fields, id) => {
      const owner = [...things.values()].find((one) => one.object === 'subscription' && itemOf(one).id === id);
      if (owner === undefined) return invalid('resource_missing', `No such subscription_item: '${id}'`, 404);
      if (owner.status === 'canceled')
        invalid('resource_state', 'A canceled subscription can only update its metadata.');
      return { ...Object.assign(itemOf(owner), { quantity: Number(fields.quantity) }) };
    },
  };

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const url = new URL(request.url ?? '', 'http://stripe.test');
    const [, version, ...path] = url.pathname.split('/');
    if (request.headers.authorization !== `Bearer ${stripeSettings.STRIPE_SECRET_KEY}`) {
      throw new Refused(401, 'invalid_request_error', null, 'Invalid API Key provided');
    }
    const places = path.map((part, index) => (/^(cus|cs|si|sub|price)_/.test(part) && index > 0 ? ':id' : part));
    const route = `${request.method} ${places.join('/')}`;
    const handle = routes[route];
    if (version !== 'v1' || handle === undefined) {
      throw new Refused(
        404,
        'invalid_request_error',
        null,
        `Unrecognized request URL (${request.method}: ${url.pathname})`,
      );
    }
    const body = await read(request);
    const fields = Object.fromEntries(request.method === 'GET' ? url.searchParams : new URLSearchParams(body));
    const stray = Object.keys(fields).find((name) => !known[route]?.test(name));
    if (stray !== undefined) invalid('parameter_unknown', `Received unknown parameter: ${stray}`);
    const key = [request.headers['idempotency-key'] ?? []].flat()[0] ?? null;
    if (state.fault !== null) throw new Refused(state.fault, 'api_error', null, 'An error occurred.');
    asked.push({ route, fields, idempotencyKey: key });
    const said = `${url.pathname} ${body}`;
    const before = key === null ? undefined : repeats.get(key);
    if (before !== undefined && before.said !== said) {
      throw new Refused(
        400,
        'idempotency_error',
        null,
        'Keys for idempotent requests can only be used with the same parameters.',
      );
    }
    const given = before?.answer ?? structuredClone(handle(fields, path[places.indexOf(':id')] ?? ''));
    if (key !== null) repeats.set(key, { said, answer: given });
    return given;
  };
  const server = await listenHttp((request, response) => void respond(response, answer(request)));
  return Object.assign(state, {
    ...{ server, asked },
    environment: { ...stripeSettings, STRIPE_API_BASE: server.origin },
    pay: () => {
      const session = [...things.values()].findLast((one) => one.object === 'checkout.session');
      if (session?.status !== 'open') throw new Error('no Checkout is open');
      const fields = session.fields as Fields;
      const trial = fields['subscription_data[trial_end]'];
      const price = find(fields['line_items[0][price]'], 'price');
      const item = {
        ...{ id: `si_${session.id}`, object: 'subscription_item', quantity: Number(fields['line_items[0][quantity]']) },
        ...{ price, current_period_end: trial === undefined ? now() + month : Number(trial) },
      };
      const subscription = make('sub', {
        ...{ object: 'subscription', customer: fields.customer, created: now(), livemode: false },
        ...{ status: trial === undefined ? 'active' : 'trialing', items: { object: 'list', data: [item] } },
        ...{ cancel_at: null, cancel_at_period_end: false, ended_at: null, cancellation_details: { reason: null } },
        latest_invoice: bill('paid', item).id,
      });
      Object.assign(session, { status: 'complete', url: null, subscription: subscription.id });
      return String(subscription.id);
    },
    change: (id: string, { current_period_end, ...change }: SubscriptionChange) => {
      const found = find(id, 'subscription');
      Object.assign(found, change);
      const last = things.get(String(found.latest_invoice));
      if (change.status === 'active' && last?.status === 'open') last.status = 'paid';
      if (current_period_end !== undefined) Object.assign(itemOf(found), { current_period_end });
    },
    failPayment: (id: string, nextAttemptAt: Date | null) => {
      const found = find(id, 'subscription');
      const last = things.get(String(found.latest_invoice));
      const open = last?.status === 'open' ? last : bill('open', itemOf(found));
      open.attempt_count = Number(open.attempt_count) + 1;
      open.next_payment_attempt = nextAttemptAt === null ? null : Math.floor(nextAttemptAt.getTime() / 1_000);
      Object.assign(found, { status: 'past_due', latest_invoice: open.id });
    },
    subscription: (id: string) => structuredClone(find(id, 'subscription')),
    event: (options: EventOptions) => signedEvent(options, clock),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  });
}

interface Item {
  readonly id: string;
  readonly quantity: number;
  readonly price: { readonly unit_amount: number };
}

/** The one item of a subscription, which was put there above. */
const itemOf = (subscription: Stored): Item => (subscription.items as { data: [Item] }).data[0];

const signer = new Stripe(stripeSettings.STRIPE_SECRET_KEY);
let events = 0;

function signedEvent(options: EventOptions, clock: Clock): Request {
  const { id = `evt_${++events}`, type = 'customer.subscription.updated', customer, live = false } = options;
  const { signedAt = clock.now(), secret = stripeSettings.STRIPE_WEBHOOK_SECRET } = options;
  const payload = JSON.stringify({
    ...{ id, object: 'event', type, livemode: live, created: Math.floor(signedAt.getTime() / 1_000) },
    // What it says of the subscription is never read: it may be of yesterday.
    data: { object: { object: 'subscription', customer, status: 'active' } },
  });
  const timestamp = Math.floor(signedAt.getTime() / 1_000);
  const header = signer.webhooks.generateTestHeaderString({ payload, secret, timestamp });
  return new Request('http://localhost:3000/api/billing/stripe', {
    method: 'POST',
    headers: { 'stripe-signature': header, 'content-type': 'application/json' },
    body: options.instead ?? payload,
  });
}

async function read(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

async function respond(response: ServerResponse, answer: Promise<Answer>): Promise<void> {
  const [status, body] = await answer.then(
    (given) => [200, given] as const,
    (error) => (error instanceof Refused ? ([error.status, { error: error.error }] as const) : ([500, {}] as const)),
  );
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
