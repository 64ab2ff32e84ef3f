import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { type Clock, newId } from '../clock/index.ts';
import { type Database, type OrgId, orgOf, type Tx } from '../db/index.ts';
import { keyIdOf, openWith, SealBroken, sealWith } from './cipher.ts';
import type { RootKey } from './root-key.ts';

/** Where a sealed value stands. It opens only there. */
export interface Place {
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
}

export interface Vault {
  /** Seals a value under the data key of the unit of work's organisation. */
  seal(tx: Tx, place: Place, plain: string | Uint8Array): Promise<Uint8Array>;
  /** Opens a value. @throws SealBroken if it was altered, moved, or belongs to another organisation */
  open(tx: Tx, place: Place, sealed: Uint8Array): Promise<Uint8Array>;
  /** Opens a text. @throws SealBroken */
  openText(tx: Tx, place: Place, sealed: Uint8Array): Promise<string>;
  /** A keyed hash (32 bytes) of a value within the organisation, for looking up what is sealed. */
  fingerprint(tx: Tx, purpose: string, value: string): Promise<Uint8Array>;
  /** 256 secret bits of the installation for one purpose; the same at every start. */
  instanceSecret(purpose: string): Uint8Array;
  /** A secret text of the installation kept sealed in the database: made by `create` at first use. */
  instanceText(name: string, create: () => Promise<string>): Promise<string>;
}

interface Tables {
  data_keys: { org_id: string; id: string; wrapped: Uint8Array; root_key_id: string; state: string; created_at: Date };
  instance_secrets: { name: string; sealed: Uint8Array };
}

interface DataKey {
  readonly id: Uint8Array;
  readonly key: Uint8Array;
}

/**
 * Opens the vault.
 * @param root from `loadRootKey`
 */
export function openVault(root: RootKey, db: Database, clock: Clock): Vault {
  const wrapping = root.derive('wrapping of data keys');
  const keys = new DataKeys(root.id, wrapping, clock);
  const open: Vault['open'] = async (tx, place, sealed) => {
    const key = await keys.byId(tx, keyIdOf(sealed));
    return openWith(key.key, contextOf(orgOf(tx), place), sealed);
  };
  return {
    seal: async (tx, place, plain) => {
      const { id, key } = await keys.active(tx);
      const bytes = typeof plain === 'string' ? Buffer.from(plain, 'utf8') : plain;
      return sealWith(key, id, contextOf(orgOf(tx), place), bytes);
    },
    open,
    openText: async (tx, place, sealed) => Buffer.from(await open(tx, place, sealed)).toString('utf8'),
    fingerprint: async (tx, purpose, value) => {
      const { key } = await keys.first(tx);
      const purposeKey = Buffer.from(hkdfSync('sha256', key, '', `fingerprint ${purpose}`, 32));
      return createHmac('sha256', purposeKey).update(value).digest();
    },
    instanceSecret: (purpose) => root.derive(`instance secret ${purpose}`),
    instanceText: (name, create) => instanceText(root, db, name, create),
  };
}

/** Data keys by organisation: unwrapped once per process, then kept in memory. */
class DataKeys {
  readonly #rootId: string;
  readonly #wrapping: Uint8Array;
  readonly #clock: Clock;
  readonly #known = new Map<string, DataKey>();
  readonly #active = new Map<OrgId, DataKey>();
  readonly #first = new Map<OrgId, DataKey>();

  constructor(rootId: string, wrapping: Uint8Array, clock: Clock) {
    this.#rootId = rootId;
    this.#wrapping = wrapping;
    this.#clock = clock;
  }

  async active(tx: Tx): Promise<DataKey> {
    const orgId = orgOf(tx);
    const cached = this.#active.get(orgId);
    if (cached !== undefined) return cached;
    const found = (await this.#read(tx, 'active')) ?? (await this.#create(tx, orgId));
    // Only what is committed may be remembered: a key whose insert is rolled back must not seal anything later.
    tx.afterCommit(() => this.#active.set(orgId, found));
    return found;
  }

  /** The oldest key: fingerprints stay comparable when data keys rotate. */
  async first(tx: Tx): Promise<DataKey> {
    const orgId = orgOf(tx);
    const cached = this.#first.get(orgId);
    if (cached !== undefined) return cached;
    const found = (await this.#read(tx, 'first')) ?? (await this.active(tx));
    tx.afterCommit(() => this.#first.set(orgId, found));
    return found;
  }

  async byId(tx: Tx, id: Uint8Array): Promise<DataKey> {
    const orgId = orgOf(tx);
    const name = `${orgId}/${uuidOf(id)}`;
    const cached = this.#known.get(name);
    if (cached !== undefined) return cached;
    const row = await tx
      .on<Tables>()
      .selectFrom('data_keys')
      .selectAll()
      .where('id', '=', uuidOf(id))
      .executeTakeFirst();
    if (row === undefined) throw new SealBroken();
    const key = this.#unwrap(row.org_id, row.id, row.wrapped);
    tx.afterCommit(() => this.#known.set(name, key));
    return key;
  }

  async #read(tx: Tx, which: 'active' | 'first'): Promise<DataKey | null> {
    const query = tx.on<Tables>().selectFrom('data_keys').selectAll();
    const row = await (which === 'active' ? query.where('state', '=', 'active') : query.orderBy('created_at'))
      .limit(1)
      .executeTakeFirst();
    return row === undefined ? null : this.#unwrap(row.org_id, row.id, row.wrapped);
  }

  async #create(tx: Tx, orgId: OrgId): Promise<DataKey> {
    const id = newId(this.#clock);
    const key = randomBytes(32);
    const wrapped = sealWith(this.#wrapping, bytesOf(id), ['data key', orgId, id], key);
    const row = {
      org_id: orgId,
      id,
      wrapped,
      root_key_id: this.#rootId,
      state: 'active',
      created_at: this.#clock.now(),
    };
    const result = await tx
      .on<Tables>()
      .insertInto('data_keys')
      .values(row)
      .onConflict((c) => c.doNothing())
      .executeTakeFirst();
    // Another process made the organisation's first key at the same moment: use that one.
    if (result.numInsertedOrUpdatedRows === 0n) return (await this.#read(tx, 'active')) ?? { id: bytesOf(id), key };
    return { id: bytesOf(id), key };
  }

  #unwrap(orgId: string, id: string, wrapped: Uint8Array): DataKey {
    return { id: bytesOf(id), key: openWith(this.#wrapping, ['data key', orgId, id], wrapped) };
  }
}

async function instanceText(root: RootKey, db: Database, name: string, create: () => Promise<string>): Promise<string> {
  const key = root.derive('instance secrets');
  const read = () =>
    db.asOwner((tx) =>
      tx.on<Tables>().selectFrom('instance_secrets').select('sealed').where('name', '=', name).executeTakeFirst(),
    );
  if ((await read()) === undefined) {
    const sealed = sealWith(key, Buffer.alloc(16), ['instance secret', name], Buffer.from(await create(), 'utf8'));
    await db.asOwner((tx) =>
      tx
        .on<Tables>()
        .insertInto('instance_secrets')
        .values({ name, sealed })
        .onConflict((c) => c.doNothing())
        .execute(),
    );
  }
  const row = await read();
  if (row === undefined) throw new SealBroken();
  return Buffer.from(openWith(key, ['instance secret', name], row.sealed)).toString('utf8');
}

function contextOf(orgId: OrgId, place: Place): readonly string[] {
  return [orgId, place.table, place.column, place.rowId];
}

function bytesOf(uuid: string): Uint8Array {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}

function uuidOf(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
