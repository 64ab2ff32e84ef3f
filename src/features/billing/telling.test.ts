import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Browser, type Office, openOffice } from '../../../test/support/sign-in.ts';
import { type StripeStandIn, startStripe } from '../../../test/support/stripe.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { loadConfig } from '../../platform/config/index.ts';
import { orgId as parseOrgId } from '../../platform/db/index.ts';
import { handles } from '../../platform/jobs/index.ts';
import { openStripe, policies } from './index.ts';
import { readSubscription } from './job-kinds.ts';
import type { BillingParts } from './parts.ts';
import { readAtStripe } from './reading.ts';
import { billingRoutes } from './routes.ts';

/** What owners get by mail, of events that are signed as Stripe signs them. */
let world: World;
let stripe: StripeStandIn;
let office: Office;
let parts: BillingParts;
let owner: Browser;
let customer: string;
let subscription: string;

const day = 86_400_000;

beforeAll(async () => {
  world = await openWorld();
  const { db, clock, vault, log } = world;
  stripe = await startStripe(clock);
  const { stripe: settings } = loadConfig({ ...stripe.environment, STRIPE_TRIAL_DAYS: '1' });
  if (settings === null) throw new Error('Stripe is not configured');
  office = await openOffice(world, {
    policies: [policies],
    jobs: [handles(readSubscription, ({ orgId }) => readAtStripe(parts, parseOrgId(orgId)))],
    routes: ({ audit, people, policy, jobs }) => {
      parts = {
        ...{ db, clock, vault, log, audit, people, policy, jobs, settings },
        ...{ publicUrl: 'http://localhost:3000', stripe: openStripe(settings, { timeoutMs: 5_000 }) },
      };
      return billingRoutes(parts);
    },
  });
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await stripe[Symbol.asyncDispose]();
});

/** An organisation whose trial is over and whose plan runs. */
beforeEach(async () => {
  owner = await office.found('Harbour & Pine');
  await ask('POST', '/api/billing/checkout', { plan: 'monthly' });
  subscription = stripe.pay();
  customer = String(stripe.subscription(subscription).customer);
  await hear();
  world.clock.advance(2 * day);
  stripe.change(subscription, { status: 'active' });
  await hear();
  clear();
});

async function ask(method: string, path: string, body: unknown, as = owner) {
  const answer = await office.ask(path, { as, method, body });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return answer;
}

/** Stripe tells, and what follows is done. */
async function hear(options: Partial<Parameters<StripeStandIn['event']>[0]> = {}): Promise<number> {
  const { status } = await office.api.fetch(stripe.event({ customer, ...options }));
  await work();
  return status;
}

async function work(): Promise<void> {
  while ((await office.jobs.runDue()) > 0);
}

let read = 0;
const clear = () => {
  read = office.sent.length;
};
const mails = () => office.sent.slice(read);
const subjects = () => mails().map(({ subject }) => subject);
const failed = 'A payment for Coact failed';

