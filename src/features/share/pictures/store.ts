import { orgOf, type Tx } from '../../../platform/db/index.ts';

interface Tables {
  pictures: {
    org_id: string;
    id: string;
    mime: string;
    width: number;
    height: number;
    bytes: Uint8Array;
    card: Uint8Array;
    card_mime: string;
    created_at: Date;
  };
}

/** A picture as it was encoded anew; `card` is the small one for link cards (at most 1,000,000 bytes). */
export interface StoredPicture {
  readonly id: string;
  readonly mime: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
  readonly card: Uint8Array;
  readonly card_mime: string;
}

export async function insertPicture(tx: Tx, picture: StoredPicture, now: Date): Promise<void> {
  await tx
    .on<Tables>()
    .insertInto('pictures')
    .values({ org_id: orgOf(tx), ...picture, created_at: now })
    .execute();
}

/** Removes pictures that nothing was made with. */
export async function deletePictures(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.on<Tables>().deleteFrom('pictures').where('id', 'in', ids).execute();
}

/** A picture of the organisation, or null. */
export async function findPicture(tx: Tx, id: string): Promise<StoredPicture | null> {
  const row = await tx.on<Tables>().selectFrom('pictures').selectAll().where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** Whether the organisation has this picture. */
export async function hasPicture(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.on<Tables>().selectFrom('pictures').select('id').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}

/** Any organisation's picture by its unguessable id, for those who fetch it without signing in. */
export async function findPublicPicture(tx: Tx, id: string): Promise<{ mime: string; bytes: Uint8Array } | null> {
  const row = await tx
    .on<Tables>()
    .selectFrom('pictures')
    .select(['mime', 'bytes'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}
