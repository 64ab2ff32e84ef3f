import { type StripeStandIn, startStripe } from '../../support/stripe.ts';
import type { Browsers, Somebody } from '../browser.ts';
import { foundWithSlack } from '../founding.ts';
import { enterBy, linkIn, mailedLink } from '../mailed-link.ts';
import { ask } from '../small-company.ts';
import { type JourneyWorld, openJourneyWorld } from '../world.ts';
import { openStripePages, type StripePages } from './stripe-pages.ts';

/** A company whose host bills by Stripe. */
export interface BillingStory extends AsyncDisposable {
  readonly world: JourneyWorld;
  readonly browsers: Browsers;
  readonly stripe: StripeStandIn;
  readonly pages: StripePages;
  readonly maya: Somebody;
  /** So many days pass, for Coact and for Stripe alike; the owner signs in anew. */
  pass(days: number): Promise<void>;
}

const address = 'maya@harbour-pine.test';

export async function beginBilling(): Promise<BillingStory> {
  await using opening = new AsyncDisposableStack();
  const time = { ahead: 0 };
  const stripe = opening.use(await startStripe({ now: () => new Date(Date.now() + time.ahead) }));
  // Too short a trial to be kept beside a plan: what is paid begins at once, and nothing is left of the trial at its end.
  const world = opening.use(await openJourneyWorld({ ...stripe.environment, STRIPE_TRIAL_DAYS: '1' }));
  const maya = await world.browsers.somebody();
  const pages = await openStripePages(maya.context, stripe, world.practice.urls.coact);
  await foundWithSlack(maya.page, world.coact.ownerLink ?? '');
  const mailed = () => world.practice.mail.messages().find(({ to }) => to.includes(address))?.text ?? '';
  const pass: BillingStory['pass'] = async (days) => {
    time.ahead += days * 86_400_000;
    await world.goOnLater(time.ahead);
    const before = linkIn(mailed());
    await maya.page.goto(`${world.practice.urls.coact}/sign-in`);
    await ask(maya.page, 'POST', '/api/sign-in/link', { email: address });
    await enterBy(maya.page, await mailedLink(mailed, before));
  };
  const opened = opening.move();
  return {
    ...{ world, browsers: world.browsers, stripe, pages, maya, pass },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}
