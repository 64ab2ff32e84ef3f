import type { Audit } from '../../platform/audit/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/db/index.ts';
import type { People } from '../people/index.ts';

/** What this slice is built from; the composition root passes it. */
export interface TrustParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly people: Pick<People, 'namesOf' | 'namesOfKeys' | 'organisation'>;
}
