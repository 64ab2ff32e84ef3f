import type { OrgId } from '../../platform/db/index.ts';
import type { BillingParts } from './parts.ts';
import { findAccount } from './store.ts';
import { isEnded } from './subscription.ts';

/**
 * Ends whatever an organisation that is to be erased would go on paying for, at once, and closes a Checkout that nobody has finished. May
 * be called again. @throws when Stripe can't be asked: then something may still run
 */
export async function endAtStripe({ db, stripe }: Pick<BillingParts, 'db' | 'stripe'>, orgId: OrgId): Promise<void> {
  const found = await db.inOrg(orgId, findAccount);
  if (found === null || found.customerId === null) return;
  if (found.checkoutId !== null) await stripe.closeCheckout(found.checkoutId);
  for (const subscription of await stripe.subscriptionsOf(found.customerId)) {
    if (!isEnded(subscription)) await stripe.endNow(subscription.id);
  }
}
