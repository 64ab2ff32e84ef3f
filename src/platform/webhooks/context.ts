import type { AuditTrail } from '../audit/index.ts';
import type { Clock } from '../clock/index.ts';
import type { Database, Tx } from '../db/index.ts';
import type { Egress } from '../egress/index.ts';
import type { Jobs } from '../jobs/index.ts';
import type { Log } from '../log/index.ts';
import type { Vault } from '../vault/index.ts';
import type { WebhookAction } from './acts.ts';
import type { Endpoint, StoppedWhy } from './endpoint.ts';
import type { EventType } from './event.ts';

/** What webhooks are built from; the composition root passes it. */
export interface WebhookContext {
  readonly db: Database;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly log: Log;
  readonly audit: AuditTrail<WebhookAction>;
  readonly jobs: Pick<Jobs, 'enqueue'>;
  readonly egress: Pick<Egress, 'fetch' | 'check'>;
  /** Every kind of event that slices tell. */
  readonly types: readonly EventType[];
  /** An end-point was paused because nothing arrives there: for telling the people who answer for it. */
  onStopped(tx: Tx, endpoint: Endpoint, why: Exclude<StoppedWhy, 'by_hand'>): Promise<void>;
}
