import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { QueryClient } from '@tanstack/react-query';
import { sentenceOf } from '../../../../web/problem.ts';

interface Offer {
  /** What was done. */
  readonly message: string;
  /** What is said once it is undone. */
  readonly done: string;
  readonly undo: () => Promise<unknown>;
  readonly client: QueryClient;
}

/** How long it is offered: to read it, think, and reach it by keyboard. */
const shownMs = 12_000;

/** Says what was done, with a button that undoes it. */
export function offerUndo({ message, done, undo, client }: Offer): void {
  const id = crypto.randomUUID();
  const undoIt = async (): Promise<void> => {
    notifications.hide(id);
    try {
      await undo();
      notifications.show({ color: 'pine', message: done });
    } catch (error) {
      notifications.show({ color: 'red', message: sentenceOf(error) });
    }
    await client.invalidateQueries({ queryKey: ['requests'] });
  };
  notifications.show({
    id,
    color: 'pine',
    autoClose: shownMs,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">{message}</Text>
        <Button size="compact-sm" variant="default" onClick={() => void undoIt()}>
          Undo
        </Button>
      </Group>
    ),
  });
}
