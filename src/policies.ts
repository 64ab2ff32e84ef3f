import * as billing from './features/billing/index.ts';
import * as links from './features/links/index.ts';
import * as pay from './features/pay/index.ts';
import * as people from './features/people/index.ts';
import * as processes from './features/processes/index.ts';
import * as schedule from './features/schedule/index.ts';
import * as share from './features/share/index.ts';
import * as trust from './features/trust/index.ts';
import type { PolicySet } from './platform/policy/index.ts';
import * as webhooks from './platform/webhooks/index.ts';

/** Every policy of the product. */
export const allPolicies: readonly PolicySet[] = [
  people.policies,
  links.policies,
  share.policies,
  schedule.policies,
  pay.policies,
  billing.policies,
  processes.policies,
  trust.policies,
  webhooks.policies,
];
