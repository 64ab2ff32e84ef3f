import { z } from '@hono/zod-openapi';
import type { OrgId } from '../../platform/db/index.ts';
import { counted } from './jobs.ts';
import type { BillingParts } from './parts.ts';
import { account } from './reading.ts';
import { type Standing, standingOf } from './standing.ts';
import type { StoredAccount } from './store.ts';
import { isRunning } from './subscription.ts';

export const plans = ['monthly', 'yearly'] as const;
export type Plan = (typeof plans)[number];

/** In the currency's smallest unit. */
const money = z.object({ amount: z.number().int(), currency: z.string() });

export const billingShape = z.object({
  standing: z.enum(['trial', 'paid', 'dunning', 'ended']),
  why: z.enum(['trial', 'cancelled', 'unpaid']).nullable().describe('Why it has ended'),
  until: z.string().nullable().describe('When the trial, or a plan that was cancelled, ends or has ended'),
  people: z.number().int().describe('Active people now: what the next report counts'),
  plan: z
    .object({
      name: z.enum(plans).nullable(),
      people: z.number().int().describe('What the present bill counts'),
      renewsAt: z.string(),
      next: money.nullable().describe('The bill that comes next'),
    })
    .nullable(),
  offers: z
    .array(z.object({ plan: z.enum(plans), price: money.nullable().describe('For a person; null where it depends') }))
    .describe('Plans to choose from; empty while there is one'),
});

/** Everything that the page of the plan says. */
export async function show(parts: BillingParts, orgId: OrgId): Promise<z.infer<typeof billingShape>> {
  const { found, people } = await parts.db.inOrg(orgId, async (tx) => ({
    found: await account(parts, tx),
    people: await counted(parts.people, tx),
  }));
  const standing = standingOf(found, parts.clock.now());
  const plan = planOf(parts, found);
  return {
    ...{ standing: standing.kind, why: standing.kind === 'ended' ? standing.why : null },
    ...{ until: endOf(standing)?.toISOString() ?? null, people, plan },
    offers: plan === null ? await offersOf(parts) : [],
  };
}

function endOf(standing: Standing): Date | null {
  switch (standing.kind) {
    case 'trial':
      return standing.endsAt;
    case 'paid':
      return standing.cancelsAt;
    case 'dunning':
      return null;
    case 'ended':
      return standing.at;
  }
}

function planOf({ settings }: BillingParts, { subscription, nextInvoice }: StoredAccount) {
  if (subscription === null || !isRunning(subscription)) return null;
  const { priceId, people, periodEndsAt } = subscription;
  const name = plans.find((one) => settings.prices[one] === priceId) ?? null;
  return { name, people, renewsAt: periodEndsAt.toISOString(), next: nextInvoice };
}

/** The plans that the operator sells, with what a person costs; without it where Stripe does not say. */
async function offersOf({ settings, stripe }: BillingParts) {
  const sold = plans.flatMap((plan) => {
    const priceId = settings.prices[plan];
    return priceId === null ? [] : [{ plan, priceId }];
  });
  return Promise.all(
    sold.map(async ({ plan, priceId }) => {
      const price = await stripe.price(priceId).catch(() => null);
      return { plan, price: price?.amount == null ? null : { amount: price.amount, currency: price.currency } };
    }),
  );
}
