import type { Audit, AuditActor, AuditTrail } from '../../platform/audit/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database, Tx } from '../../platform/db/index.ts';
import type { Policy } from '../../platform/policy/index.ts';
import type { Vault } from '../../platform/vault/index.ts';
import type { People } from '../people/index.ts';
import type { PayAction } from './acts.ts';

type Told = 'tell' | 'titlesOf' | 'entitle' | 'actor' | 'actorsIn';

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
    | 'idsByAddress'
    | 'leavers'
    | Told
  >;
  /** Asked about others than who acts: who may approve, who may be told. */
  readonly policy: Pick<Policy, 'decide'>;
  /** Somebody knows other roles of the schedule from now on. */
  readonly changeKnown: (tx: Tx, by: AuditActor, personId: string, change: RolesChange) => Promise<void>;
}

interface RolesChange {
  readonly learns: readonly string[];
  readonly leaves: readonly string[];
}
