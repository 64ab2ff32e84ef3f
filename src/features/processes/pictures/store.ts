import { orgOf, type Tx } from '../../../platform/db/index.ts';

export interface ProcessPicture {
  readonly id: string;
  readonly process_id: string;
  readonly sealed: Uint8Array;
  readonly mime: string;
  readonly width: number;
  readonly height: number;
  readonly made_at: Date;
}

interface Tables {
  process_pictures: ProcessPicture & { org_id: string };
}

export async function insertPicture(tx: Tx, picture: ProcessPicture): Promise<void> {
  await tx
    .on<Tables>()
    .insertInto('process_pictures')
    .values({ org_id: orgOf(tx), ...picture })
    .execute();
}

export async function findPicture(tx: Tx, id: string): Promise<ProcessPicture | null> {
  const row = await tx.on<Tables>().selectFrom('process_pictures').selectAll().where('id', '=', id).executeTakeFirst();
  return row ?? null;
}
