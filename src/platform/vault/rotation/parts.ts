import type { Clock } from '../../clock/index.ts';
import type { Database, OrgId, Tx } from '../../db/index.ts';
import { installation } from '../key-store.ts';
import type { Keys } from '../keys.ts';
import type { SealedPlace } from '../places.ts';

/** What happened, in the order in which it is safe to be cut off after any of it. */
export type RotationStep =
  | { readonly step: 'key_made' | 'key_active'; readonly owner: string; readonly keyId: string }
  | { readonly step: 'resealed'; readonly owner: string; readonly table: string; readonly values: number }
  | { readonly step: 'keys_destroyed'; readonly owner: string; readonly keys: number }
  | {
      readonly step: 'root_noted' | 'root_made' | 'root_active' | 'root_emptied' | 'root_destroyed';
      readonly id: string;
    }
  | { readonly step: 'rewrapped'; readonly owner: string; readonly keys: number };

export interface RotationParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly keys: Keys;
  /** Every place of the product where sealed values stand: one that is left out keeps its old key for ever. */
  readonly places: readonly SealedPlace[];
  /** Records, in the transaction in which an organisation gets a new key, that it did. */
  readonly record?: ((tx: Tx, keyId: string) => Promise<void>) | undefined;
  /** The same of a root key, in the transaction in which an organisation's keys come under it. */
  readonly recordRoot?: ((tx: Tx, rootId: string) => Promise<void>) | undefined;
  readonly onStep?: ((step: RotationStep) => void) | undefined;
  /** Asked between steps: true ends the work here, to go on another time. */
  readonly shouldStop?: (() => boolean) | undefined;
  /** How long a former key stays at least, for values sealed in one transaction and stored in the next; default 10 s. */
  readonly graceMs?: number | undefined;
  /** Not to wait for that time, nor for those who are sealing, but to leave the former key for another call. */
  readonly hasty?: boolean | undefined;
}

/** A unit of work that sees the rows of an organisation, or those of the installation. */
export function inScope<T>(db: Database, owner: OrgId, work: (tx: Tx) => Promise<T>): Promise<T> {
  return owner === installation ? db.asOwner(work) : db.inOrg(owner, work);
}

/** The places where values of this owner may stand. */
export function placesOf(places: readonly SealedPlace[], owner: OrgId): readonly SealedPlace[] {
  return places.filter((place) => (place.of === 'installation') === (owner === installation));
}
