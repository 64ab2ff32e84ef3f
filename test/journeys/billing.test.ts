import { afterAll, describe } from 'vitest';
import { billing } from './billing/billing.ts';
import { emulatedCheckout } from './billing/checkout.ts';
import { beginBilling } from './billing/story.ts';
import { stopAtFirstFailure } from './one-story.ts';

// A host bills by Stripe: Coact, a Slack, what stands in for Stripe's API and pages, and an owner.
const story = await beginBilling();
afterAll(() => story[Symbol.asyncDispose]());
stopAtFirstFailure(story.browsers);

describe('a plan', () => billing(story));
describe('Checkout', () => emulatedCheckout());
