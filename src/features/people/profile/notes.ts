import type { AuditActor } from '../../../platform/audit/index.ts';
import { newId } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { PeopleContext } from '../context.ts';
import { namesOfPeople } from '../store.ts';
import { deleteNote, insertNote, listNotes, type StoredNote } from './notes-store.ts';

/** What somebody who answers for a person wrote about them. */
export type Note = {
  readonly id: string;
  readonly text: string;
  readonly author: string;
  readonly at: Date;
  /** `person`: shown to the person on their own page too. In the copy of their data they find every note. */
  readonly seenBy: StoredNote['seen_by'];
};

const placeOf = (rowId: string) => ({ table: 'person_notes', column: 'sealed', rowId });

/** All notes about a person, opened, the newest first: the caller says who may read which. */
export async function readNotes(
  { vault }: Pick<PeopleContext, 'vault'>,
  tx: Tx,
  personId: string,
): Promise<readonly Note[]> {
  const notes = await listNotes(tx, personId);
  const names = await namesOfPeople(
    tx,
    notes.map((note) => note.author_id),
  );
  return Promise.all(
    notes.map(async ({ id, sealed, author_id: author, seen_by: seenBy, created_at: at }) => ({
      ...{ id, at, seenBy, author: names.get(author) ?? '' },
      text: await vault.openText(tx, placeOf(id), sealed),
    })),
  );
}

/** Keeps a note about a person. @returns its id */
export async function addNote(
  { vault, clock, audit }: Pick<PeopleContext, 'vault' | 'clock' | 'audit'>,
  tx: Tx,
  authorId: string,
  personId: string,
  { text, seenBy }: Pick<Note, 'text' | 'seenBy'>,
): Promise<string> {
  const id = newId(clock);
  const sealed = await vault.seal(tx, placeOf(id), text);
  const at = clock.now();
  await insertNote(tx, { id, sealed, person_id: personId, author_id: authorId, seen_by: seenBy, created_at: at });
  await audit.append(tx, { ...entryOf(authorId, personId), action: 'people.note_added', detail: { seenBy } });
  return id;
}

export async function removeNote(
  { audit }: Pick<PeopleContext, 'audit'>,
  tx: Tx,
  byId: string,
  note: Pick<StoredNote, 'id' | 'person_id'>,
): Promise<void> {
  await deleteNote(tx, note.id);
  await audit.append(tx, { ...entryOf(byId, note.person_id), action: 'people.note_removed' });
}

function entryOf(byId: string, personId: string) {
  const actor: AuditActor = { kind: 'person', id: byId };
  return { actor, target: { type: 'person', id: personId } } as const;
}
