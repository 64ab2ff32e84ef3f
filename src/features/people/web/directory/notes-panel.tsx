import { Button, Checkbox, Group, Stack, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call, nothing } from '../../../../web/api.ts';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import type { Note } from '../profile/contract.ts';
import { NoteList } from '../profile/note-list.tsx';
import { notesQuery } from '../profile/queries.ts';

/** Notes about somebody, for those who answer for them. */
export function NotesPanel({ personId }: { readonly personId: string }): ReactElement {
  const client = useQueryClient();
  const notes = useQuery(notesQuery(personId));
  const change = useMutation({
    mutationFn: (change: { readonly remove: string } | Pick<Note, 'text' | 'seenBy'>) =>
      'remove' in change
        ? call(nothing, 'DELETE', `/api/notes/${encodeURIComponent(change.remove)}` as const)
        : call(nothing, 'POST', `/api/people/${encodeURIComponent(personId)}/notes` as const, { body: change }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['person', personId, 'notes'] }),
  });
  return (
    <Panel title="Notes" explains="Seen by those who answer for this person. The copy of their data holds every note.">
      <Stack gap="lg">
        {notes.isPending && <LoadingLines count={2} />}
        {notes.isError && <ErrorPanel error={notes.error} onRetry={() => void notes.refetch()} />}
        {notes.data !== undefined && notes.data.length > 0 && (
          <NoteList notes={notes.data} onRemove={(id) => change.mutate({ remove: id })} />
        )}
        <NoteForm isSending={change.isPending} onWrite={(note) => change.mutateAsync(note)} />
        {change.isError && <ErrorPanel error={change.error} />}
      </Stack>
    </Panel>
  );
}

interface FormProps {
  readonly isSending: boolean;
  readonly onWrite: (note: Pick<Note, 'text' | 'seenBy'>) => Promise<unknown>;
}

function NoteForm({ isSending, onWrite }: FormProps): ReactElement {
  const [text, setText] = useState('');
  const [isShown, setShown] = useState(false);
  const write = async () => {
    await onWrite({ text, seenBy: isShown ? 'person' : 'managers' });
    setText('');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        // What went wrong stands below; what was typed stays.
        void write().catch(() => undefined);
      }}
    >
      <Stack gap="sm">
        <Textarea
          aria-label="A new note"
          placeholder="A new note"
          autosize
          minRows={2}
          maxLength={4000}
          required
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group justify="space-between">
          <Checkbox
            label="Show it to them too"
            checked={isShown}
            onChange={(event) => setShown(event.currentTarget.checked)}
          />
          <Button type="submit" variant="default" loading={isSending}>
            Keep the note
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
