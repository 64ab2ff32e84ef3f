import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBellRinging } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { Confirm } from '../../../../web/controls/confirm.tsx';
import { type Asked, readingPath, readingSchema } from './contract.ts';
import { timeWords } from './words.ts';

interface Props {
  readonly id: string;
  readonly asking: Asked;
}

/** Reminding by hand, once a day, and ending it. */
export function ReaderActions({ id, asking }: Props): ReactElement {
  const client = useQueryClient();
  const [isEnding, setEnding] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: ['processes'] });
  const remind = useMutation({
    mutationFn: () => call(readingSchema, 'POST', `${readingPath(id)}/remind` as const),
    onSuccess: async () => {
      notifications.show({ color: 'green', message: 'Those who have not confirmed yet are reminded.' });
      await refresh();
    },
  });
  const end = useMutation({
    mutationFn: () => call(readingSchema, 'POST', `${readingPath(id)}/end` as const),
    onSuccess: async () => {
      setEnding(false);
      await refresh();
    },
  });
  const isComplete = asking.counts.confirmed === asking.counts.asked;
  return (
    <div>
      <Group gap="xs">
        <Button
          leftSection={<IconBellRinging size={18} aria-hidden />}
          loading={remind.isPending}
          disabled={isComplete || asking.remindAgainAt !== null}
          onClick={() => remind.mutate()}
        >
          Remind them now
        </Button>
        <Button variant="default" onClick={() => setEnding(true)}>
          End it
        </Button>
      </Group>
      {asking.remindedAt !== null && (
        <Text size="sm" c="dimmed" mt={6}>
          {asking.remindedBy?.name ?? 'Somebody'} reminded them on {timeWords(asking.remindedAt)}
          {asking.remindAgainAt === null ? '.' : `; again from ${timeWords(asking.remindAgainAt)}.`}
        </Text>
      )}
      {remind.isError && (
        <Text role="alert" size="sm" c="red" mt={6}>
          {remind.error.message}
        </Text>
      )}
      <Confirm
        opened={isEnding}
        onClose={() => setEnding(false)}
        title="Ask nobody any more?"
        confirm="End it"
        busy={end.isPending}
        error={end.error}
        onConfirm={() => end.mutate()}
      >
        Nobody is reminded any more, and it leaves everybody’s list. What was confirmed is kept.
      </Confirm>
    </div>
  );
}
