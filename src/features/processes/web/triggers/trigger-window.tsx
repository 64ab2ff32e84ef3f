import { Checkbox, Chip, Group, Input, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { Window } from '../../../../web/controls/window.tsx';
import { WindowForm } from '../../../../web/controls/window-form.tsx';
import { fieldSentences } from '../../../../web/problem.ts';
import { choicesQuery, processPath } from '../contract.ts';
import { beginsKey, beginsSchema, type Trigger, triggerPath } from './contract.ts';
import { bodyOf, doersOf, draftOf, type TriggerDraft, withKind } from './trigger-draft.ts';

interface Props {
  readonly processId: string;
  /** What is changed; null: something new; undefined: the window is closed. */
  readonly trigger: Trigger | null | undefined;
  readonly onClose: () => void;
}

/** What begins a process, when, and whose it is then. */
export function TriggerWindow({ processId, trigger, onClose }: Props): ReactElement {
  return (
    <Window opened={trigger !== undefined} onClose={onClose} title="Begin it by itself">
      {trigger !== undefined && <TriggerForm processId={processId} trigger={trigger} onClose={onClose} />}
    </Window>
  );
}

const kinds = [
  { value: 'schedule', label: 'At a time' },
  { value: 'shift', label: 'When the first shift of the day begins' },
  { value: 'joining', label: 'When somebody joins' },
  { value: 'leaving', label: 'When somebody leaves' },
] as const;

const doerWords = {
  anyone: 'Anybody who reads it',
  person: 'One person',
  role: 'Whoever knows a role',
  manager: 'Their manager',
  opener: 'Whoever opens',
} as const;

interface FormProps {
  readonly processId: string;
  readonly trigger: Trigger | null;
  readonly onClose: () => void;
}

function TriggerForm({ processId, trigger, onClose }: FormProps): ReactElement {
  const client = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(trigger));
  const put = (change: Partial<TriggerDraft>) => setDraft((before) => ({ ...before, ...change }));
  const save = useMutation({
    mutationFn: () =>
      trigger === null
        ? call(beginsSchema, 'POST', `${processPath(processId)}/triggers` as const, { body: bodyOf(draft) })
        : call(beginsSchema, 'PUT', triggerPath(trigger.id), { body: bodyOf(draft) }),
    onSuccess: (begins) => {
      client.setQueryData(beginsKey(processId), begins);
      onClose();
    },
  });
  const fields = fieldSentences(save.error);
  return (
    <WindowForm
      sending={save}
      submit={trigger === null ? 'Add it' : 'Save'}
      onSubmit={() => save.mutate()}
      onCancel={onClose}
    >
      <Select
        label="It begins"
        data={[...kinds]}
        value={draft.kind}
        allowDeselect={false}
        onChange={(kind) => setDraft(withKind(draft, (kind ?? 'schedule') as Trigger['kind']))}
      />
      {draft.kind === 'schedule' && <TimeFields draft={draft} fields={fields} put={put} />}
      {draft.kind === 'shift' && <ShiftFields draft={draft} fields={fields} put={put} />}
      {draft.kind !== 'shift' && <WhoseFields draft={draft} fields={fields} put={put} />}
      <NumberInput
        label="Minutes there are for it (optional)"
        description="It is late after that, and who is to know is told."
        min={5}
        max={43_200}
        value={draft.within}
        onChange={(within) => put({ within: String(within) })}
        error={fields.withinMinutes}
      />
    </WindowForm>
  );
}

interface PartProps {
  readonly draft: TriggerDraft;
  readonly fields: Readonly<Record<string, string>>;
  readonly put: (change: Partial<TriggerDraft>) => void;
}

const weekdayChips = [
  ['MO', 'Mon', 'Monday'],
  ['TU', 'Tue', 'Tuesday'],
  ['WE', 'Wed', 'Wednesday'],
  ['TH', 'Thu', 'Thursday'],
  ['FR', 'Fri', 'Friday'],
  ['SA', 'Sat', 'Saturday'],
  ['SU', 'Sun', 'Sunday'],
] as const;

