import { createHmac, hkdfSync } from 'node:crypto';
import type { Clock } from '../clock/index.ts';
import type { Database, Tx } from '../db/index.ts';
import { silentTelemetry, type Telemetry } from '../telemetry/index.ts';
import { keyIdOf, openWith, sealWith } from './cipher.ts';
import { instanceText, renewInstanceText } from './instance-text.ts';
import { bytesOf } from './key-id.ts';
import { keyOwnerOf } from './key-store.ts';
import type { Keys } from './keys.ts';
import { expand } from './lookup.ts';
import { assertDeclared, contextOf, type Place, type SealedPlace } from './places.ts';

export interface Vault {
  /**
   * Seals a value under the data key of the unit of work's organisation, or of the installation in one of the owner.
   * Store it in the same unit of work.
   */
  seal(tx: Tx, place: Place, plain: string | Uint8Array): Promise<Uint8Array>;
  /** Opens a value. @throws SealBroken if it was altered, moved, or belongs to another organisation */
  open(tx: Tx, place: Place, sealed: Uint8Array): Promise<Uint8Array>;
  /** Opens a text. @throws SealBroken */
  openText(tx: Tx, place: Place, sealed: Uint8Array): Promise<string>;
  /** A keyed hash (32 bytes) of a value within the organisation, for looking up what is sealed. */
  fingerprint(tx: Tx, purpose: string, value: string): Promise<Uint8Array>;
  /** 256 secret bits of the installation for one purpose; the same at every start and under every root key. */
  instanceSecret(purpose: string): Uint8Array;
  /** A secret text of the installation kept sealed in the database: made by `create` at first use. */
  instanceText(name: string, create: () => Promise<string>): Promise<string>;
  /** Puts another secret text in the place of one that is no longer good. @param spent what `instanceText` gave */
  renewInstanceText(name: string, spent: string, create: () => Promise<string>): Promise<string>;
}

/**
 * Opens the vault.
 * @param keys from `loadRootKey`
 * @param declared all places of the product where sealed values stand; sealing elsewhere is refused then
 */
export function openVault(
  keys: Keys,
  db: Database,
  _clock: Clock,
  declared?: readonly SealedPlace[],
  telemetry: Pick<Telemetry, 'tally'> = silentTelemetry,
): Vault {
  const { dataKeys } = keys;
  const seals = telemetry.tally('coact.vault.operations', { operation: 'seal' });
  const opens = telemetry.tally('coact.vault.operations', { operation: 'open' });
  const seal: Vault['seal'] = async (tx, place, plain) => {
    if (declared) assertDeclared(declared, place);
    seals.value += 1;
    const { id, key } = await dataKeys.toSeal(tx);
    const bytes = typeof plain === 'string' ? Buffer.from(plain, 'utf8') : plain;
    return sealWith(key, bytesOf(id), contextOf(keyOwnerOf(tx), place), bytes);
  };
  const open: Vault['open'] = async (tx, place, sealed) => {
    opens.value += 1;
    const { key } = await dataKeys.byBytes(tx, keyIdOf(sealed));
    return openWith(key, contextOf(keyOwnerOf(tx), place), sealed);
  };
  const openText: Vault['openText'] = async (tx, place, sealed) =>
    Buffer.from(await open(tx, place, sealed)).toString('utf8');
  return {
    seal,
    open,
    openText,
    fingerprint: async (tx, purpose, value) => {
      const { key } = await dataKeys.toLookUp(tx);
      return createHmac('sha256', expand(key, `fingerprint ${purpose}`))
        .update(value)
        .digest();
    },
    instanceSecret: (purpose) =>
      new Uint8Array(hkdfSync('sha256', keys.instanceKey, '', `coact instance secret ${purpose}`, 32)),
    instanceText: (name, create) => instanceText({ seal, openText }, db, name, create),
    renewInstanceText: (name, spent, create) => renewInstanceText({ seal, openText }, db, name, spent, create),
  };
}
