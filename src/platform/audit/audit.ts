import { isDeepStrictEqual } from 'node:util';
import { type Clock, newId } from '../clock/index.ts';
import { type Database, type OrgId, orgOf, type Tx } from '../db/index.ts';
import type { Vault } from '../vault/index.ts';
import { type Acts, auditActs, checkEntry } from './acts.ts';
import { readEnd, sealHead, writeEnd } from './end.ts';
import { type AuditEntry, chainStart, hashEntry, hex, type StoredEntry } from './entry.ts';
import {
  type EntryQuery,
  hasMoreThan,
  insertEntries,
  insertHead,
  lastEntry,
  lastHead,
  lockChain,
  missingGuards,
  selectEntries,
} from './store.ts';
import { type NotedHead, type Verification, type VerifyOptions, verifyChain } from './verify.ts';

/** What a slice gets to write with: a trail of its own closed list of actions. */
export type AuditTrail<Action extends string = string> = {
  /**
   * Records an act in the transaction that performs it: neither stands without the other.
   * @param onceInMs where the last that was done to the target is the very same, by the same, and no older than this, it
   * is not said again: for what saves itself while somebody types
   */
  append(tx: Tx, entry: AuditEntry<Action>, onceInMs?: number): Promise<void>;
  /** Records many acts that are done together, in their order, in few queries. */
  appendAll(tx: Tx, entries: readonly AuditEntry<Action>[]): Promise<void>;
};

export type Audit = AuditTrail & {
  /** Every act that can be recorded, by name. */
  readonly acts: Acts;
  /** Follows the chain of an organisation from its beginning to its sealed end. */
  verify(orgId: OrgId, options?: VerifyOptions): Promise<Verification>;
  /** Entries after `seq`, oldest first, at most 500. */
  read(tx: Tx, seq?: number): Promise<StoredEntry[]>;
  /** Entries that are looked for, newest first, from before a number on. */
  find(tx: Tx, query: EntryQuery, before: number | null, limit: number): Promise<StoredEntry[]>;
  /** The same, oldest first, in pages that each are a unit of work of their own; up to and with number `upTo`. */
  pages(orgId: OrgId, query: EntryQuery, upTo: number): AsyncIterable<readonly StoredEntry[]>;
  /** Whether more entries than so many would be found. */
  hasMoreThan(tx: Tx, query: EntryQuery, count: number): Promise<boolean>;
  /** Number and hash of the last entry, as sealed; null where nothing was recorded yet, or the seal is broken. */
  head(tx: Tx): Promise<NotedHead | null>;
  /** Keeps today's head in a place of its own. Null where there is nothing to keep. */
  keepHead(orgId: OrgId): Promise<NotedHead | null>;
  /** Names of the database's own guards against changes that are not there. */
  missingGuards(): Promise<readonly string[]>;
};

export type AuditParts = { readonly db: Database; readonly clock: Clock; readonly vault: Vault };

const pageSize = 500;

/**
 * Opens the audit log.
 * @param lists the acts of all slices; without them, as in tests of one slice, any well-formed act is taken
 */
export function openAudit(parts: AuditParts, lists?: readonly Acts[]): Audit {
  const { db, vault } = parts;
  const acts: Acts = Object.assign({}, auditActs, ...(lists ?? []));
  return {
    acts,
    append: async (tx, entry, onceInMs = 0) => {
      checkEntry(entry, lists === undefined ? null : acts);
      if (onceInMs > 0 && (await wasJustSaid(tx, entry, new Date(parts.clock.now().getTime() - onceInMs)))) return;
      await append(parts, tx, [entry]);
    },
    appendAll: async (tx, entries) => {
      for (const entry of entries) checkEntry(entry, lists === undefined ? null : acts);
      if (entries.length > 0) await append(parts, tx, entries);
    },
    read: (tx, seq = 0) => selectEntries(tx, {}, { after: seq }, pageSize),
    find: (tx, query, before, limit) => selectEntries(tx, query, { before }, limit),
    pages: (orgId, query, upTo) => pages(db, orgId, query, upTo),
    hasMoreThan,
    verify: (orgId, options = {}) => verifyChain(parts, orgId, options),
    head: async (tx) => {
      const found = await readEnd(vault, tx);
      return found.kind === 'sealed' ? { seq: found.end.seq, hash: found.end.hash } : null;
    },
    keepHead: (orgId) => db.inOrg(orgId, (tx) => keepHead(parts, tx)),
    missingGuards: () => db.asOwner(missingGuards),
  };
}

async function wasJustSaid(tx: Tx, entry: AuditEntry, since: Date): Promise<boolean> {
  const query = { targetType: entry.target.type, targetId: entry.target.id, from: since };
  const [last] = await selectEntries(tx, query, { before: null }, 1);
  if (last === undefined) return false;
  return isDeepStrictEqual({ ...last.entry }, { ...entry, detail: entry.detail ?? {} });
}

/**
 * Goes on from the sealed end, not from whatever row stands last: where rows were cut off or forged ones put behind, the
 * break must stay for ever instead of being papered over by the next act. Where the end itself is lost, that is recorded.
 */
async function append({ vault, clock }: AuditParts, tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
  await lockChain(tx);
  const last = await lastEntry(tx);
  const found = await readEnd(vault, tx);
  const at = clock.now();
  const heads = found.kind === 'sealed' ? found.end.heads : ((await lastHead(tx))?.number ?? 0);
  let seq = last?.seq ?? 0;
  let previous = last?.hash ?? chainStart;
  const written: Omit<StoredEntry, 'exact'>[] = [];
  const write = (next: AuditEntry) => {
    seq += 1;
    const hash = hashEntry({ orgId: orgOf(tx), seq, at, entry: next, previous });
    written.push({ seq, at, entry: next, previous, hash });
    previous = hash;
  };
  if (found.kind === 'sealed') {
    seq = Math.max(seq, found.end.seq);
    previous = Buffer.from(found.end.hash, 'hex');
  } else if (seq > 0 || found.kind === 'broken') {
    const target = { type: 'organisation', id: orgOf(tx) };
    const lost = { actor: { kind: 'system', id: 'audit' }, target, detail: { reason: found.kind } } as const;
    write({ ...lost, action: 'audit.end_lost' });
  }
  for (const entry of entries) write(entry);
  await insertEntries(tx, written);
  await writeEnd(vault, tx, { seq, hash: hex(previous), heads });
}

async function keepHead({ vault, clock }: AuditParts, tx: Tx): Promise<NotedHead | null> {
  await lockChain(tx);
  const found = await readEnd(vault, tx);
  if (found.kind !== 'sealed' || found.end.seq === 0) return null;
  const { end } = found;
  const noted = { seq: end.seq, hash: end.hash };
  if ((await lastHead(tx))?.seq === end.seq) return noted;
  const head = {
    id: newId(clock),
    number: end.heads + 1,
    seq: end.seq,
    hash: Buffer.from(end.hash, 'hex'),
    at: clock.now(),
  };
  await insertHead(tx, await sealHead(vault, tx, head));
  await writeEnd(vault, tx, { ...end, heads: head.number });
  return noted;
}

async function* pages(db: Database, orgId: OrgId, query: EntryQuery, upTo: number) {
  let after = 0;
  for (;;) {
    const page = await db.inOrg(orgId, (tx) => selectEntries(tx, query, { after, upTo }, pageSize));
    if (page.length > 0) yield page;
    if (page.length < pageSize) return;
    after = page.at(-1)?.seq ?? after;
  }
}
