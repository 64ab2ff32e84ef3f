import { locale, minorUnits, plural } from '../../../web/figures.ts';
import type { Billing, Money, PlanName } from './billing-contract.ts';

const dayInMs = 86_400_000;

/** An amount as a bill shows it, to the smallest unit. */
export function exactMoney({ amount, currency }: Money): string {
  const code = currency.toUpperCase();
  return new Intl.NumberFormat(locale, { style: 'currency', currency: code }).format(amount / minorUnits(code));
}

/** A day as people write it, in the organisation's time zone. */
export const dayWords = (iso: string, timeZone: string): string =>
  new Date(iso).toLocaleDateString(locale, { timeZone, day: 'numeric', month: 'long', year: 'numeric' });

/** Days that are left until a moment, begun ones counted. */
export const daysLeft = (iso: string, now: Date): number =>
  Math.max(0, Math.ceil((Date.parse(iso) - now.getTime()) / dayInMs));

export const planTitles: Readonly<Record<PlanName, string>> = { monthly: 'Monthly', yearly: 'Yearly' };

/** What stands at the head of the page: a word, its colour, and a sentence. */
export function standingWords(billing: Billing, timeZone: string, now: Date) {
  const { standing, why, until, plan } = billing;
  if (standing === 'trial') {
    const left = until === null ? 0 : daysLeft(until, now);
    return {
      ...{ word: 'Trial', color: 'lilac' },
      sentence: `${plural(left, 'day')} left. Everything works, and no card is needed. Afterwards requests and schedules wait until a plan is chosen.`,
    };
  }
  if (standing === 'dunning') {
    return {
      ...{ word: 'Payment failed', color: 'red' },
      sentence: 'The last payment did not go through. Stripe tries again for some days; everything works meanwhile.',
    };
  }
  if (standing === 'ended') {
    const reasons = {
      trial: 'The trial is over',
      cancelled: 'The plan has ended',
      unpaid: 'The plan was not paid and has ended',
    };
    return {
      ...{ word: 'Ended', color: 'red' },
      sentence: `${reasons[why ?? 'cancelled']}. Requests are not sent and schedules not published. Signing in, history and exports stay.`,
    };
  }
  if (until !== null) {
    return {
      ...{ word: 'Cancelled', color: 'yellow' },
      sentence: `Everything works until ${dayWords(until, timeZone)}. Until then you can take the cancellation back at Stripe.`,
    };
  }
  return {
    ...{ word: 'Active', color: 'pine' },
    sentence: plan === null ? '' : `Goes on by itself on ${dayWords(plan.renewsAt, timeZone)}.`,
  };
}
