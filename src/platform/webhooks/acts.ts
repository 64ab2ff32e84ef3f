import { defineActs } from '../audit/index.ts';

/** What is recorded of webhooks: who sends what where. What was sent stands in the deliveries, for a week. */
export const acts = defineActs({
  'webhooks.endpoint_added': {
    sentence: '{actor} added {target}',
    target: 'webhook',
    fields: { events: 'names of the events that it is told of' },
  },
  'webhooks.endpoint_changed': {
    sentence: '{actor} changed {target}',
    target: 'webhook',
    fields: { changed: 'names of what was changed', state: 'enabled or paused, from then on' },
  },
  'webhooks.endpoint_removed': { sentence: '{actor} removed {target}', target: 'webhook' },
  'webhooks.secret_replaced': { sentence: '{actor} gave {target} a new secret', target: 'webhook' },
  'webhooks.test_sent': { sentence: '{actor} sent a test to {target}', target: 'webhook' },
  'webhooks.sent_again': {
    sentence: '{actor} had deliveries to {target} sent again',
    target: 'webhook',
    fields: { deliveries: 'how many' },
  },
  'webhooks.endpoint_stopped': {
    sentence: 'Coact paused {target}, as nothing arrives there',
    target: 'webhook',
    fields: { why: 'gone, or failing for days' },
  },
});

export type WebhookAction = keyof typeof acts;
