import { describe, expect, it } from 'vitest';
import { letterOf } from './letters.ts';
import { type Known, newsIn } from './news.ts';
import type { FailedPayment, Subscription } from './subscription.ts';

const now = new Date('2026-05-10T00:00:00Z');
const past = new Date('2026-05-01T00:00:00Z');
const later = new Date('2026-06-01T00:00:00Z');

const failure: FailedPayment = { invoiceId: 'in_1', attempt: 1, nextAttemptAt: null, amount: 1500, currency: 'eur' };
const subscription = (given: Partial<Subscription> = {}): Subscription => ({
  ...{ id: 'sub_1', status: 'active', unpaid: false, itemId: 'si_1', priceId: 'price_1', people: 3, failure: null },
  ...{ periodEndsAt: later, cancelsAt: null, endedAt: null, createdAt: past, ...given },
});
const known = (given: Partial<Subscription> | null, toldFailure: string | null = null): Known => ({
  subscription: given && subscription(given),
  toldFailure,
});
const news = (before: Known, given: Partial<Subscription>, trialEndsAt = past) =>
  newsIn(before, { subscription: subscription(given), trialEndsAt }, now);
const kinds = (...asked: Parameters<typeof news>) => news(...asked).map(({ kind }) => kind);

describe('what is new in a reading', () => {
  const arrears = { status: 'past_due', failure } as const;

  it('is an attempt that owners do not know of, while Stripe tries again', () => {
    expect(kinds(known({}), arrears)).toEqual(['failed']);
    expect(kinds(known(arrears), arrears)).toEqual(['failed']);
    expect(kinds(known(arrears, 'in_1 1'), arrears)).toEqual([]);
    expect(kinds(known(arrears, 'in_1 1'), { ...arrears, failure: { ...failure, attempt: 2 } })).toEqual(['failed']);
    expect(kinds(known({}), { status: 'past_due' })).toEqual([]);
    expect(kinds(known({}), { ...arrears, cancelsAt: later })).toEqual(['failed', 'cancelled']);
  });

  it('is a cancellation, to the end of the plan or of the trial', () => {
    const cancelled = { cancelsAt: later };
    expect(news(known({}), cancelled)).toEqual([{ kind: 'cancelled', until: later }]);
    expect(kinds(known(cancelled), cancelled)).toEqual([]);
    expect(kinds(known({ id: 'sub_0', cancelsAt: past }), cancelled)).toEqual(['cancelled']);
    const trialEnd = new Date('2026-07-01T00:00:00Z');
    expect(news(known({}), cancelled, trialEnd)).toEqual([{ kind: 'cancelled', until: trialEnd }]);
  });

  it('is an end, once, and no end of what never began or of what the trial outlasts', () => {
    expect(news(known({}), { status: 'canceled', unpaid: true })).toEqual([{ kind: 'ended', why: 'unpaid' }]);
    expect(kinds(known({ status: 'unpaid' }), { status: 'canceled', unpaid: true })).toEqual([]);
    expect(kinds(known({ status: 'paused' }), { status: 'active' })).toEqual([]);
    expect(kinds(known(null), { status: 'incomplete_expired' })).toEqual([]);
    expect(kinds(known({}), { status: 'canceled' }, later)).toEqual([]);
    expect(newsIn(known({}), { subscription: null, trialEndsAt: past }, now)).toEqual([]);
  });
});

it('a letter names days and amounts as the organisation reads them, and never asks for a card', () => {
  const whose = {
    name: 'Harbour & Pine',
    timeZone: 'Pacific/Auckland',
    planPage: 'https://coact.example/settings/plan',
  };
  const at = new Date('2026-05-11T20:00:00Z');
  const yen = { ...failure, nextAttemptAt: at, currency: 'jpy' };
  const { letter } = letterOf({ kind: 'failed', failure: yen }, whose);
  expect(letter.paragraphs[0]).toBe('Stripe could not collect JP¥1,500 for the plan of Harbour & Pine.');
  expect(letter.paragraphs[1]).toContain('on 12 May 2026');
  expect(letter.button?.url).toBe('https://coact.example/settings/plan');
  expect(letter.small).toContain('nobody asks you for one by mail');
});
