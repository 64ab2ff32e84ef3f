import { orgOf, sql, type Tx } from '../db/index.ts';
import type { AuditActor, AuditDetail, AuditEntry } from './entry.ts';

export type StoredEntry = {
  readonly seq: number;
  readonly at: Date;
  readonly entry: AuditEntry;
  readonly previous: Uint8Array;
  readonly hash: Uint8Array;
};

interface Row {
  org_id: string;
  seq: number;
  at: Date;
  actor_kind: AuditActor['kind'];
  actor_id: string;
  action: string;
  target_kind: string;
  target_id: string;
  detail: unknown;
  previous: Uint8Array;
  hash: Uint8Array;
}

interface Tables {
  audit_entries: Row;
}

/** Lets one transaction at a time append for an organisation; held until it ends. */
export async function lockChain(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('audit ' || ${orgOf(tx)}::text, 0))`.execute(tx.on<Tables>());
}

export async function lastEntry(tx: Tx): Promise<Pick<StoredEntry, 'seq' | 'hash'> | null> {
  const table = tx.on<Tables>();
  const row = await table
    .selectFrom('audit_entries')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertEntry(tx: Tx, { seq, at, entry, previous, hash }: StoredEntry): Promise<void> {
  const row = {
    org_id: orgOf(tx),
    seq,
    at,
    actor_kind: entry.actor.kind,
    actor_id: entry.actor.id,
    action: entry.action,
    target_kind: entry.target.type,
    target_id: entry.target.id,
    detail: JSON.stringify(entry.detail ?? {}),
    previous,
    hash,
  };
  await tx.on<Tables>().insertInto('audit_entries').values(row).execute();
}

/** Entries after `seq` in order, at most `limit`. */
export async function entriesAfter(tx: Tx, seq: number, limit: number): Promise<StoredEntry[]> {
  const rows = await tx
    .on<Tables>()
    .selectFrom('audit_entries')
    .selectAll()
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at,
    entry: {
      actor: { kind: row.actor_kind, id: row.actor_id },
      action: row.action,
      target: { type: row.target_kind, id: row.target_id },
      // The column only ever holds what insertEntry wrote; a tampered one shows in the hash.
      detail: row.detail as AuditDetail,
    },
    previous: row.previous,
    hash: row.hash,
  }));
}
