import { ActionIcon, Textarea, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { type ReactElement, useId } from 'react';
import { BlueskyCounter } from './bluesky-counter.tsx';
import classes from './composer.module.css';

interface Props {
  /** From 1, as people count. */
  readonly place: number;
  readonly text: string;
  /** The text with what is posted along with it, for the counter. */
  readonly counted: string;
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
  /** Null where it is the only version. */
  readonly onRemove: (() => void) | null;
}

/** One version's text with what is left of it. */
export function VersionField({ place, text, counted, error, onChange, onRemove }: Props): ReactElement {
  const count = useId();
  return (
    <>
      <Textarea
        label={`Text of version ${place}`}
        autosize
        minRows={4}
        maxRows={12}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
        aria-describedby={count}
      />
      <div className={classes.countLine}>
        <BlueskyCounter id={count} text={counted} />
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
