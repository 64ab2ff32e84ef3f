import type { Clock } from '../clock/index.ts';
import { type Database, type OrgId, orgOf, type Tx } from '../db/index.ts';
import { type AuditEntry, chainStart, hashEntry } from './entry.ts';
import { entriesAfter, insertEntry, lastEntry, lockChain, type StoredEntry } from './store.ts';

/** What a slice gets to write with: a trail of its own closed list of actions. */
export type AuditTrail<Action extends string = string> = {
  /** Records an act in the transaction that performs it: neither stands without the other. */
  append(tx: Tx, entry: AuditEntry<Action>): Promise<void>;
};

/** `head` is the hash of the last entry; whoever notes it down can later tell whether the end was cut off. */
export type Verification =
  | { readonly ok: true; readonly entries: number; readonly head: string }
  | { readonly ok: false; readonly entries: number; readonly brokenAt: number };

export type Audit = AuditTrail & {
  /** Follows the chain of an organisation from its beginning. */
  verify(orgId: OrgId): Promise<Verification>;
  /** Entries after `seq`, oldest first, at most 500. */
  read(tx: Tx, seq?: number): Promise<StoredEntry[]>;
};

const actionName = /^[a-z]+\.[a-z_]+$/;
const pageSize = 500;

/** Opens the audit log. */
export function openAudit({ db, clock }: { readonly db: Database; readonly clock: Clock }): Audit {
  return {
    append: async (tx, entry) => {
      if (!actionName.test(entry.action)) throw new Error(`not the name of an act: ${entry.action}`);
      await lockChain(tx);
      const last = await lastEntry(tx);
      const chained = {
        orgId: orgOf(tx),
        seq: (last?.seq ?? 0) + 1,
        at: clock.now(),
        entry,
        previous: last?.hash ?? chainStart,
      };
      await insertEntry(tx, { ...chained, hash: hashEntry(chained) });
    },
    read: (tx, seq = 0) => entriesAfter(tx, seq, pageSize),
    verify: async (orgId) => {
      let seq = 0;
      let previous = chainStart;
      for (;;) {
        const page = await db.inOrg(orgId, (tx) => entriesAfter(tx, seq, pageSize));
        for (const stored of page) {
          if (!follows(orgId, stored, seq, previous)) return { ok: false, entries: seq, brokenAt: seq + 1 };
          seq = stored.seq;
          previous = stored.hash;
        }
        if (page.length < pageSize) return { ok: true, entries: seq, head: Buffer.from(previous).toString('hex') };
      }
    },
  };
}

function follows(orgId: OrgId, stored: StoredEntry, seq: number, previous: Uint8Array): boolean {
  const { at, entry, hash } = stored;
  if (stored.seq !== seq + 1 || !Buffer.from(stored.previous).equals(previous)) return false;
  return Buffer.from(hashEntry({ orgId, seq: stored.seq, at, entry, previous })).equals(hash);
}
