import { Group, Kbd, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Window } from '../controls/window.tsx';
import { shortcutList } from './shortcuts.ts';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** The window that `?` opens. */
export function ShortcutHelp({ opened, onClose }: Props): ReactElement {
  return (
    <Window opened={opened} onClose={onClose} title="Keyboard shortcuts" size="sm">
      <Stack gap="sm">
        {shortcutList.map(({ keys, does }) => (
          <Group key={does} justify="space-between" wrap="nowrap">
            <Text size="sm">{does}</Text>
            <Group gap={4} wrap="nowrap">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </Group>
          </Group>
        ))}
      </Stack>
    </Window>
  );
}
