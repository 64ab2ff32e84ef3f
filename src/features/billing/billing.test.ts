import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppMembers, openMembers } from '../../../test/support/app-members.ts';
import { type AppWorld, draft, type Json, openAppWorld, publicUrl } from '../../../test/support/app-world.ts';
import { type StripeStandIn, startStripe } from '../../../test/support/stripe.ts';
import { fixedClock, type MovableClock } from '../../platform/clock/index.ts';
import { orgId, sql } from '../../platform/db/index.ts';
import { lookAfterAccounts } from './job-kinds.ts';

/** One organisation from its trial to its end and back, as it happens. Each test goes on where the last one stopped. */
let clock: MovableClock;
let stripe: StripeStandIn;
let world: AppWorld;
let members: AppMembers;
let subscription = '';

const day = 86_400_000;
const ask = (method: string, path: string, body?: unknown) => world.ask(method, path, body);
const billing = async () => (await ask('GET', '/api/billing')).json;
const plan = async () => ((await ask('GET', '/api/me')).json as { plan: Json }).plan;
const customer = () => String(stripe.asked.find(({ route }) => route === 'POST checkout/sessions')?.fields.customer);
const inOrg = <T>(text: string) =>
  world.db.inOrg(orgId(members.orgId), async (tx) => (await sql<T>`${sql.raw(text)}`.execute(tx.on())).rows);
const acts = async () =>
  (await inOrg<{ action: string }>(`select action from audit_entries where action like 'billing.%' order by seq`)).map(
    ({ action }) => action,
  );

/** Something has happened at Stripe, and Stripe tells of it. */
async function hear(options: Partial<Parameters<StripeStandIn['event']>[0]> = {}): Promise<number> {
  const answer = await world.app.fetch(stripe.event({ customer: customer(), ...options }));
  await world.work();
  return answer.status;
}

/** Both clocks: Stripe's and ours. */
function pass(ms: number): void {
  clock.advance(ms);
  world.clock.advance(ms);
}

beforeAll(async () => {
  clock = fixedClock(new Date().toISOString());
  stripe = await startStripe(clock);
  world = await openAppWorld(null, { environment: stripe.environment, limitFactor: 100 });
  members = await openMembers(world);
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await stripe[Symbol.asyncDispose]();
});

describe('a trial', () => {
  it('lasts its days, with everything, without Stripe being asked', async () => {
    expect(await billing()).toMatchObject({
      ...{ standing: 'trial', people: 1, plan: null },
      offers: [
        { plan: 'monthly', price: { amount: 500, currency: 'eur' } },
        { plan: 'yearly', price: { amount: 5_000, currency: 'eur' } },
      ],
    });
    expect(await plan()).toMatchObject({ kind: 'trial', sentence: null });
    await world.sendRequest({ title: 'In the trial' });
    expect(stripe.asked.filter(({ route }) => !route.includes('prices'))).toEqual([]);
  });

  it('is seen by owners and admins, and its plan chosen by owners alone', async () => {
    const admin = await members.signInAs('admin');
    const employee = await members.signInAs('employee');
    expect((await members.ask(admin, 'GET', '/api/billing')).status).toBe(200);
    const refused = await members.ask(admin, 'POST', '/api/billing/checkout', { body: { plan: 'monthly' } });
    expect(refused.status).toBe(403);
    expect((await members.ask(employee, 'GET', '/api/billing')).status).toBe(403);
    expect(JSON.parse((await members.ask(employee, 'GET', '/api/me')).text).plan).toBeNull();
  });
});

