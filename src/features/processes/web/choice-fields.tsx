import { ActionIcon, Button, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { type Step, toEnd } from '../writing/step.ts';
import classes from './processes.module.css';

interface Props {
  readonly step: Step;
  readonly index: number;
  readonly steps: readonly Step[];
  readonly onPut: (step: Step) => void;
  readonly error: string | undefined;
}

const onwards = 'next';

/** The ways that a decision may go, each to the next step, a later one, or the end. */
export function ChoiceFields({ step, index, steps, onPut, error }: Props): ReactElement {
  const later = steps.slice(index + 1).map(({ id, title }, place) => ({
    value: id,
    label: `Step ${index + place + 2}${title === '' ? '' : `: ${title}`}`,
  }));
  const places = [{ value: onwards, label: 'The next step' }, ...later.slice(1), { value: toEnd, label: 'The end' }];
  const put = (at: number, change: Partial<Step['choices'][number]>) =>
    onPut({
      ...step,
      choices: step.choices.map((choice, place) => (place === at ? { ...choice, ...change } : choice)),
    });
  return (
    <Stack gap="xs">
      {step.choices.map((choice, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a choice is its place in the list, its words change while they are typed
        <div key={at} className={classes.choice}>
          <TextInput
            label={`Choice ${at + 1}`}
            maxLength={80}
            value={choice.label}
            onChange={(event) => put(at, { label: event.currentTarget.value })}
          />
          <Select
            label="leads to"
            data={places}
            value={choice.next ?? onwards}
            allowDeselect={false}
            onChange={(next) => put(at, { next: next === onwards ? null : next })}
          />
          <ActionIcon
            variant="default"
            size={36}
            aria-label={`Remove choice ${at + 1}`}
            onClick={() => onPut({ ...step, choices: step.choices.toSpliced(at, 1) })}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </div>
      ))}
      {error !== undefined && (
        <Text size="sm" c="red" role="alert">
          {error}
        </Text>
      )}
      <Button
        variant="subtle"
        size="xs"
        w="fit-content"
        leftSection={<IconPlus size={16} aria-hidden />}
        disabled={step.choices.length >= 8}
        onClick={() => onPut({ ...step, choices: [...step.choices, { label: '', next: null }] })}
      >
        Add a choice
      </Button>
    </Stack>
  );
}
