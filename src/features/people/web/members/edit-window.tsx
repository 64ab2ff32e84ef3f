import { Checkbox, MultiSelect, Stack, Text } from '@mantine/core';
import { type UseMutationResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call, nothing } from '../../../../web/api.ts';
import { Window } from '../../../../web/controls/window.tsx';
import { WindowForm } from '../../../../web/controls/window-form.tsx';
import { fieldSentences } from '../../../../web/problem.ts';
import { departmentsQuery, locationsQuery, type Place, placeChoices } from '../places/contract.ts';
import { type Member, rolesSchema } from './contract.ts';
import { furtherOf, furtherRoles, withFurther } from './roles.ts';

interface Props {
  /** Null while the window is closed. */
  readonly member: Member | null;
  readonly onClose: () => void;
}

/** What somebody does besides their main role, where they work, and how far they schedule. */
export function EditWindow({ member, onClose }: Props): ReactElement {
  return (
    <Window opened={member !== null} onClose={onClose} title={member?.name}>
      {member !== null && <EditForm key={member.id} member={member} onDone={onClose} />}
    </Window>
  );
}

interface FormProps {
  readonly member: Member;
  readonly onDone: () => void;
}

export function EditForm({ member, onDone }: FormProps): ReactElement {
  const departments = useQuery(departmentsQuery).data ?? [];
  const locations = useQuery(locationsQuery).data ?? [];
  const [further, setFurther] = useState<readonly string[]>(furtherOf(member.roles));
  const [works, setWorks] = useState({ departments: member.departments, locations: member.locations });
  const [reach, setReach] = useState(member.reach);
  const save = useSaveMember(member, onDone);
  const fields = fieldSentences(save.error);
  return (
    <WindowForm sending={save} submit="Save" onSubmit={() => save.mutate({ further, works, reach })} onCancel={onDone}>
      <FurtherRolesField value={further} onChange={setFurther} error={fields.roles} />
      <PlacesField
        label="Departments"
        empty="None"
        places={departments}
        value={works.departments}
        onChange={(ids) => setWorks({ ...works, departments: ids })}
        error={fields.departments}
      />
      <PlacesField
        label="Locations"
        empty="None"
        places={locations}
        value={works.locations}
        onChange={(ids) => setWorks({ ...works, locations: ids })}
        error={fields.locations}
      />
      {further.includes('scheduler') && (
        <ReachFields
          departments={departments}
          locations={locations}
          value={reach}
          onChange={setReach}
          fields={fields}
        />
      )}
    </WindowForm>
  );
}

interface Change {
  readonly further: readonly string[];
  readonly works: Pick<Member, 'departments' | 'locations'>;
  readonly reach: Member['reach'];
}

function useSaveMember(member: Member, onDone: () => void): UseMutationResult<unknown, Error, Change> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ further, works, reach }: Change) => {
      const body = { roles: rolesSchema.parse(withFurther(member.roles, further)), ...works, reach };
      return call(nothing, 'PATCH', `/api/members/${encodeURIComponent(member.id)}`, { body });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['members'] });
      onDone();
    },
  });
}

interface FurtherRolesProps {
  readonly value: readonly string[];
  readonly onChange: (roles: string[]) => void;
  readonly error: string | undefined;
}

function FurtherRolesField({ value, onChange, error }: FurtherRolesProps): ReactElement {
  return (
    <Checkbox.Group label="Further roles" value={[...value]} onChange={onChange} error={error}>
      <Stack gap={14} mt={10}>
        {furtherRoles.map(({ role, label, may }) => (
          <Checkbox key={role} value={role} label={label} description={may} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

interface ReachProps {
  readonly departments: readonly Place[];
  readonly locations: readonly Place[];
  readonly value: Member['reach'];
  readonly onChange: (reach: Member['reach']) => void;
  /** Sentences about what the server refused, by field. */
  readonly fields: Readonly<Record<string, string>>;
}

/** How far a scheduler's role goes. */
function ReachFields({ departments, locations, value, onChange, fields }: ReachProps): ReactElement {
  return (
    <>
      <Text size="sm" c="dimmed">
        A scheduler can be limited to people of some departments, at some locations. Nothing chosen means all.
      </Text>
      <PlacesField
        label="Schedules only these departments"
        empty="All departments"
        places={departments}
        value={value.departments}
        onChange={(ids) => onChange({ ...value, departments: ids })}
        error={fields['reach.departments']}
      />
      <PlacesField
        label="Schedules only at these locations"
        empty="All locations"
        places={locations}
        value={value.locations}
        onChange={(ids) => onChange({ ...value, locations: ids })}
        error={fields['reach.locations']}
      />
    </>
  );
}

interface PlacesProps {
  readonly label: string;
  /** What it means that nothing is chosen. */
  readonly empty: string;
  readonly places: readonly Place[];
  readonly value: readonly string[];
  readonly onChange: (ids: string[]) => void;
  readonly error: string | undefined;
}

function PlacesField({ label, empty, places, value, onChange, error }: PlacesProps): ReactElement | null {
  // An organisation that keeps no places is not asked for any.
  if (places.length === 0) return null;
  return (
    <MultiSelect
      label={label}
      placeholder={value.length === 0 ? empty : undefined}
      searchable
      clearable
      hidePickedOptions
      data={[...placeChoices(places, value)]}
      value={[...value]}
      onChange={onChange}
      error={error}
    />
  );
}
