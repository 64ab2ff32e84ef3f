import { ActionIcon, Button, Divider, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { ErrorPanel, LoadingLines } from '../../../../web/controls/panels.tsx';
import { Window } from '../../../../web/controls/window.tsx';
import { fieldSentences } from '../../../../web/problem.ts';
import classes from './messages.module.css';
import { leadChoices, whenWords } from './reminder-words.ts';
import { remindersQuery, useReminders } from './reminders-api.ts';

/** Reminders to oneself: before each shift, and of one's own at a time. */
export function RemindersWindow({ onClose }: { readonly onClose: () => void }): ReactElement {
  return (
    <Window opened onClose={onClose} title="Remind me">
      <Reminders />
    </Window>
  );
}

export function Reminders(): ReactElement {
  const reminders = useQuery(remindersQuery);
  if (reminders.isError) return <ErrorPanel error={reminders.error} onRetry={() => void reminders.refetch()} />;
  if (reminders.isPending) return <LoadingLines count={4} />;
  const { beforeShifts, reminders: own } = reminders.data;
  return (
    <Stack>
      <BeforeShifts chosen={beforeShifts} />
      <Divider />
      <Own reminders={own} />
      <Text size="sm" c="dimmed">
        Both come the way you chose for reminders, under Account → Notifications. Only you see them.
      </Text>
    </Stack>
  );
}

function BeforeShifts({ chosen }: { readonly chosen: number | null }): ReactElement {
  const change = useReminders();
  const shown = change.isPending && change.variables?.act === 'before' ? change.variables.minutes : chosen;
  return (
    <>
      <NativeSelect
        label="Before each of my shifts"
        description="It follows your shifts when they are moved or taken away. Kept at once."
        data={[...leadChoices(shown)]}
        value={shown === null ? '' : String(shown)}
        onChange={({ currentTarget: { value } }) =>
          change.mutate({ act: 'before', minutes: value === '' ? null : Number(value) })
        }
      />
      {change.isError && <ErrorPanel error={change.error} />}
    </>
  );
}

interface OwnProps {
  readonly reminders: readonly { readonly id: string; readonly local: string; readonly text: string }[];
}

function Own({ reminders }: OwnProps): ReactElement {
  const change = useReminders();
  return (
    <Stack gap="xs">
      <Text fw={600}>Of my own, once</Text>
      {reminders.length > 0 && (
        <ul className={classes.reminders}>
          {reminders.map(({ id, local, text }) => (
            <li key={id}>
              <span>
                {text}
                <Text size="sm" c="dimmed">
                  {whenWords(local)}
                </Text>
              </span>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={`Take away: ${text}`}
                loading={change.isPending && change.variables.act === 'remove' && change.variables.id === id}
                onClick={() => change.mutate({ act: 'remove', id })}
              >
                <IconX size={16} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      {change.isError && <ErrorPanel error={change.error} />}
      <AddReminder />
    </Stack>
  );
}

function AddReminder(): ReactElement {
  const change = useReminders();
  const [text, setText] = useState('');
  const [at, setAt] = useState<string | null>(null);
  const fields = fieldSentences(change.error);
  const add = () => {
    if (at === null) return;
    // The picker writes `2026-03-02 18:30:00`.
    const local = at.replace(' ', 'T').slice(0, 16);
    change.mutate(
      { act: 'add', at: local, text: text.trim() },
      {
        onSuccess: () => {
          setText('');
          setAt(null);
        },
      },
    );
  };
  const isOfNoField = change.isError && Object.keys(fields).length === 0;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Stack gap="xs">
        <TextInput
          label="Remind me of"
          maxLength={300}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={fields.text}
        />
        <Group align="flex-end" gap="sm" wrap="nowrap">
          <DateTimePicker
            label="When"
            description="By the clock where you work"
            placeholder="Choose a day and a time"
            valueFormat="ddd D MMM YYYY HH:mm"
            flex={1}
            value={at}
            onChange={setAt}
            error={fields.at}
          />
          <Button
            type="submit"
            variant="default"
            disabled={text.trim() === '' || at === null}
            loading={change.isPending}
          >
            Add
          </Button>
        </Group>
        {isOfNoField && <ErrorPanel error={change.error} />}
      </Stack>
    </form>
  );
}
