import type { OrgId, Tx } from '../../db/index.ts';
import { keyIdOf, openWith, SealBroken, sealWith } from '../cipher.ts';
import { bytesOf } from '../key-id.ts';
import { contextOf, type SealedPlace } from '../places.ts';
import { inScope, placesOf, type RotationParts } from './parts.ts';
import { type Renewed, replaceValues, type SealedRow, valuesUnder } from './sweep-store.ts';

const pageSize = 250;

/** What one pass over all places came to. */
export interface Pass {
  readonly resealed: number;
  /** Values that no key opens: altered or moved behind the vault's back. They are left as they are. */
  readonly broken: number;
}

/** Seals anew, in small transactions, what stands under one of the given keys. */
export async function resealOnce(parts: RotationParts, owner: OrgId, keyIds: readonly string[]): Promise<Pass> {
  let resealed = 0;
  let broken = 0;
  for (const place of placesOf(parts.places, owner)) {
    for (let after: string | null = null; ; ) {
      if (parts.shouldStop?.()) return { resealed, broken };
      const page: Page = await inScope(parts.db, owner, (tx) => resealPage(parts, tx, place, owner, keyIds, after));
      if (page.resealed > 0) {
        parts.onStep?.({ step: 'resealed', owner, table: place.table, values: page.resealed });
      }
      resealed += page.resealed;
      broken += page.broken;
      if (page.last === null || (place.within && page.resealed === 0)) break;
      after = page.last;
    }
  }
  return { resealed, broken };
}

interface Page extends Pass {
  readonly last: string | null;
}

async function resealPage(
  { keys }: RotationParts,
  tx: Tx,
  place: SealedPlace,
  owner: OrgId,
  keyIds: readonly string[],
  after: string | null,
): Promise<Page> {
  // Before any row is locked, like everybody who seals: so that nobody waits for us while we wait for them.
  const { id, key } = await keys.dataKeys.toSeal(tx, pageSize);
  const rows = await valuesUnder(tx, place, owner, keyIds, { after, size: pageSize });
  const renewed: Renewed[] = [];
  for (const row of rows) {
    const plain = await opened(keys.dataKeys, tx, place, owner, row);
    const context = contextOf(owner, { table: place.table, column: place.column, rowId: row.rowId });
    if (plain !== null) renewed.push({ ...row, renewed: sealWith(key, bytesOf(id), context, plain) });
  }
  const resealed = await replaceValues(tx, place, owner, renewed);
  const last = rows.length < pageSize ? null : (rows.at(-1)?.at ?? null);
  return { resealed, broken: rows.length - renewed.length, last };
}

async function opened(
  dataKeys: RotationParts['keys']['dataKeys'],
  tx: Tx,
  place: SealedPlace,
  owner: OrgId,
  { rowId, sealed }: SealedRow,
): Promise<Uint8Array | null> {
  const former = await dataKeys.byBytes(tx, keyIdOf(sealed));
  try {
    return openWith(former.key, contextOf(owner, { table: place.table, column: place.column, rowId }), sealed);
  } catch (error) {
    if (error instanceof SealBroken) return null;
    throw error;
  }
}
