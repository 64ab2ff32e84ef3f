import type { AuditTrail } from '../../platform/audit/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/db/index.ts';
import type { Jobs } from '../../platform/jobs/index.ts';
import type { Log } from '../../platform/log/index.ts';
import type { Policy } from '../../platform/policy/index.ts';
import type { People } from '../people/index.ts';
import type { BillingAction } from './acts.ts';
import type { StripeGate, StripeSettings } from './stripe-gate.ts';

/** What this slice is built from; the composition root passes it. */
export interface BillingParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly audit: AuditTrail<BillingAction>;
  readonly jobs: Pick<Jobs, 'enqueue'>;
  readonly people: Pick<People, 'headcount' | 'actorsIn' | 'organisation' | 'writeTo'>;
  /** Asked about those who are written to. */
  readonly policy: Pick<Policy, 'decide'>;
  readonly publicUrl: string;
  readonly settings: Pick<StripeSettings, 'prices' | 'trialDays'>;
  readonly stripe: StripeGate;
}
