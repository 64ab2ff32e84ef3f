import type { AuditTrail } from '../../platform/audit/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/db/index.ts';
import type { Jobs } from '../../platform/jobs/index.ts';
import type { Log } from '../../platform/log/index.ts';
import type { Vault } from '../../platform/vault/index.ts';
import type { People } from '../people/index.ts';
import type { ScheduleAction } from './acts.ts';

/** What this slice is built from; the composition root passes it. */
export interface ScheduleParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly vault: Vault;
  readonly audit: AuditTrail<ScheduleAction>;
  readonly jobs: Pick<Jobs, 'enqueue'>;
  readonly publicUrl: string;
  readonly people: People;
}
