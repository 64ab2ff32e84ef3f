import type { Subscription } from './subscription.ts';

/** What an organisation may do by its plan, now. */
export type Standing =
  | { readonly kind: 'trial'; readonly endsAt: Date }
  | { readonly kind: 'paid'; readonly cancelsAt: Date | null }
  /** A payment has failed and Stripe tries again: everything works meanwhile. */
  | { readonly kind: 'dunning' }
  | { readonly kind: 'ended'; readonly why: 'trial' | 'cancelled' | 'unpaid'; readonly at: Date | null };

export interface Account {
  readonly trialEndsAt: Date;
  readonly subscription: Omit<Subscription, 'createdAt' | 'failure'> | null;
}

/**
 * How an organisation stands. A plan that was cancelled goes on to the end of what is paid, known beforehand, so that it ends
 * in time also when no event of it arrives; a trial that is not over goes on whatever became of a plan.
 */
export function standingOf({ subscription, trialEndsAt }: Account, now: Date): Standing {
  const trial: Standing =
    trialEndsAt > now ? { kind: 'trial', endsAt: trialEndsAt } : { kind: 'ended', why: 'trial', at: trialEndsAt };
  if (subscription === null) return trial;
  const { status, cancelsAt, endedAt, unpaid } = subscription;
  const over = (why: 'cancelled' | 'unpaid', at: Date | null): Standing =>
    trial.kind === 'trial' ? trial : { kind: 'ended', why, at };
  switch (status) {
    case 'active':
    case 'trialing':
    case 'past_due':
      if (cancelsAt !== null && cancelsAt <= now) return over('cancelled', cancelsAt);
      return status === 'past_due' ? { kind: 'dunning' } : { kind: 'paid', cancelsAt };
    case 'unpaid':
    case 'paused':
      return over('unpaid', null);
    case 'canceled':
      return over(unpaid ? 'unpaid' : 'cancelled', endedAt);
    case 'incomplete':
    case 'incomplete_expired':
      return trial;
  }
}

const reasons = {
  trial: 'The trial is over.',
  cancelled: 'The plan has ended.',
  unpaid: 'The plan has ended, as it was not paid.',
} as const;

/** Why nothing may be sent or published now, and what to do about it; null where everything may. */
export function whyStopped(standing: Standing): string | null {
  if (standing.kind !== 'ended') return null;
  return `${reasons[standing.why]} Requests are not sent and schedules not published until an owner chooses a plan under Settings. Nothing is lost.`;
}
