import type { AuditTrail } from '../../platform/audit/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/db/index.ts';
import type { ReadTxt } from '../../platform/egress/index.ts';
import type { LinkAction } from './acts.ts';

/** What the slice's routes and jobs need; the composition root passes it. */
export interface LinkWebParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly audit: AuditTrail<LinkAction>;
  readonly linksUrl: string;
  readonly publicUrl: string;
  /** Asks the DNS. */
  readonly readTxt: ReadTxt;
}
