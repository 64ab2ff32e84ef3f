import { orgOf, type Tx } from '../db/index.ts';

interface Tables {
  outgoing_mails: { org_id: string; id: string; sealed: Uint8Array; created_at: Date };
}

export async function insertMail(tx: Tx, id: string, sealed: Uint8Array, createdAt: Date): Promise<void> {
  const row = { org_id: orgOf(tx), id, sealed, created_at: createdAt };
  await tx.on<Tables>().insertInto('outgoing_mails').values(row).execute();
}

export async function findMail(tx: Tx, id: string): Promise<Uint8Array | null> {
  const table = tx.on<Tables>();
  const row = await table.selectFrom('outgoing_mails').select('sealed').where('id', '=', id).executeTakeFirst();
  return row?.sealed ?? null;
}

export async function deleteMail(tx: Tx, id: string): Promise<void> {
  await tx.on<Tables>().deleteFrom('outgoing_mails').where('id', '=', id).execute();
}
