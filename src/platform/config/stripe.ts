import type { z } from 'zod';
import { isLoopback } from './loopback.ts';
import type { settings } from './settings.ts';

type Read = z.infer<z.ZodObject<typeof settings>>;

const needed = ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET'];
const prices = ['STRIPE_PRICE_MONTHLY', 'STRIPE_PRICE_YEARLY'];

/** The Stripe account that organisations are billed by. Null where nobody is billed. */
export function stripeOf(read: Read) {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret } = read;
  if (secretKey === undefined || webhookSecret === undefined) return null;
  return Object.freeze({
    ...{ secretKey, webhookSecret, apiBase: read.STRIPE_API_BASE, trialDays: read.STRIPE_TRIAL_DAYS },
    prices: Object.freeze({ monthly: read.STRIPE_PRICE_MONTHLY ?? null, yearly: read.STRIPE_PRICE_YEARLY ?? null }),
  });
}

/** What is wrong with its settings: half of them would bill nobody, or let everybody’s trial end with nothing to buy. */
export function findStripeProblems(given: Readonly<Record<string, string | undefined>>): readonly string[] {
  const problems: string[] = [];
  const isSet = (name: string) => given[name] !== undefined;
  if ([...needed, ...prices, 'STRIPE_TRIAL_DAYS'].some(isSet)) {
    for (const name of needed.filter((one) => !isSet(one))) {
      problems.push(`${name}: billing needs it; give it, or leave all STRIPE_ settings out.`);
    }
    if (!prices.some(isSet)) problems.push('STRIPE_PRICE_MONTHLY: billing needs a price; give it or the yearly one.');
  }
  const address = URL.parse(given.STRIPE_API_BASE ?? '');
  if (address?.protocol === 'http:' && !isLoopback(address.hostname)) {
    problems.push('STRIPE_API_BASE: plain http is for localhost only; use https.');
  }
  if (address !== null && (address.pathname !== '/' || address.username !== '' || address.search !== '')) {
    problems.push('STRIPE_API_BASE: give the host only, without a path or a password.');
  }
  return problems;
}
