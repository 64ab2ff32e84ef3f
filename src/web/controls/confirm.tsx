import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { ApiFailure, sentenceOf } from '../problem.ts';
import { Window } from './window.tsx';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** The button's words, which say what happens: "Recall request". */
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly busy: boolean;
  readonly error?: unknown;
  readonly danger?: boolean;
}

/** Asks before something that others will notice. Stays open with the sentence when it fails. */
export function Confirm(props: Props): ReactElement {
  const isStopped = props.error instanceof ApiFailure && props.error.kind === 'cancelled';
  return (
    <Window opened={props.opened} onClose={props.onClose} title={props.title}>
      <Stack gap="md">
        <Text component="div" size="sm">
          {props.children}
        </Text>
        {props.error != null && (
          <Text role="alert" size="sm" c={isStopped ? 'dimmed' : 'red'}>
            {sentenceOf(props.error)}
          </Text>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={props.onClose} disabled={props.busy}>
            Cancel
          </Button>
          <Button
            color={props.danger ? 'red' : undefined}
            onClick={props.onConfirm}
            loading={props.busy}
            data-autofocus
          >
            {props.confirm}
          </Button>
        </Group>
      </Stack>
    </Window>
  );
}
