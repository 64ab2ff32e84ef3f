import { Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { Window } from '../../../../web/controls/window.tsx';
import { WindowForm } from '../../../../web/controls/window-form.tsx';
import { fieldSentences } from '../../../../web/problem.ts';
import { employmentKinds, type PersonPageAnswer, personSchema } from '../profile/contract.ts';
import { kindLabel } from '../profile/words.ts';
import { peopleQuery } from './contract.ts';

interface Props {
  /** Null while the window is closed. */
  readonly person: PersonPageAnswer | null;
  readonly onClose: () => void;
}

/** What the organisation keeps about somebody's work, for owners and admins. */
export function EmploymentWindow({ person, onClose }: Props): ReactElement {
  return (
    <Window opened={person !== null} onClose={onClose} title={`Work of ${person?.name ?? ''}`}>
      {person !== null && <EmploymentForm person={person} onDone={onClose} />}
    </Window>
  );
}

interface Draft {
  readonly legalName: string;
  readonly startDate: string;
  readonly title: string;
  readonly seniority: string;
  readonly kind: (typeof employmentKinds)[number] | null;
  readonly managerId: string | null;
}

function draftOf({ employment, manager }: PersonPageAnswer): Draft {
  return {
    legalName: employment?.legalName ?? '',
    startDate: employment?.startDate ?? '',
    title: employment?.title ?? '',
    seniority: employment?.seniority ?? '',
    kind: employment?.kind ?? null,
    managerId: manager?.id ?? null,
  };
}

function EmploymentForm({
  person,
  onDone,
}: {
  readonly person: PersonPageAnswer;
  readonly onDone: () => void;
}): ReactElement {
  const client = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(person));
  const save = useMutation({
    mutationFn: () =>
      call(personSchema, 'PATCH', `/api/people/${encodeURIComponent(person.id)}/employment` as const, {
        body: { ...draft, startDate: draft.startDate || null },
      }),
    onSuccess: async (saved) => {
      client.setQueryData(['person', person.id], saved);
      await client.invalidateQueries({ queryKey: ['people'] });
      onDone();
    },
  });
  const fields = fieldSentences(save.error);
  return (
    <WindowForm sending={save} submit="Save" onSubmit={() => save.mutate()} onCancel={onDone}>
      <ManagerField
        person={person}
        value={draft.managerId}
        onChange={(managerId) => setDraft({ ...draft, managerId })}
        error={fields.managerId}
      />
      <WorkFields draft={draft} fields={fields} onChange={setDraft} />
    </WindowForm>
  );
}

interface WorkProps {
  readonly draft: Draft;
  /** Sentences about what the server refused, by field. */
  readonly fields: Readonly<Record<string, string>>;
  readonly onChange: (draft: Draft) => void;
}

function WorkFields({ draft, fields, onChange }: WorkProps): ReactElement {
  return (
    <>
      <TextInput
        type="date"
        label="First day"
        value={draft.startDate}
        onChange={(event) => onChange({ ...draft, startDate: event.currentTarget.value })}
        error={fields.startDate}
      />
      <TextInput
        label="Title"
        description="What they are called in their work."
        maxLength={100}
        value={draft.title}
        onChange={(event) => onChange({ ...draft, title: event.currentTarget.value })}
        error={fields.title}
      />
      <TextInput
        label="Seniority"
        maxLength={100}
        value={draft.seniority}
        onChange={(event) => onChange({ ...draft, seniority: event.currentTarget.value })}
        error={fields.seniority}
      />
      <Select
        label="Employment"
        clearable
        data={employmentKinds.map((kind) => ({ value: kind, label: kindLabel(kind) }))}
        value={draft.kind}
        onChange={(chosen) => onChange({ ...draft, kind: employmentKinds.find((kind) => kind === chosen) ?? null })}
        error={fields.kind}
      />
      <TextInput
        label="Name on the contract"
        description="Seen by the person, owners, admins and payroll."
        maxLength={200}
        value={draft.legalName}
        onChange={(event) => onChange({ ...draft, legalName: event.currentTarget.value })}
        error={fields.legalName}
      />
    </>
  );
}

interface ManagerProps {
  readonly person: PersonPageAnswer;
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  readonly error: string | undefined;
}

/** Somebody else who is here, looked for by the server while one types. */
function ManagerField({ person, value, onChange, error }: ManagerProps): ReactElement {
  const [words, setWords] = useState(person.manager?.name ?? '');
  const [asked] = useDebouncedValue(words, 200);
  const found = useQuery({ ...peopleQuery(asked.trim(), 1), placeholderData: keepPreviousData }).data?.people ?? [];
  const active = found.filter(({ id, details }) => id !== person.id && details?.state === 'active');
  const choices = new Map(active.map(({ id, name }) => [id, name || 'Somebody from Slack']));
  if (person.manager && value === person.manager.id) choices.set(person.manager.id, person.manager.name);
  return (
    <Select
      label="Reports to"
      placeholder="Nobody"
      searchable
      clearable
      filter={({ options }) => options}
      searchValue={words}
      onSearchChange={setWords}
      data={[...choices].map(([id, label]) => ({ value: id, label }))}
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}
