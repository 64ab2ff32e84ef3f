import { ActionIcon, Textarea, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { type ReactElement, useId } from 'react';
import classes from './composer.module.css';
import type { PostCount } from './post-count.ts';
import { PostCounter } from './post-counter.tsx';

interface Props {
  /** From 1, as people count. */
  readonly place: number;
  readonly text: string;
  /** What is left of it on each network that gets it. */
  readonly counts: readonly PostCount[];
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
  /** Null where it is the only version. */
  readonly onRemove: (() => void) | null;
}

/** One version's text with what is left of it. */
export function VersionField({ place, text, counts, error, onChange, onRemove }: Props): ReactElement {
  const count = useId();
  return (
    <>
      <Textarea
        label={`Text of version ${place}`}
        autosize
        dir="auto"
        minRows={4}
        maxRows={12}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
        aria-describedby={count}
      />
      <div className={classes.countLine}>
        <PostCounter id={count} counts={counts} />
        {onRemove !== null && (
          <Tooltip label="Remove this version">
            <ActionIcon variant="subtle" color="gray" aria-label={`Remove version ${place}`} onClick={onRemove}>
              <IconTrash size={18} stroke={1.75} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
    </>
  );
}
