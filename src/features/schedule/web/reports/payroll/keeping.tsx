import { Button, Group, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Confirm } from '../../../../../web/controls/confirm.tsx';
import { fieldSentences, sentenceOf } from '../../../../../web/problem.ts';
import { type Draft, isChanged, lackOf } from './draft.ts';
import { keepDraft, payrollQuery, removeMapping } from './payroll-api.ts';
import type { Saved } from './payroll-contract.ts';

interface Props {
  readonly draft: Draft;
  /** What is kept of it; undefined: nothing yet. */
  readonly saved: Saved | undefined;
  readonly onName: (name: string) => void;
  readonly onKept: (kept: Saved) => void;
  readonly onGone: () => void;
}

/** Keeps a mapping under its name, or removes it. */
export function Keeping({ draft, saved, onName, onKept, onGone }: Props): ReactElement {
  const keep = useKeeping(onKept);
  const lack = lackOf(draft) ?? (draft.name.trim() === '' ? 'Give it a name.' : null);
  const fields = fieldSentences(keep.error);
  return (
    <>
      <Group mt="lg" align="flex-end" gap="sm">
        <TextInput
          label="Name"
          placeholder="Monthly payroll"
          maxLength={100}
          value={draft.name}
          error={fields.name}
          onChange={(event) => onName(event.currentTarget.value)}
        />
        <Button
          loading={keep.isPending}
          disabled={lack !== null || !isChanged(draft, saved)}
          onClick={() => keep.mutate(draft)}
        >
          {saved === undefined ? 'Keep' : 'Save'}
        </Button>
        {saved !== undefined && <Removing saved={saved} onGone={onGone} />}
      </Group>
      {keep.isError && fields.name === undefined && (
        <Text c="red" size="sm" mt="xs" role="alert">
          {sentenceOf(keep.error)}
        </Text>
      )}
    </>
  );
}

function useKeeping(onKept: (kept: Saved) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: keepDraft,
    onSuccess: async (kept) => {
      await client.invalidateQueries({ queryKey: payrollQuery.queryKey });
      onKept(kept);
      notifications.show({ color: 'pine', title: 'Kept', message: `“${kept.name}” is there for everybody who pays.` });
    },
  });
}

interface RemovingProps {
  readonly saved: Saved;
  readonly onGone: () => void;
}

function Removing({ saved, onGone }: RemovingProps): ReactElement {
  const [asking, ask] = useState(false);
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => removeMapping(saved.id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: payrollQuery.queryKey });
      onGone();
    },
  });
  return (
    <>
      <Button variant="subtle" color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => ask(true)}>
        Remove
      </Button>
      <Confirm
        opened={asking}
        onClose={() => ask(false)}
        title={`Remove “${saved.name}”?`}
        confirm="Remove"
        danger
        onConfirm={() => remove.mutate()}
        busy={remove.isPending}
        error={remove.error}
      >
        Nobody can use this mapping any more. Files that were downloaded stay as they are.
      </Confirm>
    </>
  );
}
