import { type Account, standingOf } from './standing.ts';
import type { FailedPayment, Subscription } from './subscription.ts';

/** What owners are written to about. */
export type News =
  | { readonly kind: 'failed'; readonly failure: FailedPayment }
  /** Everything works until then. */
  | { readonly kind: 'cancelled'; readonly until: Date }
  | { readonly kind: 'ended'; readonly why: 'cancelled' | 'unpaid' };

/** How an account stood at the last reading, and about which failed attempt owners know. */
export interface Known extends Pick<Account, 'subscription'> {
  readonly toldFailure: string | null;
}

/** What tells one attempt from every other. */
export const failureKey = ({ invoiceId, attempt }: FailedPayment): string => `${invoiceId} ${attempt}`;

/** Running, and the customer is done with it; or over. Trials and a first payment that never came are neither. */
const over: readonly string[] = ['unpaid', 'paused', 'canceled'];

/**
 * What a reading has that the one before had not. Readings are stored one after the other, each once, so that nothing is told
 * twice however often or late Stripe tells of it; what was paid meanwhile is in no reading any more.
 */
export function newsIn(
  before: Known,
  after: { readonly subscription: Subscription | null; readonly trialEndsAt: Date },
  now: Date,
): readonly News[] {
  const { subscription } = after;
  if (subscription === null) return [];
  const was = before.subscription?.id === subscription.id ? before.subscription : null;
  const standing = standingOf(after, now);
  if (over.includes(subscription.status)) {
    const isNew = was === null || !over.includes(was.status);
    return isNew && standing.kind === 'ended' && standing.why !== 'trial' ? [{ kind: 'ended', why: standing.why }] : [];
  }
  const { failure, cancelsAt } = subscription;
  const news: News[] = [];
  if (standing.kind === 'dunning' && failure !== null && failureKey(failure) !== before.toldFailure)
    news.push({ kind: 'failed', failure });
  if (standing.kind !== 'ended' && cancelsAt !== null && (was?.cancelsAt ?? null) === null) {
    // A trial that is not over goes on.
    news.push({ kind: 'cancelled', until: cancelsAt > after.trialEndsAt ? cancelsAt : after.trialEndsAt });
  }
  return news;
}
