import { MultiSelect, Select, Switch, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { Window } from '../../../../web/controls/window.tsx';
import { WindowForm } from '../../../../web/controls/window-form.tsx';
import { fieldSentences } from '../../../../web/problem.ts';
import { Amount } from '../wage-window.tsx';
import { payText } from '../words.ts';
import { type Proposed, proposedSchema, type Raise, raisePath } from './contract.ts';
import { fieldsOf, isReady, type RaiseDraft, raiseBody, type Start, typedPercent } from './raise-draft.ts';
import { percentText } from './raise-words.ts';

interface Props {
  readonly start: Start;
  /** The proposal that is changed; null for a fresh one. */
  readonly changes: Pick<Raise, 'id' | 'revision' | 'approvals'> | null;
  readonly onClose: () => void;
  readonly onDone: (proposed: Proposed) => void;
}

/** Proposes a raise or promotion, or changes one and asks again. */
export function ProposeWindow({ start, changes, onClose, onDone }: Props): ReactElement {
  const [draft, setDraft] = useState(start.draft);
  const send = useMutation({
    mutationFn: () => {
      const body = raiseBody(draft);
      if (changes === null) {
        const path = `/api/pay/people/${encodeURIComponent(start.personId)}/raises` as const;
        return call(proposedSchema, 'POST', path, { body });
      }
      const { id, revision } = changes;
      return call(proposedSchema, 'PUT', raisePath(id), { body: { ...body, revision } });
    },
    onSuccess: onDone,
  });
  const wrong = fieldsOf(fieldSentences(send.error));
  const change = (given: Partial<RaiseDraft>) => setDraft({ ...draft, ...given });
  const fields = { start, draft, wrong, onChange: change };
  return (
    <Window
      opened
      onClose={onClose}
      title={changes === null ? `A raise or promotion of ${start.name}` : 'Change it and ask again'}
    >
      <WindowForm
        sending={send}
        submit={changes === null ? 'Propose' : 'Ask again'}
        isReady={isReady(draft)}
        onSubmit={() => send.mutate()}
        onCancel={onClose}
      >
        <Text size="sm" c="dimmed">
          {changes !== null && changes.approvals > 0 && 'Approvals that were given count no more. '}
          {start.name} learns nothing of it until somebody releases it.
        </Text>
        <Work {...fields} />
        <Switch
          label="Pay changes"
          checked={draft.changesPay}
          onChange={(event) => change({ changesPay: event.currentTarget.checked })}
        />
        {draft.changesPay && <Pay {...fields} />}
        <WhenAndWhy {...fields} />
        {[wrong.terms, wrong.person].map(
          (words) =>
            words !== undefined && (
              <Text key={words} role="alert" c="red" size="sm">
                {words}
              </Text>
            ),
        )}
      </WindowForm>
    </Window>
  );
}

interface FieldProps {
  readonly start: Start;
  readonly draft: RaiseDraft;
  readonly wrong: Readonly<Record<string, string>>;
  readonly onChange: (given: Partial<RaiseDraft>) => void;
}

function WhenAndWhy({ draft, wrong, onChange }: FieldProps): ReactElement {
  return (
    <>
      <TextInput
        type="date"
        label="From"
        description="On this day it takes effect by itself, once it is approved."
        required
        value={draft.from}
        error={wrong.from}
        onChange={(event) => onChange({ from: event.currentTarget.value })}
      />
      <Textarea
        label="Reason"
        description="Those who approve it read it now, the person with their wage."
        required
        autosize
        minRows={2}
        maxLength={500}
        value={draft.reason}
        error={wrong.reason}
        onChange={(event) => onChange({ reason: event.currentTarget.value })}
      />
    </>
  );
}

function Work({ start, draft, wrong, onChange }: FieldProps): ReactElement {
  return (
    <>
      <TextInput
        label="Title"
        placeholder="None"
        maxLength={100}
        value={draft.title}
        error={wrong.title}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      {start.roles.length > 0 && (
        <MultiSelect
          label="Roles that they know"
          searchable
          data={start.roles.map(({ id, name }) => ({ value: id, label: name }))}
          value={[...draft.roleIds]}
          error={wrong.roles}
          onChange={(roleIds) => onChange({ roleIds })}
        />
      )}
    </>
  );
}

function Pay({ start, draft, wrong, onChange }: FieldProps): ReactElement {
  const { wage } = draft;
  const now = start.earns(wage.roleId);
  const more = percentText(typedPercent(now, wage));
  return (
    <>
      {start.roles.length > 0 && (
        <Select
          label="For"
          data={[{ value: '', label: 'All work' }, ...start.roles.map(({ id, name }) => ({ value: id, label: name }))]}
          allowDeselect={false}
          value={wage.roleId ?? ''}
          error={wrong['pay.roleId']}
          onChange={(roleId) => onChange({ wage: { ...wage, roleId: roleId || null } })}
        />
      )}
      <Amount draft={wage} wrong={wrong} onChange={(given) => onChange({ wage: { ...wage, ...given } })} />
      <Text size="sm" c="dimmed" aria-live="polite">
        {now === null ? 'No wage until then.' : `Until then ${payText(now)}.`} {more}
      </Text>
    </>
  );
}
