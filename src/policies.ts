import * as people from './features/people/index.ts';
import * as schedule from './features/schedule/index.ts';
import * as share from './features/share/index.ts';
import * as trust from './features/trust/index.ts';
import type { PolicySet } from './platform/policy/index.ts';

/** Every policy of the product. */
export const allPolicies: readonly PolicySet[] = [people.policies, share.policies, schedule.policies, trust.policies];
