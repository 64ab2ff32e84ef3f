import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import type { Vault } from '../../../platform/vault/index.ts';
import type { AccountLimits, FreshSession } from '../network.ts';

/** Who the account is at the network: sealed, as it is shown to its owner only. */
export interface Profile {
  readonly remoteId: string;
  readonly handle: string;
  readonly limits?: AccountLimits | undefined;
}

/** A session with its end by our clock; null when it has none. */
export interface HeldSession {
  readonly session: string;
  readonly endsAt: Date | null;
}

const limitsSchema = z.object({
  text: z.number().optional(),
  pictures: z.number().optional(),
  pictureBytes: z.number().optional(),
  linkLength: z.number().optional(),
});
const profileSchema = z.object({ remoteId: z.string(), handle: z.string(), limits: limitsSchema.optional() });
const sessionSchema = z.object({ session: z.string(), endsAt: z.coerce.date().nullable() });
const table = 'social_accounts';

export function sealProfile(vault: Vault, tx: Tx, accountId: string, profile: Profile): Promise<Uint8Array> {
  const { remoteId, handle, limits } = profile;
  const text = JSON.stringify({ remoteId, handle, limits });
  return vault.seal(tx, { table, column: 'profile', rowId: accountId }, text);
}

export async function openProfile(vault: Vault, tx: Tx, accountId: string, sealed: Uint8Array): Promise<Profile> {
  return profileSchema.parse(
    JSON.parse(await vault.openText(tx, { table, column: 'profile', rowId: accountId }, sealed)),
  );
}

export function sealSession(vault: Vault, tx: Tx, accountId: string, held: HeldSession): Promise<Uint8Array> {
  return vault.seal(tx, { table, column: 'session', rowId: accountId }, JSON.stringify(held));
}

export async function openSession(vault: Vault, tx: Tx, accountId: string, sealed: Uint8Array): Promise<HeldSession> {
  return sessionSchema.parse(
    JSON.parse(await vault.openText(tx, { table, column: 'session', rowId: accountId }, sealed)),
  );
}

export function holdSession(fresh: FreshSession, now: Date): HeldSession {
  const { session, lifetimeSeconds } = fresh;
  return { session, endsAt: lifetimeSeconds === null ? null : new Date(now.getTime() + lifetimeSeconds * 1000) };
}
