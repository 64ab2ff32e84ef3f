import { Button, Group, Stack } from '@mantine/core';
import { type ReactElement, type ReactNode, useRef } from 'react';
import { fieldSentences } from '../problem.ts';
import { ErrorPanel } from './panels.tsx';
import { markFirstField } from './way-back.ts';

interface Props {
  /** Sending: whether it is under way, and what came of it. Sentences about fields stand at the fields, all others here. */
  readonly sending: { readonly isPending: boolean; readonly error: Error | null };
  readonly submit: string;
  /** Whether there is enough to send; true unless told. */
  readonly isReady?: boolean;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** What a window asks for, with the button that sends it and the one that doesn't. */
export function WindowForm({ sending, submit, isReady = true, onSubmit, onCancel, children }: Props): ReactElement {
  const sentAt = useRef(Number.NEGATIVE_INFINITY);
  const isOfNoField = sending.error !== null && Object.keys(fieldSentences(sending.error)).length === 0;
  return (
    <form
      ref={markFirstField}
      onSubmit={(event) => {
        event.preventDefault();
        // The second half of a double click comes before anything shows that it is being sent.
        if (event.timeStamp - sentAt.current < 500) return;
        sentAt.current = event.timeStamp;
        onSubmit();
      }}
    >
      <Stack>
        {children}
        {isOfNoField && <ErrorPanel error={sending.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={sending.isPending} disabled={!isReady}>
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
