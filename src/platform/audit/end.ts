import { z } from 'zod';
import { orgOf, type Tx } from '../db/index.ts';
import { KeysDestroyed, SealBroken, type Vault } from '../vault/index.ts';
import { hex } from './entry.ts';
import { readSealedEnd, type StoredHead, writeSealedEnd } from './store.ts';

/**
 * The end of a chain, sealed under the organisation's key: nobody who has the database alone can write one that opens,
 * so entries can't be cut off, nor forged ones put behind, without its showing.
 */
export type ChainEnd = {
  readonly seq: number;
  readonly hash: string;
  /** How many heads were kept so far. */
  readonly heads: number;
};

export type FoundEnd =
  | { readonly kind: 'sealed'; readonly end: ChainEnd }
  | { readonly kind: 'missing' }
  | { readonly kind: 'broken' };

const endShape = z.tuple([z.literal('coact-audit-end-1'), z.int().min(0), z.hex(), z.int().min(0)]);
const headShape = z.tuple([z.literal('coact-audit-head-1'), z.int(), z.int(), z.hex(), z.iso.datetime()]);

const endPlace = (tx: Tx) => ({ table: 'audit_ends', column: 'sealed', rowId: orgOf(tx) });
const headPlace = (rowId: string) => ({ table: 'audit_heads', column: 'sealed', rowId });

export async function readEnd(vault: Vault, tx: Tx): Promise<FoundEnd> {
  const sealed = await readSealedEnd(tx);
  if (sealed === null) return { kind: 'missing' };
  const text = await opened(vault, tx, endPlace(tx), sealed);
  const parsed = endShape.safeParse(text === null ? null : JSON.parse(text));
  if (!parsed.success) return { kind: 'broken' };
  const [, seq, hash, heads] = parsed.data;
  return { kind: 'sealed', end: { seq, hash, heads } };
}

export async function writeEnd(vault: Vault, tx: Tx, { seq, hash, heads }: ChainEnd): Promise<void> {
  const text = JSON.stringify(['coact-audit-end-1', seq, hash, heads]);
  await writeSealedEnd(tx, await vault.seal(tx, endPlace(tx), text));
}

type Head = Omit<StoredHead, 'sealed'>;

const headText = ({ number, seq, hash, at }: Head) =>
  JSON.stringify(['coact-audit-head-1', number, seq, hex(hash), at.toISOString()]);

export async function sealHead(vault: Vault, tx: Tx, head: Head): Promise<StoredHead> {
  return { ...head, sealed: await vault.seal(tx, headPlace(head.id), headText(head)) };
}

/** Whether a kept head says what was sealed with it. */
export async function headHolds(vault: Vault, tx: Tx, head: StoredHead): Promise<boolean> {
  const text = await opened(vault, tx, headPlace(head.id), head.sealed);
  const parsed = headShape.safeParse(text === null ? null : JSON.parse(text));
  return parsed.success && text === headText(head);
}

async function opened(
  vault: Vault,
  tx: Tx,
  place: Parameters<Vault['open']>[1],
  sealed: Uint8Array,
): Promise<string | null> {
  try {
    return await vault.openText(tx, place, sealed);
  } catch (error) {
    if (error instanceof SealBroken || error instanceof KeysDestroyed) return null;
    throw error;
  }
}
