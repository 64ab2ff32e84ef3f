import type { Database, OrgId, Tx } from '../db/index.ts';
import type { Vault } from '../vault/index.ts';
import { type BreakReason, type Followed, follow, unfollowed } from './chain.ts';
import { type FoundEnd, headHolds, readEnd } from './end.ts';
import { hex, type StoredEntry } from './entry.ts';
import { hashAt, listHeads, lockChain, selectEntries } from './store.ts';

/** A head that somebody noted down outside of Coact: from a page, an export, a log. `hash` in hexadecimal digits. */
export type NotedHead = { readonly seq: number; readonly hash: string };

/** `head` is the hash of the last entry; whoever notes it down can later tell whether the end was cut off. */
export type Verification =
  | { readonly ok: true; readonly entries: number; readonly head: string; readonly heads: number }
  | {
      readonly ok: false;
      /** How many entries were good before the first that is not. */
      readonly entries: number;
      readonly brokenAt: number;
      readonly reason: BreakReason;
    };

export type VerifyOptions = {
  readonly noted?: readonly NotedHead[];
  /** The organisation exists, so its log can't be empty: it begins with its founding. */
  readonly founded?: boolean;
};

const pageSize = 500;

type Parts = { readonly db: Pick<Database, 'inOrg'>; readonly vault: Vault };

/**
 * Follows an organisation's chain from its beginning, compares its end with the sealed one, and every head that was kept
 * or noted down with what stands in its place. Entries that are added meanwhile are followed too.
 */
export async function verifyChain({ db, vault }: Parts, orgId: OrgId, options: VerifyOptions): Promise<Verification> {
  let followed = unfollowed;
  const goOn = (page: readonly StoredEntry[]) => {
    for (const stored of page) {
      const next = follow(orgId, followed, stored);
      if (typeof next === 'string') return broken(followed.seq, followed.seq + 1, next);
      followed = next;
    }
    return null;
  };
  for (;;) {
    const page = await db.inOrg(orgId, (tx) => selectEntries(tx, {}, { after: followed.seq }, pageSize));
    const found = goOn(page);
    if (found !== null) return found;
    if (page.length < pageSize) break;
  }
  return db.inOrg(orgId, async (tx) => {
    // From here on nobody appends, so that end, heads and entries are of one moment.
    await lockChain(tx);
    for (;;) {
      const page = await selectEntries(tx, {}, { after: followed.seq }, pageSize);
      const found = goOn(page);
      if (found !== null) return found;
      if (page.length < pageSize) return settle(vault, tx, followed, options);
    }
  });
}

const broken = (entries: number, brokenAt: number, reason: BreakReason): Verification => ({
  ok: false,
  entries,
  brokenAt,
  reason,
});

async function settle(vault: Vault, tx: Tx, followed: Followed, options: VerifyOptions): Promise<Verification> {
  const { seq } = followed;
  const end = await readEnd(vault, tx);
  const wrong = endProblem(end, followed, options.founded === true);
  if (wrong !== null) return broken(seq, seq + 1, wrong);
  const heads = end.kind === 'sealed' ? end.end.heads : 0;
  const contradicted = await contradictedHead(vault, tx, heads, options.noted ?? []);
  if (contradicted !== null) return broken(seq, contradicted, contradicted > seq ? 'cut' : 'head');
  return { ok: true, entries: seq, head: hex(followed.hash), heads };
}

function endProblem(end: FoundEnd, { seq, hash }: Followed, founded: boolean): BreakReason | null {
  if (end.kind === 'missing') {
    if (seq > 0) return 'unsealed';
    return founded ? 'cut' : null;
  }
  if (end.kind === 'broken') return 'unsealed';
  if (end.end.seq > seq) return 'cut';
  return end.end.seq < seq || end.end.hash !== hex(hash) ? 'unsealed' : null;
}

/** The number of the entry that a head contradicts; null when all agree. */
async function contradictedHead(vault: Vault, tx: Tx, kept: number, noted: readonly NotedHead[]) {
  const heads = await listHeads(tx);
  for (const [index, head] of heads.entries()) {
    const agrees = head.found !== null && hex(head.found) === hex(head.hash);
    if (!agrees || head.number !== index + 1 || !(await headHolds(vault, tx, head))) return head.seq;
  }
  if (heads.length !== kept) return heads.at(-1)?.seq ?? 1;
  for (const { seq, hash } of noted) {
    const found = await hashAt(tx, seq);
    if (found === null || hex(found) !== hash.toLowerCase()) return seq;
  }
  return null;
}
