import type { Clock } from '../../platform/clock/index.ts';
import type { Database, Tx } from '../../platform/db/index.ts';
import type { Log } from '../../platform/log/index.ts';
import type { KeyRing, Vault } from '../../platform/vault/index.ts';
import type { Notice } from '../people/index.ts';
import type { Network, NetworkName } from './network.ts';

/** What this slice is built from. */
export interface Parts {
  readonly db: Database;
  readonly vault: Vault;
  readonly ring: KeyRing;
  readonly clock: Clock;
  readonly log: Log;
  readonly publicUrl: string;
  readonly networks: Readonly<Record<NetworkName, Network>>;
  /** Tells people something, once for each key. */
  readonly tell: (tx: Tx, notices: readonly Notice[]) => Promise<void>;
  /** The organisation's time zone. */
  readonly timeZoneOf: (tx: Tx) => Promise<string>;
  /** Whether the person still belongs to the transaction's organisation; asked before an account is stored. */
  readonly mayConnect: (tx: Tx, personId: string) => Promise<boolean>;
}
