import { randomBytes } from 'node:crypto';
import { type Clock, newId } from '../clock/index.ts';
import type { Tx } from '../db/index.ts';
import { openWith, SealBroken, sealWith } from './cipher.ts';
import { KeyCache } from './key-cache.ts';
import { bytesOf, uuidOf } from './key-id.ts';
import {
  activeKeyForSealing,
  activeRootId,
  type DataKeyRow,
  findKey,
  findLookupKey,
  insertKey,
  installation,
  keyOwnerOf,
  keysOfOwner,
} from './key-store.ts';
import { Meter } from './meter.ts';
import type { OrganisationKeys } from './organisation-keys.ts';
import type { Binding } from './root/root-key.ts';
import type { Roots } from './root/roots.ts';

/** An unwrapped data key. */
export interface DataKey {
  readonly id: string;
  readonly key: Uint8Array;
}

/**
 * The data keys of all organisations: found in the database, unwrapped by root key and organisation's key, kept in
 * memory for minutes. Which key seals is asked of the database in every transaction that seals, so that a new one is
 * used by all processes from the moment it is active.
 */
export class DataKeys {
  readonly #roots: Roots;
  readonly #organisations: OrganisationKeys;
  readonly #clock: Clock;
  readonly #cache = new KeyCache();
  readonly #meter = new Meter();
  readonly #sealing = new WeakMap<Tx, Promise<DataKey>>();
  readonly #makers = new WeakSet<Tx>();

  constructor(roots: Roots, organisations: OrganisationKeys, clock: Clock) {
    this.#roots = roots;
    this.#organisations = organisations;
    this.#clock = clock;
  }

  /** The key to seal `count` values with in this transaction. @throws KeysDestroyed */
  async toSeal(tx: Tx, count = 1): Promise<DataKey> {
    let found = this.#sealing.get(tx);
    if (found === undefined) {
      found = this.#active(tx);
      this.#sealing.set(tx, found);
    }
    const key = await found;
    await this.#meter.count(tx, key.id, count);
    return key;
  }

  async #active(tx: Tx): Promise<DataKey> {
    const id = (await activeKeyForSealing(tx)) ?? (await this.make(tx, 'sealing', 'active'));
    return this.byId(tx, id);
  }

  /** @throws SealBroken if the organisation has no such key */
  async byId(tx: Tx, id: string): Promise<DataKey> {
    const key = await this.#cache.get(`${keyOwnerOf(tx)}/${id}`, async () => {
      const row = await findKey(tx, id);
      return row === null ? null : this.#opened(row);
    });
    if (key === null) throw new SealBroken();
    return key;
  }

  byBytes(tx: Tx, id: Uint8Array): Promise<DataKey> {
    return this.byId(tx, uuidOf(id));
  }

  /** The key that keyed hashes are derived from. It never seals and is never replaced. */
  async toLookUp(tx: Tx): Promise<DataKey> {
    const find = async () => {
      const row = await findLookupKey(tx);
      return row === null ? null : this.#opened(row);
    };
    // Only what is committed may be remembered: a key that is rolled back must not name anything later.
    const found = this.#makers.has(tx) ? await find() : await this.#cache.get(`${keyOwnerOf(tx)}/lookup`, find);
    if (found !== null) return found;
    this.#makers.add(tx);
    return this.byId(tx, await this.make(tx, 'lookup', 'active'));
  }

  async #opened(row: DataKeyRow): Promise<DataKey> {
    return { id: row.id, key: await this.unwrap(row) };
  }

  /**
   * Makes a key, wraps it and proves that it unwraps before anything is sealed under it.
   * @returns its id, or that of the one which another process made first
   */
  async make(
    tx: Tx,
    purpose: DataKeyRow['purpose'],
    state: 'pending' | 'active',
    key: Uint8Array = randomBytes(32),
  ): Promise<string> {
    const owner = keyOwnerOf(tx);
    const now = this.#clock.now();
    const rootId = await activeRootId(tx);
    if (rootId === null) throw new Error('no root key is active');
    const others = await keysOfOwner(tx);
    // An organisation's own key is made once: where it should exist and doesn't, it is lost and not to be replaced.
    if (owner !== installation && !others.some((row) => row.bound)) this.#organisations.findOrCreate(owner);
    const fresh = {
      org_id: owner,
      id: newId(this.#clock),
      purpose,
      root_key_id: rootId,
      bound: owner !== installation,
    };
    const wrapped = await this.wrap(fresh, key);
    const activated = state === 'active' ? now : null;
    const row = {
      ...fresh,
      wrapped,
      state,
      created_at: now,
      activated_at: activated,
      retired_at: null,
      encryptions: 0,
    };
    if (!Buffer.from(await this.unwrap(row)).equals(key)) throw new SealBroken();
    if (await insertKey(tx, row)) return row.id;
    const theirs = (await keysOfOwner(tx)).find((other) => other.purpose === purpose && other.state === state);
    if (theirs === undefined) throw new Error('a data key could not be made');
    return theirs.id;
  }

  /** Wraps under the organisation's own key first, if bound to it, and then under the root key. */
  async wrap(
    {
      org_id,
      id,
      purpose,
      root_key_id,
      bound,
    }: Pick<DataKeyRow, 'org_id' | 'id' | 'purpose' | 'root_key_id' | 'bound'>,
    key: Uint8Array,
  ): Promise<Uint8Array> {
    const inner = bound
      ? sealWith(this.#organisations.find(org_id), bytesOf(id), ['organisation key', org_id, id], key)
      : key;
    return (await this.#roots.byId(root_key_id)).wrap(inner, bindingOf({ org_id, id, purpose }));
  }

  /** @throws SealBroken, KeysDestroyed, OrganisationKeyMissing, KeyServiceAway */
  async unwrap(row: Omit<DataKeyRow, 'state' | 'created_at' | 'activated_at' | 'retired_at' | 'encryptions'>) {
    // Asked first: for a destroyed key there is no use in calling a key service.
    const own = row.bound ? this.#organisations.find(row.org_id) : null;
    const inner = await (await this.#roots.byId(row.root_key_id)).unwrap(row.wrapped, bindingOf(row));
    return own === null ? inner : openWith(own, ['organisation key', row.org_id, row.id], inner);
  }

  /** Forgets what is in this process's memory of an organisation's keys. */
  forget(owner: string): void {
    this.#cache.forget(`${owner}/`);
  }
}

function bindingOf(row: Pick<DataKeyRow, 'org_id' | 'id' | 'purpose'>): Binding {
  return { organisation: row.org_id, purpose: row.purpose, keyId: row.id };
}
