import { ActionIcon, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { Window } from '../../../../web/controls/window.tsx';
import { WindowForm } from '../../../../web/controls/window-form.tsx';
import { fieldSentences } from '../../../../web/problem.ts';
import { type Held, heldListSchema, heldQuery, type Qualification, qualificationsQuery } from './contract.ts';
import { HeldList } from './my-qualifications.tsx';

/** What somebody holds, for those who keep it. */
export function HeldPanel({ personId }: { readonly personId: string }): ReactElement {
  const [editing, setEditing] = useState(false);
  const held = useQuery(heldQuery(personId));
  const known = useQuery(qualificationsQuery).data?.qualifications;
  const edit = (
    <Button
      variant="default"
      size="sm"
      onClick={() => setEditing(true)}
      disabled={held.data === undefined || known === undefined}
    >
      Edit
    </Button>
  );
  return (
    <Panel title="Qualifications" aside={edit}>
      {(held.isPending || known === undefined) && !held.isError && <LoadingLines count={2} />}
      {held.isError && <ErrorPanel error={held.error} onRetry={() => void held.refetch()} />}
      {held.data !== undefined && known !== undefined && (
        <HeldList held={held.data} known={known} none="Nothing is entered yet." />
      )}
      <Window opened={editing} onClose={() => setEditing(false)} title="Qualifications">
        {held.data !== undefined && known !== undefined && (
          <HeldForm personId={personId} held={held.data} known={known} onDone={() => setEditing(false)} />
        )}
      </Window>
    </Panel>
  );
}

interface FormProps {
  readonly personId: string;
  readonly held: readonly Held[];
  readonly known: readonly Qualification[];
  readonly onDone: () => void;
}

function HeldForm({ personId, held, known, onDone }: FormProps): ReactElement {
  const client = useQueryClient();
  const [lines, setLines] = useState(held);
  const save = useMutation({
    mutationFn: () =>
      call(heldListSchema, 'PUT', `/api/people/${encodeURIComponent(personId)}/qualifications` as const, {
        body: { held: lines.map((line) => ({ ...line, expiresOn: line.expiresOn || null })) },
      }),
    onSuccess: async (saved) => {
      client.setQueryData(['person', personId, 'qualifications'], saved.held);
      await client.invalidateQueries({ queryKey: ['qualifications'] });
      onDone();
    },
  });
  const fields = fieldSentences(save.error);
  const free = known.filter(({ id, archived }) => !archived && lines.every((line) => line.qualificationId !== id));
  const set = (index: number, expiresOn: string) =>
    setLines(lines.map((line, at) => (at === index ? { ...line, expiresOn } : line)));
  return (
    <WindowForm sending={save} submit="Save" onSubmit={() => save.mutate()} onCancel={onDone}>
      {lines.map((line, index) => (
        <HeldLine
          key={line.qualificationId}
          line={line}
          qualification={known.find(({ id }) => id === line.qualificationId)}
          error={fields[`held.${index}.expiresOn`] ?? fields[`held.${index}.qualificationId`]}
          onDay={(day) => set(index, day)}
          onRemove={() => setLines(lines.filter((other) => other !== line))}
        />
      ))}
      {known.length === 0 && <Text c="dimmed">There are no qualifications yet: add them under Qualifications.</Text>}
      {free.length > 0 && (
        <Select
          label="Add"
          placeholder="Choose a qualification"
          searchable
          data={free.map(({ id, name }) => ({ value: id, label: name }))}
          value={null}
          onChange={(id) => id !== null && setLines([...lines, { qualificationId: id, expiresOn: null }])}
        />
      )}
    </WindowForm>
  );
}

interface LineProps {
  readonly line: Held;
  readonly qualification: Qualification | undefined;
  readonly error: string | undefined;
  readonly onDay: (day: string) => void;
  readonly onRemove: () => void;
}

function HeldLine({ line, qualification, error, onDay, onRemove }: LineProps): ReactElement {
  const name = qualification?.name ?? '';
  return (
    <Group wrap="nowrap" align="start" gap="sm">
      <Stack gap={2} flex={1} miw={0}>
        {qualification?.expires === true ? (
          <TextInput
            type="date"
            label={`${name}: last day`}
            required
            value={line.expiresOn ?? ''}
            onChange={(event) => onDay(event.currentTarget.value)}
            error={error}
          />
        ) : (
          <>
            <Text fw={600}>{name}</Text>
            <Text size="sm" c={error === undefined ? 'dimmed' : 'red'}>
              {error ?? 'Does not expire'}
            </Text>
          </>
        )}
      </Stack>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`Take ${name} away`} onClick={onRemove}>
        <IconX size={18} />
      </ActionIcon>
    </Group>
  );
}