describe('a plan', () => {
  it('is chosen on Stripe’s page, one page at a time, and keeps what is left of the trial', async () => {
    const first = await ask('POST', '/api/billing/checkout', { plan: 'yearly' });
    const second = await ask('POST', '/api/billing/checkout', { plan: 'monthly' });
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(new URL(String(second.json.url)).host).toBe('checkout.stripe.com');
    const opened = stripe.asked.filter(({ route }) => route === 'POST checkout/sessions');
    expect(opened[1]?.fields).toMatchObject({
      ...{ mode: 'subscription', 'line_items[0][price]': 'price_month', 'line_items[0][quantity]': '3' },
      success_url: `${publicUrl}/settings/plan?from=checkout`,
    });
    const trialEnd = Number(opened[1]?.fields['subscription_data[trial_end]']) * 1_000;
    expect(trialEnd - clock.now().getTime()).toBeGreaterThan(29 * day);
    expect(stripe.asked.filter(({ route }) => route.endsWith('/expire'))).toHaveLength(1);
    expect(
      new Set(stripe.asked.filter(({ route }) => route === 'POST customers').map((one) => one.idempotencyKey)).size,
    ).toBe(1);
  });

  it('is there once Stripe has told of it, however often it tells', async () => {
    subscription = stripe.pay();
    expect(await hear({ id: 'evt_paid', type: 'checkout.session.completed' })).toBe(204);
    expect(await billing()).toMatchObject({
      ...{ standing: 'paid', offers: [] },
      plan: { name: 'monthly', people: 3, next: { amount: 1_500, currency: 'eur' } },
    });
    const reads = () => stripe.asked.filter(({ route }) => route === 'GET subscriptions').length;
    const before = reads();
    for (let copy = 0; copy < 3; copy += 1) expect(await hear({ id: 'evt_paid' })).toBe(204);
    expect(reads()).toBe(before);
  });

  it('can’t be chosen twice', async () => {
    const again = await ask('POST', '/api/billing/checkout', { plan: 'monthly' });
    expect([again.status, again.json.code]).toEqual([409, 'has_plan']);
  });

  it('is looked after on Stripe’s pages', async () => {
    for (const [page, words] of [
      ['home', 'bps_'],
      ['cancel', 'subscription_cancel'],
      ['payment', 'payment_method_update'],
    ]) {
      const { json } = await ask('POST', '/api/billing/portal', { page });
      expect(json.url).toMatch(new RegExp(`^https://billing.stripe.com/.*${words}`));
    }
    expect(await acts()).toEqual([
      ...['billing.checkout_opened', 'billing.checkout_opened', 'billing.plan_changed'],
      ...Array.from({ length: 3 }, () => 'billing.portal_opened'),
    ]);
  });

  it('says so when Stripe does not answer, and changes nothing', async () => {
    stripe.fault = 500;
    const answer = await ask('POST', '/api/billing/refresh');
    expect([answer.status, answer.json.code]).toEqual([503, 'stripe_unreachable']);
    expect((await billing()).standing).toBe('paid');
    stripe.fault = null;
  });
});

describe('an event', () => {
  const statusOf = async (request: Request) => (await world.app.fetch(request)).status;
  const waiting = () => inOrg<{ event_id: string }>('select event_id from billing_events_seen');

  it('that is forged, changed on its way, stale or of another kind of key does nothing', async () => {
    const to = customer();
    const before = (await waiting()).length;
    const old = new Date(clock.now().getTime() - 301_000);
    expect(await statusOf(stripe.event({ customer: to, secret: 'whsec_other' }))).toBe(400);
    expect(await statusOf(stripe.event({ customer: to, signedAt: old }))).toBe(400);
    expect(await statusOf(stripe.event({ customer: to, instead: '{"id":"evt_1","object":"event"}' }))).toBe(400);
    expect(await statusOf(stripe.event({ customer: to, live: true }))).toBe(400);
    const bare = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
    expect(await statusOf(new Request(`${publicUrl}/api/billing/stripe`, bare))).toBe(400);
    expect(await waiting()).toHaveLength(before);
    expect(world.log.lines.filter(({ fields }) => fields.event === 'billing.event_refused')).toHaveLength(5);
  });

  it('about somebody else’s customer is taken and passed over', async () => {
    const before = (await waiting()).length;
    expect(await hear({ customer: 'cus_elsewhere' })).toBe(204);
    expect(await waiting()).toHaveLength(before);
  });
});

describe('the number of people', () => {
  it('is reported once per cycle, on the day before it ends', async () => {
    const reports = () => stripe.asked.filter(({ route }) => route === 'POST subscription_items/:id');
    const look = async () => {
      await world.db.asOwner((tx) => world.app.jobs.enqueue(tx, lookAfterAccounts, {}));
      await world.work();
    };
    await look();
    expect(reports()).toEqual([]);
    const ends =
      Number(JSON.stringify(stripe.subscription(subscription)).match(/"current_period_end":(\d+)/)?.[1]) * 1_000;
    pass(ends - clock.now().getTime() - day / 2);
    await members.signInAs('publisher');
    await look();
    await look();
    expect(reports().map(({ fields }) => fields)).toEqual([{ quantity: '4', proration_behavior: 'none' }]);
    expect(reports()[0]?.idempotencyKey).toBe(`coact-people-${subscription}-${ends / 1_000}`);
    expect((await billing()).plan).toMatchObject({ people: 4, next: { amount: 2_000 } });
    pass(day);
    stripe.change(subscription, {
      status: 'active',
      current_period_end: Math.floor(clock.now().getTime() / 1_000) + 30 * 86_400,
    });
    await hear();
    await look();
    expect(reports()).toHaveLength(1);
  });
});

describe('a payment that fails', () => {
  it('is said, and stops nothing while Stripe tries again', async () => {
    stripe.change(subscription, { status: 'past_due' });
    await hear({ type: 'invoice.payment_failed' });
    expect(await plan()).toMatchObject({ kind: 'dunning', sentence: null });
    await world.sendRequest({ title: 'While Stripe tries again' });
    stripe.change(subscription, { status: 'active' });
    await hear({ type: 'invoice.paid' });
    expect((await plan()).kind).toBe('paid');
  });
});