describe('a payment that fails', () => {
  it('is told to every owner and to nobody else, with what failed, what comes and where to go', async () => {
    await office.signInAs(owner.orgId, 'owner');
    for (const role of ['admin', 'payroll', 'employee'] as const) await office.signInAs(owner.orgId, role);
    stripe.failPayment(subscription, new Date('2026-05-12T10:00:00Z'));
    expect(await hear({ type: 'invoice.payment_failed' })).toBe(204);
    expect(subjects()).toEqual([failed, failed]);
    expect(new Set(mails().map(({ to }) => to.replace(/\d.*/, '')))).toEqual(new Set(['owner']));
    const [{ text } = { text: '' }] = mails();
    expect(text).toContain('Stripe could not collect €5.00 for the plan of Harbour & Pine.');
    expect(text).toContain('Stripe tries again on 12 May 2026. Everything works meanwhile.');
    expect(text).toContain('http://localhost:3000/settings/plan');
    expect(text).toMatch(/Requests are then not sent .* nothing is lost\./);
  });

  it('is told once for each attempt, however often and in whichever order Stripe tells of it', async () => {
    stripe.failPayment(subscription, new Date(world.clock.now().getTime() + 3 * day));
    for (let copy = 0; copy < 3; copy += 1) await hear({ id: 'evt_first', type: 'invoice.payment_failed' });
    await hear({ id: 'evt_second', type: 'customer.subscription.updated' });
    expect(subjects()).toEqual([failed]);
    stripe.failPayment(subscription, null);
    await hear({ id: 'evt_third' });
    // The first one once more, late; and readings that end together.
    await hear({ id: 'evt_first' });
    await Promise.all([readAtStripe(parts, owner.orgId), readAtStripe(parts, owner.orgId)]);
    await work();
    expect(subjects()).toEqual([failed, failed]);
    expect(mails()[1]?.text).toContain('Stripe does not try again by itself.');
  });

  it('is not told where it is paid by the time that Stripe is asked', async () => {
    stripe.failPayment(subscription, null);
    stripe.change(subscription, { status: 'active' });
    await hear({ type: 'invoice.payment_failed' });
    // Paid, and the subscription does not know yet.
    stripe.change(subscription, { status: 'past_due' });
    await hear({ type: 'invoice.payment_failed' });
    expect(subjects()).toEqual([]);
    stripe.failPayment(subscription, null);
    await hear();
    expect(subjects()).toEqual([failed]);
  });

  it('is not told by an event that Stripe has not signed', async () => {
    stripe.failPayment(subscription, null);
    expect(await hear({ secret: 'whsec_other' })).toBe(400);
    expect(await hear({ signedAt: new Date(world.clock.now().getTime() - 301_000) })).toBe(400);
    expect(subjects()).toEqual([]);
  });

  it('that ends the plan is told as its end', async () => {
    stripe.failPayment(subscription, null);
    await hear();
    clear();
    stripe.change(subscription, { status: 'unpaid' });
    await hear();
    stripe.change(subscription, { status: 'canceled', cancellation_details: { reason: 'payment_failed' } });
    await hear({ type: 'customer.subscription.deleted' });
    expect(subjects()).toEqual(['Your plan for Coact has ended']);
    expect(mails()[0]?.text).toContain('has ended, as it was not paid.');
    expect(mails()[0]?.text).toContain('Signing in, history and exports stay');
  });
});

describe('a plan that is cancelled', () => {
  const ends = () => new Date(world.clock.now().getTime() + 10 * day);
  const dayWords = (at: Date) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/Berlin' }).format(at);

  it('is told once with its last day, and once more when it has ended', async () => {
    const last = ends();
    const seconds = Math.floor(last.getTime() / 1_000);
    stripe.change(subscription, { cancel_at_period_end: true, current_period_end: seconds });
    await hear({ id: 'evt_cancel' });
    await hear({ id: 'evt_cancel' });
    await hear();
    expect(subjects()).toEqual([`Your plan for Coact ends on ${dayWords(last)}`]);
    expect(mails()[0]?.text).toContain('Until then it can be taken back');
    clear();
    world.clock.advance(10 * day + 60_000);
    stripe.change(subscription, { status: 'canceled', ended_at: seconds });
    await hear({ type: 'customer.subscription.deleted' });
    await hear({ id: 'evt_cancel' });
    expect(subjects()).toEqual(['Your plan for Coact has ended']);
    expect(mails()[0]?.text).not.toContain('not paid');
  });

  it('is told again where it was taken back in between', async () => {
    const seconds = Math.floor(ends().getTime() / 1_000);
    stripe.change(subscription, { cancel_at_period_end: true, current_period_end: seconds });
    await hear();
    stripe.change(subscription, { cancel_at_period_end: false });
    await hear();
    stripe.change(subscription, { cancel_at_period_end: true });
    await hear();
    expect(subjects()).toHaveLength(2);
  });
});
