import { Button, FileButton, Group, NumberInput, Stack, Text, Textarea } from '@mantine/core';
import { IconCamera, IconCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { sentenceOf } from '../../../../web/problem.ts';
import { z } from '../../../../web/zod.ts';
import { isWithin, limitWords } from '../../writing/step.ts';
import { type RunItem, runPath } from './contract.ts';
import type { Waiting } from './queue.ts';

interface Props {
  readonly runId: string;
  readonly step: RunItem['step'];
  /** What was noted before and not taken. */
  readonly before: Waiting | undefined;
  readonly note: (entry: Waiting) => void;
}

const doneWords = {
  do: 'Done',
  check: 'Checked',
  measure: 'Note the value',
  photo: 'Done',
  sign: 'Sign',
  decide: '',
  approve: 'Approve',
} as const;

/** What a step asks for. A value outside its limits is noted with a word about it: the form asks before it is sent. */
export function DoForm({ runId, step, before, note }: Props): ReactElement {
  const [value, setValue] = useState<number | null>(before?.value ?? null);
  const [words, setWords] = useState(before?.words ?? '');
  const [pictureId, setPictureId] = useState(before?.pictureId ?? null);
  const isOutside = step.measure !== null && value !== null && !isWithin(step.measure, value);
  const isReady =
    (step.kind !== 'measure' || (value !== null && (!isOutside || words.trim() !== ''))) &&
    (step.kind !== 'photo' || pictureId !== null);
  const send = (choice: number | null) =>
    note({
      ...{ id: crypto.randomUUID(), runId, stepId: step.id, doneAt: new Date().toISOString(), refused: null },
      ...{ value: step.kind === 'measure' ? value : null, choice, words: words.trim(), pictureId },
    });
  return (
    <Stack gap="xs" maw={520}>
      {step.kind === 'measure' && (
        <NumberInput
          label={`Value${step.measure?.unit ? ` in ${step.measure.unit}` : ''}`}
          description={step.measure === null ? undefined : `Right is ${limitWords(step.measure)}.`}
          value={value ?? ''}
          onChange={(typed) => setValue(typeof typed === 'number' ? typed : null)}
          error={
            isOutside
              ? 'That is outside the limits. Measure again, or say below why it is so and what you did.'
              : undefined
          }
        />
      )}
      {isOutside && (
        <Textarea
          label="Why is it so, and what did you do?"
          rows={2}
          maxLength={1000}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      {step.kind === 'photo' && <PhotoButton runId={runId} isThere={pictureId !== null} onTaken={setPictureId} />}
      {step.kind === 'decide' ? (
        <Group gap="xs">
          {step.choices.map(({ label }, choice) => (
            <Button key={label} variant="default" onClick={() => send(choice)}>
              {label}
            </Button>
          ))}
        </Group>
      ) : (
        <Button
          w="fit-content"
          leftSection={<IconCheck size={18} aria-hidden />}
          aria-label={`${isOutside ? 'Note the value all the same' : doneWords[step.kind]}: ${step.title}`}
          disabled={!isReady}
          onClick={() => send(null)}
        >
          {isOutside ? 'Note it all the same' : doneWords[step.kind]}
        </Button>
      )}
    </Stack>
  );
}

interface PhotoProps {
  readonly runId: string;
  readonly isThere: boolean;
  readonly onTaken: (id: string) => void;
}

/** A photo goes to the server at once: it needs a network, and says so. */
function PhotoButton({ runId, isThere, onTaken }: PhotoProps): ReactElement {
  const add = useMutation({
    mutationFn: (file: File) => {
      const body = new FormData();
      body.set('file', file);
      return call(z.object({ id: z.string() }), 'POST', `${runPath(runId)}/pictures` as const, { body });
    },
    onSuccess: ({ id }) => onTaken(id),
  });
  return (
    <>
      <FileButton
        accept="image/png,image/jpeg,image/webp"
        capture="environment"
        onChange={(file) => file !== null && add.mutate(file)}
      >
        {(props) => (
          <Button
            w="fit-content"
            variant="default"
            leftSection={<IconCamera size={18} aria-hidden />}
            loading={add.isPending}
            {...props}
          >
            {isThere ? 'Take another photo' : 'Take a photo'}
          </Button>
        )}
      </FileButton>
      {isThere && (
        <Text size="sm" role="status">
          The photo is there.
        </Text>
      )}
      {add.isError && (
        <Text size="sm" role="alert" c="red">
          {sentenceOf(add.error)}
        </Text>
      )}
    </>
  );
}
