import type { AuditTrail } from '../../platform/audit/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database, Tx } from '../../platform/db/index.ts';
import type { Jobs } from '../../platform/jobs/index.ts';
import type { Log } from '../../platform/log/index.ts';
import type { Policy } from '../../platform/policy/index.ts';
import type { Vault } from '../../platform/vault/index.ts';
import type { People } from '../people/index.ts';
import type { ScheduleAction } from './acts.ts';
import type { Which } from './calendar/change.ts';
import type { Wages } from './plan/wages.ts';

/** What this slice is built from; the composition root passes it. */
export interface ScheduleParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly vault: Vault;
  readonly audit: AuditTrail<ScheduleAction>;
  /** Asked about others than who acts: whom to tell, what an address may still show. */
  readonly policy: Pick<Policy, 'decide'>;
  readonly jobs: Pick<Jobs, 'enqueue'>;
  readonly publicUrl: string;
  readonly people: People;
  readonly wages: Wages;
  /** Why the organisation may publish nothing now, as a sentence; null where it may. It always may where this is left out. */
  readonly whyStopped?: ((tx: Tx) => Promise<string | null>) | undefined;
  /**
   * What follows, in the same unit of work, when the shifts of a role are changed; gives sentences for who changed them,
   * about what could not follow.
   */
  readonly afterSeriesEdit?: readonly ((tx: Tx, edit: SeriesEdit) => Promise<readonly string[]>)[];
}

/** A series of a role that was made, changed, taken out, or put back. */
export interface SeriesEdit {
  readonly seriesId: string;
  readonly roleId: string;
  /** Where an occurrence that it had is now, or null if it is no more: what is assigned to it follows. */
  readonly follow: (on: string) => Which | null;
}
