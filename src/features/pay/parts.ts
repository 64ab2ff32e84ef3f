import type { Audit, AuditTrail } from '../../platform/audit/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/db/index.ts';
import type { Vault } from '../../platform/vault/index.ts';
import type { People } from '../people/index.ts';
import type { PayAction } from './acts.ts';

/** What this slice is built from; the composition root passes it. */
export interface PayParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly audit: AuditTrail<PayAction> & Pick<Audit, 'find'>;
  readonly people: Pick<
    People,
    | 'person'
    | 'namesOf'
    | 'managersOf'
    | 'organisation'
    | 'workers'
    | 'worker'
    | 'places'
    | 'employmentsOf'
    | 'titlesOf'
  >;
}
