import { AsyncLocalStorage } from 'node:async_hooks';
import { type Kysely, sql, type Transaction } from 'kysely';
import { channel, type Notifications, type Payload, writeNotification } from './notifications.ts';
import type { OrgId } from './org-id.ts';

/** A transaction in hand. Pass it on; never query beside it: the embedded database has one connection. */
export interface Tx {
  /** The organisation whose rows are visible, or null in look-ups across organisations. */
  readonly orgId: OrgId | null;
  /** The query builder for a slice's own tables, which the slice names as a type. */
  on<Tables>(): Transaction<Tables>;
  /** Runs after a successful commit, in order; never after a roll-back. */
  afterCommit(act: () => void): void;
  /**
   * Tells every process, this one included, once the transaction is committed; never after a roll-back. Equal ones of a transaction are
   * told once. For what people do, not for what happens a thousand times a second: commits with notifications wait for each other.
   * @param payload ids only @throws RangeError when there are too many of them
   */
  notify(topic: string, payload: Payload): Promise<void>;
  /** Runs `work` with the login's own rights, for the queue's tables; the role is taken again afterwards. */
  asLogin<T>(work: (trx: Transaction<unknown>) => Promise<T>): Promise<T>;
}

/** The organisation of a unit of work, for code that only makes sense inside one. */
export function orgOf(tx: Tx): OrgId {
  if (tx.orgId === null) throw new Error('this needs a unit of work of one organisation');
  return tx.orgId;
}

export interface Database extends Pick<Notifications, 'listen' | 'silentMs'> {
  readonly kind: 'pglite' | 'postgres';
  /** For libraries that bring their own queries (sign-in, queue). Slices use units of work. */
  readonly kysely: Kysely<unknown>;
  /** One organisation's rows, through a role that owns nothing. Commits when `work` resolves, else rolls back. */
  inOrg<T>(orgId: OrgId, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Look-ups before the organisation is known: reads the few columns that migrations grant to that role. */
  directory<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Tables without organisation, as the owner of all tables; row-level security holds here too. */
  asOwner<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

type Role = 'coact_app' | 'coact_directory' | 'coact_owner';

const current = new AsyncLocalStorage<{ open: boolean }>();

/**
 * Runs `work` in a transaction under `role`.
 * @throws Error when called inside another unit of work: on one connection that would wait for itself for ever
 */
export async function runUnitOfWork<T>(
  kysely: Kysely<unknown>,
  role: Role,
  orgId: OrgId | null,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  if (current.getStore()?.open) throw new Error('a unit of work was opened inside another; pass the Tx on instead');
  const store = { open: true };
  const afterCommit: (() => void)[] = [];
  const result = await current.run(store, async () => {
    try {
      return await kysely.transaction().execute(async (trx) => {
        await takeRole(trx, role, orgId);
        return await work(makeTx(trx, role, orgId, afterCommit));
      });
    } finally {
      store.open = false;
    }
  });
  for (const act of afterCommit) act();
  return result;
}

function makeTx(trx: Transaction<unknown>, role: Role, orgId: OrgId | null, afterCommit: (() => void)[]): Tx {
  return {
    orgId,
    on: <Tables>() => typed<Tables>(trx),
    afterCommit: (act) => {
      afterCommit.push(act);
    },
    notify: async (topic, payload) => {
      await sql`select pg_notify(${channel}, ${writeNotification(topic, payload)})`.execute(trx);
    },
    asLogin: async (work) => {
      await sql`reset role`.execute(trx);
      try {
        return await work(trx);
      } finally {
        await sql.raw(`set local role ${role}`).execute(trx);
      }
    },
  };
}

/** The one place that says which tables a connection has: a slice names its own as a type. */
export function typed<Tables>(kysely: Transaction<unknown>): Transaction<Tables>;
export function typed<Tables>(kysely: Kysely<unknown>): Kysely<Tables>;
export function typed<Tables>(kysely: Kysely<unknown>): Kysely<Tables> {
  return kysely as unknown as Kysely<Tables>;
}

async function takeRole(trx: Transaction<unknown>, role: Role, orgId: OrgId | null): Promise<void> {
  await sql.raw(`set local role ${role}`).execute(trx);
  await sql`select set_config('coact.org', ${orgId ?? ''}, true)`.execute(trx);
}