const monthDays = [
  ...Array.from({ length: 28 }, (_, index) => ({ value: String(index + 1), label: `Day ${index + 1}` })),
  { value: '-1', label: 'The last day' },
];

function TimeFields({ draft, fields, put }: PartProps): ReactElement {
  return (
    <>
      <Select
        label="On which days"
        data={[
          { value: 'day', label: 'Every day' },
          { value: 'week', label: 'On some days of the week' },
          { value: 'month', label: 'On one day of the month' },
        ]}
        value={draft.every}
        allowDeselect={false}
        onChange={(every) => put({ every: (every ?? 'day') as TriggerDraft['every'] })}
        error={draft.every === 'week' ? undefined : fields.repeat}
      />
      {draft.every === 'week' && (
        <Input.Wrapper label="Days of the week" error={fields.repeat ?? fields['repeat.days']} labelElement="div">
          <Chip.Group
            multiple
            value={[...draft.days]}
            onChange={(days) => put({ days: days as unknown as TriggerDraft['days'] })}
          >
            <Group gap={6} mt={4}>
              {weekdayChips.map(([value, label, name]) => (
                <Chip key={value} value={value} aria-label={name}>
                  {label}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </Input.Wrapper>
      )}
      {draft.every === 'month' && (
        <Select
          label="Day of the month"
          data={monthDays}
          value={String(draft.day)}
          allowDeselect={false}
          onChange={(day) => put({ day: Number(day) })}
        />
      )}
      <TextInput
        type="time"
        label="At"
        value={draft.atTime}
        onChange={(event) => put({ atTime: event.currentTarget.value })}
        error={fields.atTime}
      />
      <PlaceField
        label="Where (optional)"
        description="The clock there counts; without it, the organisation’s."
        {...{ draft, fields, put }}
      />
    </>
  );
}

function ShiftFields({ draft, fields, put }: PartProps): ReactElement {
  return (
    <>
      <PlaceField
        label="Where"
        description="Whoever begins first on a published shift there has it: of several at once, who stays longest."
        {...{ draft, fields, put }}
      />
      <NumberInput
        label="Minutes before the shift"
        min={0}
        max={720}
        value={draft.minutesBefore}
        onChange={(minutes) => put({ minutesBefore: Number(minutes) })}
        error={fields.minutesBefore}
      />
      <Checkbox
        label="Tell me on the evening before if nobody has a shift"
        checked={draft.tellWithout}
        onChange={(event) => put({ tellWithout: event.currentTarget.checked })}
      />
    </>
  );
}

function PlaceField({
  label,
  description,
  draft,
  fields,
  put,
}: PartProps & { readonly label: string; readonly description: string }): ReactElement {
  const choices = useQuery(choicesQuery).data;
  return (
    <Select
      {...{ label, description }}
      data={optionsOf(choices?.locations)}
      value={draft.locationId}
      onChange={(locationId) => put({ locationId })}
      clearable
      error={fields.locationId}
    />
  );
}

const optionsOf = (list: readonly { id: string; name: string }[] = []) =>
  list.map(({ id, name }) => ({ value: id, label: name }));

function WhoseFields({ draft, fields, put }: PartProps): ReactElement {
  const choices = useQuery(choicesQuery).data;
  return (
    <Stack gap="xs">
      <Select
        label="Whose it is"
        data={doersOf[draft.kind].map((value) => ({ value, label: doerWords[value] }))}
        value={draft.doer}
        allowDeselect={false}
        onChange={(doer) => put({ doer: (doer ?? 'anyone') as Trigger['doer'] })}
        error={fields.doer}
      />
      {draft.doer === 'person' && (
        <Select
          label="Person"
          data={optionsOf(choices?.people)}
          value={draft.doerId}
          onChange={(doerId) => put({ doerId })}
          searchable
          error={fields.doerId}
        />
      )}
      {draft.doer === 'role' && (
        <Select
          label="Role"
          data={optionsOf(choices?.roles)}
          value={draft.doerRoleId}
          onChange={(doerRoleId) => put({ doerRoleId })}
          searchable
          error={fields.doerRoleId}
        />
      )}
    </Stack>
  );
}
