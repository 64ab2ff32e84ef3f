import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { ErrorPanel, LoadingLines } from '../../../../web/controls/panels.tsx';
import { Window } from '../../../../web/controls/window.tsx';
import { WindowForm } from '../../../../web/controls/window-form.tsx';
import { fieldSentences } from '../../../../web/problem.ts';
import { AudienceFields } from '../access-window.tsx';
import { type Choices, choicesQuery, type Process } from '../contract.ts';
import { type Asked, type Quiz, readingPath, readingSchema } from './contract.ts';
import { emptyQuiz } from './quiz-draft.ts';
import { QuizEditor } from './quiz-editor.tsx';

interface Props {
  readonly process: Process;
  /** What is asked now; null: nothing yet. */
  readonly asked: Asked | null;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Who is asked to read a process, by when, how they are reminded, and what they answer first. */
export function AskWindow({ process, asked, opened, onClose }: Props): ReactElement {
  const choices = useQuery({ ...choicesQuery, enabled: opened });
  return (
    <Window
      opened={opened}
      onClose={onClose}
      title={asked === null ? 'Ask people to read it' : 'Change how it is asked'}
      size="lg"
    >
      {choices.isError && <ErrorPanel error={choices.error} onRetry={() => void choices.refetch()} />}
      {opened && choices.isPending && <LoadingLines count={5} height={36} />}
      {opened && choices.data !== undefined && (
        <AskForm process={process} asked={asked} choices={choices.data} onClose={onClose} />
      )}
    </Window>
  );
}

const twoWeeks = () => new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
const never = 'never';
const intervals = [
  { value: never, label: 'No reminders' },
  { value: '1', label: 'Every day' },
  { value: '2', label: 'Every other day' },
  { value: '3', label: 'Every 3 days' },
  { value: '7', label: 'Every week' },
  { value: '14', label: 'Every 2 weeks' },
];

function AskForm({
  process,
  asked,
  choices,
  onClose,
}: Pick<Props, 'process' | 'asked' | 'onClose'> & { readonly choices: Choices }): ReactElement {
  const client = useQueryClient();
  const kept = asked?.audience ?? [];
  const [audience, setAudience] = useState(kept.map(({ kind, ref }) => ({ kind, ref })));
  const [dueOn, setDueOn] = useState(asked?.dueOn ?? twoWeeks());
  const [every, setEvery] = useState(asked === null ? '7' : String(asked.remindEvery ?? never));
  const [until, setUntil] = useState(asked?.remindUntil ?? '');
  const [quiz, setQuiz] = useState<Quiz | null>(asked?.quiz ?? null);
  const remindEvery = every === never ? null : Number(every);
  const save = useMutation({
    mutationFn: () =>
      call(readingSchema, 'PUT', readingPath(process.id), {
        body: { audience, dueOn, remindEvery, remindUntil: remindEvery === null ? null : until || null, quiz },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['processes'] });
      onClose();
    },
  });
  const fields = fieldSentences(save.error);
  return (
    <WindowForm
      sending={save}
      submit={asked === null ? 'Ask them' : 'Save'}
      isReady={dueOn !== ''}
      onSubmit={() => save.mutate()}
      onCancel={onClose}
    >
      <Text size="sm" c="dimmed">
        Nobody chosen: everybody whom the process is meant for. Who comes to belong to them later is asked then.
      </Text>
      <AudienceFields {...{ choices, kept, audience, setAudience }} isForAll={audience.length === 0} />
      {fields.audience !== undefined && <Wrong>{fields.audience}</Wrong>}
      <TextInput
        type="date"
        label="To be confirmed by"
        required
        value={dueOn}
        onChange={(event) => setDueOn(event.currentTarget.value)}
        error={fields.dueOn}
      />
      <Reminders {...{ every, until, setEvery, setUntil }} wrong={fields.remindUntil} />
      {quiz === null ? (
        <Button variant="default" w="fit-content" onClick={() => setQuiz(emptyQuiz())}>
          Add a quiz
        </Button>
      ) : (
        <Stack gap="md">
          <QuizEditor quiz={quiz} fields={fields} onChange={setQuiz} onRemove={() => setQuiz(null)} />
        </Stack>
      )}
    </WindowForm>
  );
}

function Wrong({ children }: { readonly children: string }): ReactElement {
  return (
    <Text role="alert" size="sm" c="red">
      {children}
    </Text>
  );
}

interface RemindersProps {
  readonly every: string;
  readonly until: string;
  readonly wrong: string | undefined;
  readonly setEvery: (every: string) => void;
  readonly setUntil: (until: string) => void;
}

function Reminders({ every, until, wrong, setEvery, setUntil }: RemindersProps): ReactElement {
  return (
    <Group grow align="start">
      <Select
        label="Reminders"
        data={withOwn(every)}
        value={every}
        allowDeselect={false}
        onChange={(value) => setEvery(value ?? never)}
      />
      {every !== never && (
        <TextInput
          type="date"
          label="Up to (optional)"
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
          error={wrong}
        />
      )}
    </Group>
  );
}

/** What a program has set may be none of the usual ones. */
const withOwn = (every: string) =>
  intervals.some(({ value }) => value === every)
    ? intervals
    : [...intervals, { value: every, label: `Every ${every} days` }];
