import { Button, Group, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { Window } from '../../../../web/controls/window.tsx';
import { WindowForm } from '../../../../web/controls/window-form.tsx';
import { fieldSentences } from '../../../../web/problem.ts';
import { departmentsQuery, locationsQuery, placeChoices } from '../../../people/web/index.ts';
import { freeColour } from '../../work/palette.ts';
import { ColourField } from '../calendar/colours.tsx';
import { conditions, type Qualification, type Role, roleSchema } from '../contract.ts';
import { qualificationsQuery, rolesQuery } from '../queries.ts';

interface Props {
  /** Null adds one; undefined while the window is closed. */
  readonly role: Role | null | undefined;
  readonly onClose: () => void;
}

/** Name, place, colour, importance and conditions of a role. */
export function RoleWindow({ role, onClose }: Props): ReactElement {
  return (
    <Window opened={role !== undefined} onClose={onClose} title={role === null ? 'Add a role' : role?.name} size="lg">
      {role !== undefined && <RoleForm role={role} onDone={onClose} />}
    </Window>
  );
}

type Condition = Role['conditions'][number];

function RoleForm({ role, onDone }: { readonly role: Role | null; readonly onDone: () => void }): ReactElement {
  const locations = useQuery(locationsQuery).data ?? [];
  const roles = useQuery(rolesQuery).data ?? [];
  const [name, setName] = useState(role?.name ?? '');
  const [chosen, setLocation] = useState(role?.locationId ?? null);
  const [departmentId, setDepartment] = useState(role?.departmentId ?? null);
  const [colour, setColour] = useState(role?.colour ?? freeColour(roles));
  const [importance, setImportance] = useState(role?.importance ?? null);
  const [asked, setAsked] = useState<readonly Condition[]>(role?.conditions ?? []);
  const locationId = chosen ?? locations.find(({ archived }) => !archived)?.id ?? '';
  const save = useSaveRole(role, onDone);
  const fields = fieldSentences(save.error);
  return (
    <WindowForm
      sending={save}
      submit={role === null ? 'Add' : 'Save'}
      onSubmit={() =>
        save.mutate({ name: name.trim(), locationId, departmentId, colour, importance, conditions: asked })
      }
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
      <PlaceFields
        isFixed={role !== null}
        locationId={locationId}
        onLocation={setLocation}
        departmentId={departmentId}
        onDepartment={setDepartment}
        errors={fields}
      />
      <ColourField
        label="Colour"
        value={colour}
        onChange={(next) => next !== null && setColour(next)}
        error={fields.colour}
      />
      <NumberInput
        label="Importance"
        description="1 is filled first; empty: after all that have a number."
        min={1}
        max={1000}
        allowDecimal={false}
        value={importance ?? ''}
        onChange={(value) => setImportance(value === '' ? null : Number(value))}
        error={fields.importance}
      />
      <ConditionFields value={asked} onChange={setAsked} error={fields.conditions} />
    </WindowForm>
  );
}

interface PlaceProps {
  /** The location of a role that is there cannot be changed. */
  readonly isFixed: boolean;
  readonly locationId: string;
  readonly onLocation: (id: string | null) => void;
  readonly departmentId: string | null;
  readonly onDepartment: (id: string | null) => void;
  readonly errors: Readonly<Record<string, string>>;
}

function PlaceFields(props: PlaceProps): ReactElement {
  const { isFixed, locationId, departmentId, errors } = props;
  const locations = useQuery(locationsQuery).data ?? [];
  const departments = useQuery(departmentsQuery).data ?? [];
  return (
    <Group grow align="flex-start">
      <Select
        label="Location"
        allowDeselect={false}
        description={isFixed ? 'A role stays where it is: its shifts are on that clock.' : undefined}
        disabled={isFixed}
        data={[...placeChoices(locations, [locationId])]}
        value={locationId}
        onChange={props.onLocation}
        error={errors.locationId}
      />
      {departments.length > 0 && (
        <Select
          label="Department"
          placeholder="None"
          clearable
          data={[...placeChoices(departments, departmentId === null ? [] : [departmentId])]}
          value={departmentId}
          onChange={props.onDepartment}
          error={errors.departmentId}
        />
      )}
    </Group>
  );
}

type Wanted = Pick<Role, 'name' | 'locationId' | 'departmentId' | 'colour' | 'importance'> & {
  readonly conditions: readonly Condition[];
};

function useSaveRole(role: Role | null, onDone: () => void) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: ({ locationId, ...rest }: Wanted) =>
      role === null
        ? call(roleSchema, 'POST', '/api/schedule/roles', { body: { ...rest, locationId } })
        : call(roleSchema, 'PATCH', `/api/schedule/roles/${encodeURIComponent(role.id)}`, { body: rest }),
    onSuccess: async (saved) => {
      await client.invalidateQueries({ queryKey: ['schedule'] });
      onDone();
      if (role === null) await navigate({ to: '/team/roles/$id', params: { id: saved.id } });
    },
  });
}

const conditionNames: Readonly<Record<Condition['condition'], string>> = {
  ...{ must_have: 'must have', must_not_have: 'must not have', must_be: 'must be', must_not_be: 'must not be' },
};

interface ConditionProps {
  readonly value: readonly Condition[];
  readonly onChange: (conditions: readonly Condition[]) => void;
  readonly error: string | undefined;
}

function ConditionFields({ value, onChange, error }: ConditionProps): ReactElement | null {
  const known = useQuery(qualificationsQuery).data ?? [];
  const inUse = known.filter(({ archived }) => !archived);
  if (inUse.length === 0 && value.length === 0) return null;
  const put = (index: number, change: Partial<Condition>) =>
    onChange(value.map((one, place) => (place === index ? { ...one, ...change } : one)));
  return (
    <Stack gap={6}>
      <Text size="sm" fw={500}>
        Who works here
      </Text>
      {value.map((one, index) => (
        <ConditionRow
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no other identity, and two may be alike while they are edited
          key={index}
          condition={one}
          known={known}
          onChange={(change) => put(index, change)}
          onRemove={() => onChange(value.filter((_, place) => place !== index))}
        />
      ))}
      {error !== undefined && (
        <Text size="sm" c="red" role="alert">
          {error}
        </Text>
      )}
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange([...value, { qualificationId: inUse[0]?.id ?? '', condition: 'must_have' }])}
        >
          Add a condition
        </Button>
      </div>
    </Stack>
  );
}

interface RowProps {
  readonly condition: Condition;
  readonly known: readonly Qualification[];
  readonly onChange: (change: Partial<Condition>) => void;
  readonly onRemove: () => void;
}

function ConditionRow({ condition: one, known, onChange, onRemove }: RowProps): ReactElement {
  return (
    <Group gap="xs" wrap="nowrap">
      <Select
        aria-label="Condition"
        w={150}
        allowDeselect={false}
        data={conditions.map((condition) => ({ value: condition, label: conditionNames[condition] }))}
        value={one.condition}
        onChange={(next) => onChange({ condition: conditions.find((condition) => condition === next) })}
      />
      <Select
        aria-label="Qualification"
        style={{ flex: 1 }}
        allowDeselect={false}
        searchable
        data={known
          .filter(({ id, archived }) => !archived || id === one.qualificationId)
          .map(({ id, name }) => ({ value: id, label: name }))}
        value={one.qualificationId}
        onChange={(id) => id !== null && onChange({ qualificationId: id })}
      />
      <Button variant="subtle" color="gray" px={8} aria-label="Remove the condition" onClick={onRemove}>
        <IconX size={16} />
      </Button>
    </Group>
  );
}
