import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call, nothing } from '../../../../web/api.ts';
import { Window } from '../../../../web/controls/window.tsx';
import { WindowForm } from '../../../../web/controls/window-form.tsx';
import { fieldSentences } from '../../../../web/problem.ts';
import type { Qualification } from './contract.ts';

interface Props {
  /** Null adds one; undefined while the window is closed. */
  readonly qualification: Qualification | null | undefined;
  readonly onClose: () => void;
}

/** A qualification's name and description; whether it expires is said when it is added. */
export function QualificationWindow({ qualification, onClose }: Props): ReactElement {
  const title = qualification === null ? 'Add a qualification' : qualification?.name;
  return (
    <Window opened={qualification !== undefined} onClose={onClose} title={title}>
      {qualification !== undefined && <QualificationForm qualification={qualification} onDone={onClose} />}
    </Window>
  );
}

interface FormProps {
  readonly qualification: Qualification | null;
  readonly onDone: () => void;
}

function QualificationForm({ qualification, onDone }: FormProps): ReactElement {
  const client = useQueryClient();
  const [name, setName] = useState(qualification?.name ?? '');
  const [description, setDescription] = useState(qualification?.description ?? '');
  const [expires, setExpires] = useState(qualification?.expires ?? true);
  const [archived, setArchived] = useState(qualification?.archived ?? false);
  const save = useMutation({
    mutationFn: () =>
      qualification === null
        ? call(nothing, 'POST', '/api/qualifications', { body: { name, description, expires } })
        : call(nothing, 'PATCH', `/api/qualifications/${encodeURIComponent(qualification.id)}` as const, {
            body: { name, description, archived },
          }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['qualifications'] });
      onDone();
    },
  });
  const fields = fieldSentences(save.error);
  return (
    <WindowForm
      sending={save}
      submit={qualification === null ? 'Add' : 'Save'}
      onSubmit={() => save.mutate()}
      onCancel={onDone}
    >
      <TextInput
        label="Name"
        required
        maxLength={100}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={fields.name}
      />
      <Textarea
        label="Description"
        autosize
        minRows={2}
        maxLength={1000}
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
        error={fields.description}
      />
      {qualification === null ? (
        <ExpiresBox checked={expires} onChange={setExpires} />
      ) : (
        <ArchivedBox checked={archived} onChange={setArchived} />
      )}
    </WindowForm>
  );
}

interface BoxProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

function ExpiresBox({ checked, onChange }: BoxProps): ReactElement {
  return (
    <Checkbox
      label="It expires"
      description="Then everybody who holds it has a last day. This can’t be changed later."
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

function ArchivedBox({ checked, onChange }: BoxProps): ReactElement {
  return (
    <Checkbox
      label="Archived"
      description="Nobody else gets it; who holds it keeps it."
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
