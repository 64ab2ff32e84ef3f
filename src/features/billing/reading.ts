import { type OrgId, orgOf, type Tx } from '../../platform/db/index.ts';
import { newsIn } from './news.ts';
import type { BillingParts } from './parts.ts';
import { accountOf, beginReading, lockAccount, type StoredAccount, storeReading } from './store.ts';
import { currentOf } from './subscription.ts';
import { tellOwners } from './telling.ts';

const dayInMs = 86_400_000;

type Trials = Pick<BillingParts, 'clock' | 'settings'>;

/** The organisation's account; its trial begins when it is first asked for. */
export function account({ clock, settings }: Trials, tx: Tx): Promise<StoredAccount> {
  return accountOf(tx, new Date(clock.now().getTime() + settings.trialDays * dayInMs));
}

/**
 * Reads at Stripe how the subscription stands, and stores it: the one way in which anything of it gets here. Events, visits
 * of a page and the clock are hints to read, so that none of them can be too late, doubled or out of order.
 *
 * Every change at Stripe is followed by an event, and every event by a reading that begins after it. Of readings that
 * overlap, the one that began last is stored, whichever answer comes first: so the last word is of after the last change.
 */
export async function readAtStripe(
  parts: Pick<BillingParts, 'db' | 'clock' | 'audit' | 'settings' | 'stripe' | 'people' | 'policy' | 'publicUrl'>,
  orgId: OrgId,
): Promise<void> {
  const { db, clock, stripe } = parts;
  const begun = await db.inOrg(orgId, async (tx) => {
    const { customerId } = await account(parts, tx);
    return customerId === null ? null : { customerId, number: await beginReading(tx) };
  });
  if (begun === null) return;
  const subscription = currentOf(await stripe.subscriptionsOf(begun.customerId));
  const nextInvoice = subscription && (await stripe.nextInvoice(subscription));
  await db.inOrg(orgId, async (tx) => {
    await lockAccount(tx);
    const before = await account(parts, tx);
    if (!(await storeReading(tx, begun.number, { subscription, nextInvoice }, clock.now()))) return;
    const after = await account(parts, tx);
    await recordChange(parts, tx, before, after);
    const { trialEndsAt } = after;
    await tellOwners(parts, tx, newsIn(before, { subscription, trialEndsAt }, clock.now()));
  });
}

/** The log tells when the plan began, was cancelled, went unpaid or ended; not each reading that found nothing new. */
async function recordChange(
  { audit }: Pick<BillingParts, 'audit'>,
  tx: Tx,
  before: StoredAccount,
  after: StoredAccount,
): Promise<void> {
  const said = ({ subscription }: StoredAccount) => ({
    status: subscription?.status ?? 'none',
    ends: subscription !== null && subscription.cancelsAt !== null,
  });
  const [was, is] = [said(before), said(after)];
  if (was.status === is.status && was.ends === is.ends) return;
  await audit.append(tx, {
    ...{ actor: { kind: 'system', id: 'billing' }, action: 'billing.plan_changed' },
    ...{ target: { type: 'organisation', id: orgOf(tx) }, detail: is },
  });
}
