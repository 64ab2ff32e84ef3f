import type { AuditTrail } from '../../platform/audit/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/db/index.ts';
import type { Jobs } from '../../platform/jobs/index.ts';
import type { Policy } from '../../platform/policy/index.ts';
import type { Vault } from '../../platform/vault/index.ts';
import type { People } from '../people/index.ts';
import type { ProcessAction } from './acts.ts';

/** What this slice is built from; the composition root passes it. */
export interface ProcessParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly audit: AuditTrail<ProcessAction>;
  /** Asked about others than who acts: who may decide, who may be told. */
  readonly policy: Pick<Policy, 'decide'>;
  readonly jobs: Pick<Jobs, 'enqueue'>;
  readonly people: People;
  /** Where the web app is, for buttons in Slack. */
  readonly publicUrl: string;
}
