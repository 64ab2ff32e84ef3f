import { ActionIcon, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Note } from './contract.ts';
import classes from './profile.module.css';
import { momentText } from './words.ts';

interface Props {
  readonly notes: readonly Note[];
  /** For those who may. */
  readonly onRemove?: (id: string) => void;
}

/** Notes, the newest first. */
export function NoteList({ notes, onRemove }: Props): ReactElement {
  return (
    <ul className={classes.notes}>
      {notes.map(({ id, text, author, at, seenBy }) => (
        <li key={id}>
          <Text size="sm" c="dimmed">
            {author || 'Somebody'}, {momentText(at)}
            {onRemove !== undefined && seenBy === 'person' ? ' · shown to them' : ''}
          </Text>
          {onRemove !== undefined && (
            <ActionIcon variant="subtle" color="gray" aria-label="Remove this note" onClick={() => onRemove(id)}>
              <IconTrash size={16} />
            </ActionIcon>
          )}
          <div className={classes.noteText}>{text}</div>
        </li>
      ))}
    </ul>
  );
}
