import { describe, expect, it } from 'vitest';
import { connection, employee, harbour, ownerOf, publisher } from '../../../../test/support/answers.ts';
import { drawPage, drawPart } from '../../../../test/support/draw.tsx';
import type { SignedIn } from '../../../web/contract.ts';
import type { Billing } from './billing-contract.ts';
import { daysLeft, exactMoney, standingWords } from './billing-words.ts';
import { PlanBanner } from './plan-banner.tsx';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const trial: Billing = {
  ...{ standing: 'trial', why: null, until: inDays(11.5), people: 12, plan: null },
  offers: [
    { plan: 'monthly', price: { amount: 500, currency: 'eur' } },
    { plan: 'yearly', price: { amount: 5_000, currency: 'eur' } },
  ],
};
const paid: Billing = {
  ...{ standing: 'paid', why: null, until: null, people: 12, offers: [] },
  plan: { name: 'monthly', people: 11, renewsAt: '2026-06-01T00:00:00Z', next: { amount: 123_450, currency: 'eur' } },
};
const ended: Billing = { ...trial, standing: 'ended', why: 'cancelled', until: inDays(-1) };
const admin = ownerOf({ roles: ['admin', 'employee'] });
const planOf = (plan: SignedIn['plan'], me = ownerOf()) => ({ ...me, plan });

const draw = (billing: Billing, me: SignedIn = planOf({ kind: billing.standing, sentence: null, until: null })) =>
  drawPage('/settings/plan', [
    [['me'], me],
    [['billing'], billing],
  ]);

describe('the page of the plan', () => {
  it('counts the days of a trial and offers plans with what they would cost today', async () => {
    const page = await draw(trial);
    expect(page.text).toContain('12 days left');
    expect(page.text).toContain('€5.00 a person and month');
    expect(page.text).toContain('€60.00 a month for 12 people');
    expect(page.buttons).toEqual(expect.arrayContaining(['Choose monthly', 'Choose yearly']));
    expect(page.html).not.toContain('<input');
  });

  it('says of a plan whom it counts, what comes next, and where it is looked after', async () => {
    const page = await draw(paid);
    expect(page.text).toContain('Monthly plan');
    expect(page.text).toContain('€1,234.50');
    expect(page.text).toContain('11 people');
    expect(page.text).toContain('counted anew on the day before');
    expect(page.buttons).toEqual(expect.arrayContaining(['Manage at Stripe', 'Cancel the plan']));
    expect(page.buttons).not.toContain('Choose monthly');
  });

  it('offers the way back to whoever has cancelled, and the way to mend a payment', async () => {
    const cancelled = await draw({ ...paid, until: inDays(9) });
    expect(cancelled.buttons).toContain('Take the cancellation back at Stripe');
    expect(cancelled.buttons).not.toContain('Cancel the plan');
    expect((await draw({ ...paid, standing: 'dunning' })).buttons).toContain('Mend the payment at Stripe');
  });

  it('says after the end what has stopped, what stays and where what waited is', async () => {
    const page = await draw(ended);
    expect(page.text).toContain('Requests are not sent and schedules not published');
    expect(page.text).toContain('Signing in, history and exports stay');
    expect(page.links).toEqual(expect.arrayContaining(['/requests', '/team/schedule']));
    expect(page.buttons).toContain('Choose monthly');
  });

  it('lets admins look and change nothing', async () => {
    for (const billing of [trial, paid, ended]) {
      const page = await draw(billing, planOf({ kind: 'trial', sentence: null, until: null }, admin));
      expect(page.buttons.filter((words) => /Stripe|Choose|Cancel/.test(words))).toEqual([]);
      expect(page.text).toContain('Owners choose, change and end the plan.');
    }
  });
});

describe('the head of every page', () => {
  const banner = (plan: SignedIn['plan'], me = ownerOf()) =>
    drawPart(<PlanBanner />, [[['me'], planOf(plan, me)]]).text;
  const sentence = 'The plan has ended.';

  it('says nothing where nobody is billed, and while all is well', () => {
    expect(banner(null)).toBe('');
    expect(banner(undefined)).toBe('');
    expect(banner({ kind: 'paid', sentence: null, until: null })).toBe('');
    expect(banner({ kind: 'trial', sentence: null, until: inDays(12) })).toBe('');
    expect(banner(null, employee)).toBe('');
  });

  it('tells owners that a trial ends soon, owners and admins that a payment failed', () => {
    expect(banner({ kind: 'trial', sentence: null, until: inDays(2.5) })).toContain('The trial ends in 3 days');
    expect(banner({ kind: 'trial', sentence: null, until: inDays(2.5) }, publisher)).toBe('');
    const free = 'What is left of the trial stays free';
    expect(banner({ kind: 'trial', sentence: null, until: inDays(5) })).toContain(free);
    // Stripe takes no trial that ends so soon: the plan is paid from now on.
    expect(banner({ kind: 'trial', sentence: null, until: inDays(2) })).not.toContain(free);
    expect(banner({ kind: 'dunning', sentence: null, until: null }, admin)).toContain('The last payment failed');
    expect(banner({ kind: 'dunning', sentence: null, until: null }, publisher)).toBe('');
  });

  it('tells everybody whom it stops that nothing is sent', () => {
    for (const me of [ownerOf(), admin, publisher]) {
      expect(banner({ kind: 'ended', sentence, until: null }, me)).toContain(sentence);
    }
    expect(banner({ kind: 'ended', sentence, until: null }, publisher)).not.toContain('Choose a plan');
  });
});

it('the settings lead to the plan only where there is one', async () => {
  const settings = (me: SignedIn) =>
    drawPage('/settings', [
      [['me'], me],
      [['organisation'], harbour],
      [['slack'], connection],
    ]);
  expect((await settings(planOf({ kind: 'paid', sentence: null, until: null }))).links).toContain('/settings/plan');
  expect((await settings(ownerOf())).links).not.toContain('/settings/plan');
});

describe('words', () => {
  it('amounts are exact, in the currency’s own units', () => {
    expect(exactMoney({ amount: 123_450, currency: 'usd' })).toMatch(/1,234\.50/);
    expect(exactMoney({ amount: 500, currency: 'jpy' })).toMatch(/500$/);
  });

  it('a begun day counts, and none is left of a past one', () => {
    const now = new Date('2026-05-10T12:00:00Z');
    expect(daysLeft('2026-05-11T12:00:01Z', now)).toBe(2);
    expect(daysLeft('2026-05-01T00:00:00Z', now)).toBe(0);
    expect(standingWords({ ...trial, until: '2026-05-11T00:00:00Z' }, 'UTC', now).sentence).toContain('1 day left');
  });
});
