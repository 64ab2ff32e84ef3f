import { createServer } from 'node:net';
import { createEmulator } from 'emulate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEmulatedPrice, type StripeStandIn, startStripe, stripeSettings } from '../../../test/support/stripe.ts';
import { fixedClock } from '../../platform/clock/index.ts';
import { loadConfig } from '../../platform/config/index.ts';
import { isUnavailable, openStripe, type StripeGate } from './stripe-gate.ts';

const gateAt = (base: string, more: Readonly<Record<string, string>> = {}): StripeGate => {
  const { stripe } = loadConfig({ ...stripeSettings, STRIPE_API_BASE: base, ...more });
  if (stripe === null) throw new Error('Stripe is not configured');
  return openStripe(stripe, { timeoutMs: 5_000 });
};

const clock = fixedClock('2026-05-04T09:00:00Z');
const checkout = { people: 2, trialEndsAt: null, returnTo: 'http://localhost:3000/settings/plan' };

describe('against a Stripe that nobody here wrote', () => {
  let emulator: { close(): Promise<void> };
  let base: string;
  let priceId = '';
  beforeAll(async () => {
    const port = await freePort();
    base = `http://localhost:${port}`;
    emulator = await createEmulator({ service: 'stripe', port, baseUrl: base });
    priceId = await makeEmulatedPrice(base);
  });
  afterAll(() => emulator.close());

  it('a customer goes through Checkout and comes back', async () => {
    const gate = gateAt(base);
    const customerId = await gate.createCustomer('018f0000-0000-7000-8000-000000000001');
    const { id, url } = await gate.openCheckout({ ...checkout, customerId, priceId });
    const page = await (await fetch(url)).text();
    expect(page).toMatch(/Pay/);
    const form = /<form[^>]*action="([^"]+)"/.exec(page)?.[1] ?? '';
    const paid = await fetch(new URL(form, base), { method: 'POST', redirect: 'manual' });
    expect(paid.headers.get('location')).toMatch(/^http:\/\/localhost:3000\/settings\/plan\?from=checkout/);
    // It is complete, so that it can't be closed.
    expect(await gate.closeCheckout(id)).toBe(false);
    const other = await gate.openCheckout({ ...checkout, customerId, priceId });
    expect(await gate.closeCheckout(other.id)).toBe(true);
    expect((await gate.price(priceId)).currency).toBe('eur');
  });

  // It answers 404 without an error in it for what it does not know, which Stripe's client takes for the thing asked for.
  it('an answer that is not what was asked for is an error, never half an object', async () => {
    const gate = gateAt(base);
    await expect(gate.openPortal('cus_1', 'home', null, checkout.returnTo)).rejects.toThrow();
    await expect(gate.subscriptionsOf('cus_1')).rejects.toThrow();
  });
});

describe('against a strict stand-in', () => {
  let stripe: StripeStandIn;
  let gate: StripeGate;
  beforeAll(async () => {
    stripe = await startStripe(clock);
    gate = gateAt(stripe.server.origin);
  });
  afterAll(() => stripe[Symbol.asyncDispose]());

  const customer = (of = 'one') => gate.createCustomer(of);

  it('the same customer is made once', async () => {
    expect(await customer()).toBe(await customer());
  });

  it('everything that a subscription says is read, and one that was cancelled has no next bill', async () => {
    const customerId = await customer('another');
    await gate.openCheckout({ ...checkout, customerId, priceId: 'price_month' });
    const id = stripe.pay();
    const [read] = await gate.subscriptionsOf(customerId);
    expect(read).toMatchObject({
      id,
      status: 'active',
      people: 2,
      priceId: 'price_month',
      cancelsAt: null,
      unpaid: false,
    });
    if (read === undefined) throw new Error('nothing was read');
    expect(await gate.nextInvoice(read)).toEqual({ amount: 1_000, currency: 'eur' });
    stripe.change(id, { cancel_at_period_end: true });
    const [cancelled] = await gate.subscriptionsOf(customerId);
    expect(cancelled?.cancelsAt).toEqual(read.periodEndsAt);
    expect(cancelled && (await gate.nextInvoice(cancelled))).toBeNull();
    stripe.change(id, {
      status: 'canceled',
      ended_at: 1_777_900_000,
      cancellation_details: { reason: 'payment_failed' },
    });
    expect((await gate.subscriptionsOf(customerId))[0]).toMatchObject({ status: 'canceled', unpaid: true });
  });

  it('people are reported once for a cycle, whatever their number is when it is tried again', async () => {
    const customerId = await customer('a third');
    await gate.openCheckout({ ...checkout, customerId, priceId: 'price_month' });
    stripe.pay();
    const [read] = await gate.subscriptionsOf(customerId);
    if (read === undefined) throw new Error('nothing was read');
    await gate.reportPeople(read, 7);
    await gate.reportPeople(read, 9);
    expect((await gate.subscriptionsOf(customerId))[0]?.people).toBe(7);
  });

  it('a Stripe that is down is told from one that refuses', async () => {
    stripe.fault = 500;
    expect(isUnavailable(await gate.price('price_month').catch((error: unknown) => error))).toBe(true);
    stripe.fault = null;
    expect(isUnavailable(await gate.price('price_none').catch((error: unknown) => error))).toBe(false);
    const elsewhere = gateAt('http://127.0.0.1:1');
    expect(isUnavailable(await elsewhere.price('price_month').catch((error: unknown) => error))).toBe(true);
  });

  it('refuses what Stripe refuses', async () => {
    const wrongKey = gateAt(stripe.server.origin, { STRIPE_SECRET_KEY: 'sk_test_other' });
    await expect(wrongKey.price('price_month')).rejects.toThrow(/API Key/);
    const near = new Date(clock.now().getTime() + 3_600_000);
    const wanted = { ...checkout, customerId: await customer(), priceId: 'price_month' };
    await expect(gate.openCheckout({ ...wanted, trialEndsAt: near })).rejects.toThrow(/trial_end/);
    await expect(gate.openCheckout({ ...wanted, people: 0 })).rejects.toThrow();
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
