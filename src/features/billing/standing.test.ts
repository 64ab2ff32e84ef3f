import { describe, expect, it } from 'vitest';
import { type Account, standingOf, whyStopped } from './standing.ts';
import { currentOf, type Status, type Subscription, statuses } from './subscription.ts';

const now = new Date('2026-05-10T00:00:00Z');
const before = new Date('2026-05-09T00:00:00Z');
const after = new Date('2026-05-11T00:00:00Z');

const subscription = (more: Partial<Subscription> = {}): Subscription => ({
  ...{ id: 'sub_1', status: 'active', unpaid: false, itemId: 'si_1', priceId: 'price_1', people: 3 },
  ...{ periodEndsAt: after, cancelsAt: null, endedAt: null, createdAt: before, failure: null },
  ...more,
});
const account = (more: Partial<Subscription> | null, trialEndsAt = before): Account => ({
  trialEndsAt,
  subscription: more && subscription(more),
});

describe('how an organisation stands', () => {
  it('is its trial until that is over', () => {
    expect(standingOf(account(null, after), now)).toEqual({ kind: 'trial', endsAt: after });
    expect(standingOf(account(null, now), now)).toEqual({ kind: 'ended', why: 'trial', at: now });
  });

  it.each<[Status, string]>([
    ['active', 'paid'],
    ['trialing', 'paid'],
    ['past_due', 'dunning'],
    ['unpaid', 'ended unpaid'],
    ['paused', 'ended unpaid'],
    ['canceled', 'ended cancelled'],
    ['incomplete', 'ended trial'],
    ['incomplete_expired', 'ended trial'],
  ])('of a subscription that is %s is %s', (status, wanted) => {
    const standing = standingOf(account({ status }), now);
    expect(standing.kind === 'ended' ? `ended ${standing.why}` : standing.kind).toBe(wanted);
  });

  it('ends in time when it was cancelled, also when nobody says so', () => {
    expect(standingOf(account({ cancelsAt: after }), now)).toEqual({ kind: 'paid', cancelsAt: after });
    expect(standingOf(account({ cancelsAt: now }), now)).toEqual({ kind: 'ended', why: 'cancelled', at: now });
    expect(standingOf(account({ status: 'past_due', cancelsAt: before }), now).kind).toBe('ended');
  });

  it('tells a plan that nobody paid from one that was given up', () => {
    const ended = { status: 'canceled', endedAt: before } as const;
    expect(standingOf(account({ ...ended, unpaid: true }), now)).toEqual({ kind: 'ended', why: 'unpaid', at: before });
  });

  it('goes on as a trial that is not over, whatever became of a plan', () => {
    for (const status of ['unpaid', 'canceled', 'incomplete', 'incomplete_expired'] as const) {
      expect(standingOf(account({ status }, after), now).kind).toBe('trial');
    }
  });

  it('stops sending only once it has ended, with a sentence that says what to do', () => {
    for (const status of statuses) {
      const standing = standingOf(account({ status }), now);
      expect(whyStopped(standing) !== null).toBe(standing.kind === 'ended');
    }
    expect(whyStopped({ kind: 'ended', why: 'unpaid', at: null })).toMatch(
      /^The plan has ended, as it was not paid\. .*owner/,
    );
  });
});

describe('of several subscriptions', () => {
  it('the one that runs counts, then the latest, in whatever order they are listed', () => {
    const ended = subscription({ id: 'sub_3', status: 'canceled', createdAt: now });
    const waiting = subscription({ id: 'sub_2', status: 'incomplete', createdAt: now });
    const running = subscription({ id: 'sub_1', status: 'past_due' });
    const later = subscription({ id: 'sub_0', createdAt: now });
    expect(currentOf([])).toBeNull();
    for (const list of [
      [ended, waiting, running],
      [running, ended, waiting],
    ]) {
      expect(currentOf(list)).toBe(running);
    }
    expect(currentOf([ended, waiting])).toBe(waiting);
    expect(currentOf([running, later])).toBe(later);
    const twin = subscription({ id: 'sub_00' });
    expect(currentOf([twin, running])).toBe(currentOf([running, twin]));
  });
});
