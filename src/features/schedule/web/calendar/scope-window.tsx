import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Window } from '../../../../web/controls/window.tsx';
import type { Scope } from '../../calendar/change.ts';

interface Props {
  /** Null while nothing is asked. */
  readonly title: string | null;
  readonly explains: string;
  readonly danger?: boolean;
  readonly busy: boolean;
  readonly onChoose: (scope: Scope) => void;
  readonly onClose: () => void;
}

/** The words for how many of a series something is meant for. */
export const scopeNames: Readonly<Record<Scope, string>> = {
  one: 'Only this one',
  following: 'This and all following',
  all: 'All of the series',
};
const scopes = ['one', 'following', 'all'] as const;

/** Asks for how many of a series something is meant. */
export function ScopeWindow({ title, explains, danger, busy, onChoose, onClose }: Props): ReactElement {
  return (
    <Window opened={title !== null} onClose={onClose} title={title}>
      <Stack>
        <Text size="sm">{explains}</Text>
        <Stack gap="xs">
          {scopes.map((scope) => (
            <Button
              key={scope}
              variant={scope === 'one' ? 'filled' : 'default'}
              color={danger === true && scope === 'one' ? 'red' : undefined}
              data-autofocus={scope === 'one' || undefined}
              disabled={busy}
              onClick={() => onChoose(scope)}
            >
              {scopeNames[scope]}
            </Button>
          ))}
        </Stack>
        <Group justify="flex-end">
          <Button variant="subtle" color="gray" onClick={onClose}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </Window>
  );
}