describe('a cancelled plan', () => {
  let planned = '';

  it('goes on to the end of what is paid', async () => {
    stripe.change(subscription, { cancel_at_period_end: true });
    await hear();
    const { standing, until, plan: shown } = await billing();
    expect([standing, until !== null, (shown as Json).next]).toEqual(['paid', true, null]);
    const { json } = await ask('POST', '/api/requests', { ...draft, title: 'Planned for after the end' });
    planned = String(json.id);
    const at = new Date(world.clock.now().getTime() + 31 * day).toISOString();
    expect((await ask('POST', `/api/requests/${planned}/send`, { at })).status).toBe(200);
  });

  it('stops sending and publishing then, also when no event says so', async () => {
    pass(30 * day + 60_000);
    expect(await plan()).toMatchObject({
      kind: 'ended',
      sentence: expect.stringMatching(/^The plan has ended\. .*Nothing is lost\.$/),
    });
    const { json } = await ask('POST', '/api/requests', { ...draft, title: 'Too late' });
    const sent = await ask('POST', `/api/requests/${json.id}/send`, {});
    expect([sent.status, sent.json.code]).toEqual([422, 'not_ready']);
    expect(JSON.stringify(sent.json)).toContain('The plan has ended.');
    const period = await ask('POST', '/api/schedule/periods', { firstDay: await nextMonday() });
    const published = await ask('POST', `/api/schedule/periods/${period.json.id}/publish`, {});
    expect([published.status, published.json.code]).toEqual([409, 'plan_ended']);
  });

  it('stops it for programs and from Slack too', async () => {
    const key = await ask('POST', '/api/api-keys', { name: 'Zapier', rights: ['read', 'publish'] });
    const { json } = await ask('POST', '/api/requests', { ...draft, title: 'By a program' });
    const request = new Request(`${publicUrl}/api/requests/${json.id}/send`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key.json.key}`, 'content-type': 'application/json' },
      body: '{}',
    });
    const answer = await world.app.fetch(request);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('The plan has ended.');
  });

  it('keeps what was planned: it waits as a draft and says why', async () => {
    const channel = () => world.slack.team('T1').messages.length;
    const before = channel();
    pass(day);
    await world.work();
    while ((await world.app.jobs.runDue({ future: true })) > 0);
    expect(channel()).toBe(before);
    const { json } = await ask('GET', `/api/requests/${planned}`);
    expect(json).toMatchObject({ state: 'draft', title: 'Planned for after the end' });
    expect(JSON.stringify(json)).toContain('Its time came while the plan had ended');
  });

  it('leaves signing in, history and exports as they are', async () => {
    for (const path of ['/api/requests', '/api/members', '/api/members/export', '/api/audit', '/api/my-data']) {
      expect([path, (await world.visit(path)).status]).toEqual([path, 200]);
    }
    expect((await members.signInAs('scheduler')).personId).not.toBe('');
  });

  it('goes on when it is resumed: what waited is sent on purpose, and nothing by itself', async () => {
    stripe.change(subscription, { status: 'canceled', ended_at: Math.floor(clock.now().getTime() / 1_000) });
    await hear({ type: 'customer.subscription.deleted' });
    expect(await billing()).toMatchObject({ standing: 'ended', why: 'cancelled', plan: null });
    expect((await ask('POST', '/api/billing/checkout', { plan: 'yearly' })).status).toBe(200);
    stripe.pay();
    // Back from Stripe, before any event.
    expect((await ask('POST', '/api/billing/refresh')).json).toMatchObject({
      standing: 'paid',
      plan: { name: 'yearly' },
    });
    const before = world.slack.team('T1').messages.length;
    await world.work();
    expect(world.slack.team('T1').messages).toHaveLength(before);
    expect((await ask('POST', `/api/requests/${planned}/send`, {})).status).toBe(200);
    await world.work();
    expect(world.slack.team('T1').messages).toHaveLength(before + 1);
  });
});

async function nextMonday(): Promise<string> {
  const now = world.clock.now();
  const days = (8 - (now.getUTCDay() || 7)) % 7 || 7;
  return new Date(now.getTime() + days * day).toISOString().slice(0, 10);
}

describe('without an account at Stripe', () => {
  it('there is nothing of it: no route, no word, no end', async () => {
    await using own = await openAppWorld();
    own.clock.advance(400 * day);
    for (const [method, path] of [
      ['GET', '/api/billing'],
      ['POST', '/api/billing/checkout'],
      ['POST', '/api/billing/portal'],
      ['POST', '/api/billing/refresh'],
      ['POST', '/api/billing/stripe'],
    ] as const) {
      expect([path, (await own.ask(method, path)).status]).toEqual([path, 404]);
    }
    expect(JSON.stringify(own.app.api.document())).not.toMatch(/billing|[Ss]tripe/);
    expect(own.app.api.listing().filter(({ path }) => path.includes('billing'))).toEqual([]);
  });
});
