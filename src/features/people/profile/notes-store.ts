import { orgOf, type Tx } from '../../../platform/db/index.ts';

interface NoteRow {
  org_id: string;
  id: string;
  person_id: string;
  author_id: string;
  sealed: Uint8Array;
  seen_by: 'managers' | 'person';
  created_at: Date;
}

interface Tables {
  person_notes: NoteRow;
}

export type StoredNote = Omit<NoteRow, 'org_id'>;

/** The notes about a person, the newest first. */
export async function listNotes(tx: Tx, personId: string): Promise<readonly StoredNote[]> {
  const query = tx.on<Tables>().selectFrom('person_notes').selectAll().where('person_id', '=', personId);
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').execute();
}

export async function findNote(tx: Tx, id: string): Promise<StoredNote | null> {
  const query = tx.on<Tables>().selectFrom('person_notes').selectAll().where('id', '=', id);
  return (await query.executeTakeFirst()) ?? null;
}

export async function insertNote(tx: Tx, note: StoredNote): Promise<void> {
  await tx
    .on<Tables>()
    .insertInto('person_notes')
    .values({ ...note, org_id: orgOf(tx) })
    .execute();
}

export async function deleteNote(tx: Tx, id: string): Promise<void> {
  await tx.on<Tables>().deleteFrom('person_notes').where('id', '=', id).execute();
}

/** Two records of one human become one: notes about either, and by either, are about and by the kept one. */
export async function moveNotes(tx: Tx, fromId: string, toId: string): Promise<void> {
  const table = tx.on<Tables>();
  await table.updateTable('person_notes').set({ person_id: toId }).where('person_id', '=', fromId).execute();
  await table.updateTable('person_notes').set({ author_id: toId }).where('author_id', '=', fromId).execute();
}
