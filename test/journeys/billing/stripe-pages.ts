import type { BrowserContext, Route } from 'playwright-core';
import type { StripeStandIn, SubscriptionChange } from '../../support/stripe.ts';

/** Stripe's own pages in somebody's browser, and the events that Stripe sends to Coact. */
export interface StripePages {
  /** Something happens at Stripe, and Stripe tells of it; gives how Coact answered. */
  happen(change: SubscriptionChange, type: string): Promise<number>;
}

const shown = (title: string, body: string) => ({
  status: 200,
  contentType: 'text/html; charset=utf-8',
  body: `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1>${body}</html>`,
});

const link = (to: string, words: string) => `<a href="${to.replaceAll('&', '&amp;')}">${words}</a>`;

/**
 * Answers for checkout.stripe.com and billing.stripe.com in one browser, with a link each for what its customer does there.
 * The stand-in for Stripe's API has no pages.
 */
export async function openStripePages(
  context: BrowserContext,
  stripe: StripeStandIn,
  coactUrl: string,
): Promise<StripePages> {
  let subscription = '';
  const customer = () => String(stripe.asked.find(({ route }) => route === 'POST checkout/sessions')?.fields.customer);
  const happen: StripePages['happen'] = async (change, type) => {
    stripe.change(subscription, change);
    const event = stripe.event({ customer: customer(), type });
    const to = `${coactUrl}/api/billing/stripe`;
    return (await fetch(to, { method: 'POST', headers: event.headers, body: await event.text() })).status;
  };
  const field = (route: string, name: string) =>
    stripe.asked.findLast((one) => one.route === route)?.fields[name] ?? '';
  const back = (route: Route, url: string) => route.fulfill({ status: 303, headers: { location: url } });
  await context.route('https://checkout.stripe.com/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname !== '/paid') return route.fulfill(shown('Checkout', link('https://checkout.stripe.com/paid', 'Pay')));
    subscription = stripe.pay();
    return back(route, field('POST checkout/sessions', 'success_url'));
  });
  await context.route('https://billing.stripe.com/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    const home = field('POST billing_portal/sessions', 'return_url');
    if (pathname === '/cancelled') {
      await happen({ cancel_at_period_end: true }, 'customer.subscription.updated');
      return back(route, home);
    }
    return route.fulfill(shown('Portal', link('https://billing.stripe.com/cancelled', 'Cancel subscription')));
  });
  return { happen };
}
