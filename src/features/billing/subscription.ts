/** How a subscription stands, in Stripe's words (docs.stripe.com/billing/subscriptions/overview#subscription-statuses). */
export const statuses = [
  'active',
  'trialing',
  'past_due',
  'unpaid',
  'paused',
  'incomplete',
  'incomplete_expired',
  'canceled',
] as const;
export type Status = (typeof statuses)[number];

/** A bill that Stripe could not collect the last time it tried. */
export interface FailedPayment {
  readonly invoiceId: string;
  /** How often it was tried. */
  readonly attempt: number;
  /** Null: not by itself. */
  readonly nextAttemptAt: Date | null;
  /** In the currency's smallest unit. */
  readonly amount: number;
  readonly currency: string;
}

/** What is read of a subscription. */
export interface Subscription {
  readonly id: string;
  readonly status: Status;
  /** Whether it was ended because nobody paid. */
  readonly unpaid: boolean;
  readonly itemId: string;
  readonly priceId: string;
  /** What the bill counts. */
  readonly people: number;
  readonly periodEndsAt: Date;
  /** When it ends, if it was cancelled. */
  readonly cancelsAt: Date | null;
  readonly endedAt: Date | null;
  readonly createdAt: Date;
  /** Of a plan in arrears; null of any other. */
  readonly failure: FailedPayment | null;
}

const rank: Readonly<Record<Status, number>> = {
  ...{ active: 3, trialing: 3, past_due: 3 },
  ...{ unpaid: 2, paused: 2, incomplete: 1 },
  ...{ incomplete_expired: 0, canceled: 0 },
};

/** Whether nothing will ever be paid for it again. */
export const isEnded = ({ status }: Pick<Subscription, 'status'>): boolean => rank[status] === 0;

/** Whether the organisation has a plan now, be it in arrears: there is nothing to choose then. */
export const isRunning = ({ status }: Pick<Subscription, 'status'>): boolean => rank[status] >= 2;

/** The one that counts of all that a customer has ever had: one that runs before one that has ended, then the latest. */
export function currentOf(subscriptions: readonly Subscription[]): Subscription | null {
  const [first] = subscriptions.toSorted(
    (left, right) =>
      rank[right.status] - rank[left.status] ||
      right.createdAt.getTime() - left.createdAt.getTime() ||
      (left.id < right.id ? 1 : -1),
  );
  return first ?? null;
}
