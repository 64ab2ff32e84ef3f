import { z } from 'zod';
import { randomId } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { equalSecrets, tokenHash } from '../../../platform/vault/index.ts';
import { networkNames } from '../network.ts';
import type { Parts } from '../parts.ts';
import {
  type AttemptRef,
  type AttemptRow,
  bindAttempt,
  findAttempt,
  insertAttempt,
  listAttemptIds,
  listExpired,
  locateAttempt,
  type Purpose,
  takeAttempt,
} from './store.ts';

/** How long a link, a sign-in and an undo may take. */
const lifetimeMs = 15 * 60_000;
const keyPrefix = 'connect-';

const attemptSchema = z.object({
  personId: z.string(),
  network: z.enum(networkNames),
  /** Opaque to this slice: where the person came from. It may name a share request, hence the seal. */
  returnTo: z.string().max(2048),
  /** How Slack calls the person, shown on the page. */
  label: z.string().default(''),
  /** What the network's `authorize` wants back. */
  memory: z.string().default(''),
  /** The link that a sign-in began with; it ends with it. */
  linkId: z.string().nullable().default(null),
  /** The account that an undo removes. */
  accountId: z.string().default(''),
});

/** What an attempt knows. At rest it is sealed under a ring key that is destroyed with it. */
export type Attempt = z.infer<typeof attemptSchema>;

export interface OpenAttempt extends AttemptRef {
  readonly attempt: Attempt;
}

/** Keeps an attempt for 15 minutes under the hash of its token. */
export async function keepAttempt(
  parts: Parts,
  tx: Tx,
  purpose: Purpose,
  token: string,
  content: z.input<typeof attemptSchema>,
  browser: string | null,
): Promise<void> {
  const id = randomId();
  const key = await parts.ring.create(keyPrefix + id);
  await insertAttempt(tx, {
    id,
    purpose,
    token_hash: tokenHash(token),
    browser_hash: browser === null ? null : tokenHash(browser),
    sealed: key.seal(JSON.stringify(attemptSchema.parse(content))),
    expires_at: new Date(parts.clock.now().getTime() + lifetimeMs),
  });
}

/** Looks at an attempt that is still open, without ending it. */
export async function openAttempt(parts: Parts, purpose: Purpose, token: string): Promise<OpenAttempt | null> {
  const ref = await parts.db.directory((tx) => locateAttempt(tx, tokenHash(token)));
  if (!ref) return null;
  const row = await parts.db.inOrg(ref.orgId, (tx) => findAttempt(tx, ref.id));
  return row && isOpen(parts, row, purpose) ? unseal(parts, ref, row) : null;
}

/** Ties an open attempt to a browser; false when it is tied to another. */
export function tieToBrowser(parts: Parts, ref: AttemptRef, browser: string): Promise<boolean> {
  return parts.db.inOrg(ref.orgId, (tx) => bindAttempt(tx, ref.id, tokenHash(browser)));
}

/**
 * Ends an attempt and hands over what it knew: to the first who comes with its token in its browser. Another browser
 * changes nothing, so that nobody can spoil somebody else's attempt.
 */
export async function redeemAttempt(
  parts: Parts,
  purpose: Purpose,
  token: string,
  browser: string,
): Promise<{ readonly kind: 'redeemed'; readonly open: OpenAttempt } | { readonly kind: 'gone' | 'otherBrowser' }> {
  const ref = await parts.db.directory((tx) => locateAttempt(tx, tokenHash(token)));
  if (!ref) return { kind: 'gone' };
  const row = await parts.db.inOrg(ref.orgId, (tx) => findAttempt(tx, ref.id));
  if (!row || !isOpen(parts, row, purpose)) return { kind: 'gone' };
  if (!row.browser_hash || !isSameHash(row.browser_hash, tokenHash(browser))) return { kind: 'otherBrowser' };
  const open = await unseal(parts, ref, row);
  if (!open || !(await parts.db.inOrg(ref.orgId, (tx) => takeAttempt(tx, ref.id)))) return { kind: 'gone' };
  await parts.ring.destroy(keyPrefix + ref.id);
  return { kind: 'redeemed', open };
}

/** Ends an attempt whoever has it, as the link once its sign-in has succeeded. */
export async function endAttempt(parts: Parts, ref: AttemptRef): Promise<void> {
  await parts.db.inOrg(ref.orgId, (tx) => takeAttempt(tx, ref.id));
  await parts.ring.destroy(keyPrefix + ref.id);
}

/**
 * Removes what has expired, and keys whose attempt never came to be. A key is made before its row is committed, so it
 * must have been without one at two sweeps in a row.
 */
export function attemptSweeper(parts: Parts): () => Promise<void> {
  let suspects = new Set<string>();
  return async () => {
    const expired = await parts.db.directory((tx) => listExpired(tx, parts.clock.now()));
    for (const ref of expired) await endAttempt(parts, ref);
    const known = new Set(await parts.db.directory(listAttemptIds));
    const keys = await parts.ring.names(keyPrefix);
    const orphans = keys.filter((name) => !known.has(name.slice(keyPrefix.length)));
    for (const name of orphans) if (suspects.has(name)) await parts.ring.destroy(name);
    suspects = new Set(orphans);
  };
}

function isOpen(parts: Parts, row: AttemptRow, purpose: Purpose): boolean {
  return row.purpose === purpose && row.expires_at > parts.clock.now();
}

async function unseal(parts: Parts, ref: AttemptRef, row: AttemptRow): Promise<OpenAttempt | null> {
  const key = await parts.ring.find(keyPrefix + ref.id);
  return key ? { ...ref, attempt: attemptSchema.parse(JSON.parse(key.openText(row.sealed))) } : null;
}

function isSameHash(left: Uint8Array, right: Uint8Array): boolean {
  return equalSecrets(Buffer.from(left).toString('hex'), Buffer.from(right).toString('hex'));
}
