/**
 * Billing: an organisation pays by its active people, monthly or yearly, after a trial without a card. Cards, bills and
 * cancelling are on Stripe's own pages; here is only how the plan stands, which is read at Stripe. Once it has ended, requests
 * are not sent and schedules not published; everything else goes on. Without an account at Stripe none of this exists.
 */
import type { OrgId, Tx } from '../../platform/db/index.ts';
import type { GuardedRoute } from '../../platform/http/index.ts';
import type { JobHandler } from '../../platform/jobs/index.ts';
import type { PolicySet } from '../../platform/policy/index.ts';
import type { ShownPlan } from '../people/index.ts';
import { endAtStripe } from './ending.ts';
import { billingJobs } from './jobs.ts';
import type { BillingParts } from './parts.ts';
import { account } from './reading.ts';
import { billingRoutes } from './routes.ts';
import { standingOf, whyStopped } from './standing.ts';

export { acts } from './acts.ts';
export { migrations } from './migrations.ts';
export { openStripe } from './stripe-gate.ts';

export const policies: PolicySet = { slice: 'billing', file: new URL('./policy.cedar', import.meta.url) };

/** The slice, as the composition root uses it. */
export interface Billing {
  readonly routes: readonly GuardedRoute[];
  jobs(organisations: () => Promise<readonly OrgId[]>): readonly JobHandler[];
  /** Why the organisation can send and publish nothing now; null where it can. */
  whyStopped(tx: Tx): Promise<string | null>;
  /** Ends what an organisation that is to be erased still pays for. @throws when Stripe can't be asked */
  endPlan(orgId: OrgId): Promise<void>;
  /** How the plan stands, for the head of every page. */
  standing(tx: Tx): Promise<ShownPlan>;
}

/** Opens the slice. */
export function openBilling(parts: BillingParts): Billing {
  const standing = async (tx: Tx) => standingOf(await account(parts, tx), parts.clock.now());
  return {
    routes: billingRoutes(parts),
    jobs: (organisations) => billingJobs(parts, organisations),
    endPlan: (orgId) => endAtStripe(parts, orgId),
    whyStopped: async (tx) => whyStopped(await standing(tx)),
    standing: async (tx) => {
      const found = await standing(tx);
      return { kind: found.kind, sentence: whyStopped(found), until: found.kind === 'trial' ? found.endsAt : null };
    },
  };
}
