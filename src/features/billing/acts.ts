import { defineActs } from '../../platform/audit/index.ts';

/** Everything that this slice records: what owners begin at the payment service, and what was read there. */
export const acts = defineActs({
  'billing.checkout_opened': {
    sentence: '{actor} went to Stripe to choose a plan',
    target: 'organisation',
    fields: { plan: 'monthly or yearly', people: 'how many people were counted' },
  },
  'billing.portal_opened': {
    sentence: '{actor} went to Stripe to look after the plan',
    target: 'organisation',
    fields: { page: 'which page of Stripe’s' },
  },
  'billing.plan_changed': {
    sentence: 'Stripe says something else of the plan than before',
    target: 'organisation',
    fields: { status: 'how the subscription stands', ends: 'whether it was cancelled' },
  },
  'billing.people_reported': {
    sentence: 'The number of people was reported to Stripe for the next bill',
    target: 'organisation',
    fields: { people: 'how many people were counted' },
  },
});

export type BillingAction = keyof typeof acts & string;
