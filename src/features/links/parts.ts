import type { AuditTrail } from '../../platform/audit/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database, Tx } from '../../platform/db/index.ts';
import type { ReadTxt } from '../../platform/egress/index.ts';
import type { LinkAction } from './acts.ts';
import type { HostTrouble } from './domains/domain.ts';

/** What the slice's routes and jobs need; the composition root passes it. */
export interface LinkWebParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly audit: AuditTrail<LinkAction>;
  readonly linksUrl: string;
  readonly publicUrl: string;
  /** Asks the DNS. */
  readonly readTxt: ReadTxt;
  /** Hears of a host that lacks its proof, once when that begins and once when it is given up for it. */
  readonly onHostTrouble: (tx: Tx, trouble: HostTrouble) => Promise<void>;
}
