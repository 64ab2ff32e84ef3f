import type { OrgId } from '../../platform/db/index.ts';
import { counted } from './jobs.ts';
import type { BillingParts } from './parts.ts';
import { planPage } from './plan-page.ts';
import { account, readAtStripe } from './reading.ts';
import type { Plan } from './show.ts';
import { keepCheckout, keepCustomer } from './store.ts';
import { isRunning } from './subscription.ts';

export type Begun =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly code: 'not_offered' | 'has_plan' };

/** Stripe takes no end of a trial that is nearer (docs.stripe.com/api/checkout/sessions/create, trial_end). */
const nearestTrialEnd = 49 * 3_600_000;

/**
 * Opens Stripe's page on which a plan is chosen. There is one such page at a time, and none while a plan runs: so that two
 * owners, or two tabs, can't pay twice.
 */
export async function beginCheckout(parts: BillingParts, orgId: OrgId, personId: string, plan: Plan): Promise<Begun> {
  const { db, clock, stripe, settings, audit, people, publicUrl } = parts;
  const priceId = settings.prices[plan];
  if (priceId === null) return { ok: false, code: 'not_offered' };
  const before = await db.inOrg(orgId, (tx) => account(parts, tx));
  // What was paid a moment ago may not have been heard of yet.
  if (before.checkoutId !== null) await stripe.closeCheckout(before.checkoutId);
  await readAtStripe(parts, orgId);
  const { found, count } = await db.inOrg(orgId, async (tx) => ({
    found: await account(parts, tx),
    count: await counted(people, tx),
  }));
  if (found.subscription !== null && isRunning(found.subscription)) return { ok: false, code: 'has_plan' };
  const made = found.customerId ?? (await stripe.createCustomer(orgId));
  const customerId = await db.inOrg(orgId, (tx) => keepCustomer(tx, made));
  const left = found.trialEndsAt.getTime() - clock.now().getTime();
  const opened = await stripe.openCheckout({
    ...{ customerId, priceId, people: count, returnTo: planPage(publicUrl) },
    trialEndsAt: left > nearestTrialEnd ? found.trialEndsAt : null,
  });
  await db.inOrg(orgId, async (tx) => {
    await keepCheckout(tx, opened.id);
    await audit.append(tx, {
      ...{ actor: { kind: 'person', id: personId }, action: 'billing.checkout_opened' },
      ...{ target: { type: 'organisation', id: orgId }, detail: { plan, people: count } },
    });
  });
  return { ok: true, url: opened.url };
}
