import { Button, Indicator, MultiSelect, Popover, Stack, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { IconFilter, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import type { Filters } from './filters.ts';
import classes from './page.module.css';
import { departmentNamesQuery } from './plan-api.ts';
import type { Plan } from './plan-contract.ts';

interface Props {
  readonly plan: Pick<Plan, 'roles' | 'locations'>;
  readonly filters: Filters;
  readonly onChange: (change: Partial<Filters>) => void;
}

/** A name to look for, and which locations, departments and roles are looked at. */
export function BoardFilters({ plan, filters, onChange }: Props): ReactElement {
  const [opened, { close, toggle }] = useDisclosure(false);
  const [words, setWords] = useState(filters.words);
  const later = useDebouncedCallback((next: string) => onChange({ words: next }), 200);
  const chosen = [filters.locations, filters.departments, filters.roles].filter((ids) => ids.length > 0).length;
  return (
    <>
      <TextInput
        type="search"
        aria-label="Search people"
        placeholder="Search people (press /)"
        leftSection={<IconSearch size={16} aria-hidden />}
        className={classes.search}
        data-search-field
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          later(event.currentTarget.value.trim());
        }}
      />
      <Popover
        opened={opened}
        onChange={(open) => !open && close()}
        position="bottom-end"
        width={300}
        shadow="md"
        trapFocus
      >
        <Popover.Target>
          <Indicator disabled={chosen === 0} label={chosen} size={18} offset={4}>
            <Button
              variant="default"
              leftSection={<IconFilter size={16} aria-hidden />}
              onClick={toggle}
              aria-haspopup="dialog"
              aria-label={chosen === 0 ? 'Filters' : `Filters, ${chosen} in use`}
            >
              Filters
            </Button>
          </Indicator>
        </Popover.Target>
        <Popover.Dropdown>{opened && <Choices plan={plan} filters={filters} onChange={onChange} />}</Popover.Dropdown>
      </Popover>
    </>
  );
}

function Choices({ plan, filters, onChange }: Props): ReactElement {
  const departments = useQuery(departmentNamesQuery).data ?? [];
  const used = new Set(plan.roles.map(({ departmentId }) => departmentId));
  const isIn = (locationId: string) => filters.locations.length === 0 || filters.locations.includes(locationId);
  const shared = { clearable: true, searchable: true, comboboxProps: { withinPortal: false } };
  return (
    <Stack gap="sm">
      <MultiSelect
        {...shared}
        label="Locations"
        data={plan.locations.map(({ id, name }) => ({ value: id, label: name }))}
        value={[...filters.locations]}
        onChange={(locations) => onChange({ locations })}
      />
      {departments.some(({ id }) => used.has(id)) && (
        <MultiSelect
          {...shared}
          label="Departments"
          data={departments.filter(({ id }) => used.has(id)).map(({ id, name }) => ({ value: id, label: name }))}
          value={[...filters.departments]}
          onChange={(chosen) => onChange({ departments: chosen })}
        />
      )}
      <MultiSelect
        {...shared}
        label="Roles"
        data={plan.roles.filter(({ locationId }) => isIn(locationId)).map((role) => roleChoice(role, plan))}
        value={[...filters.roles]}
        onChange={(roles) => onChange({ roles })}
      />
    </Stack>
  );
}

/** Two locations may each have a role of the same name. */
function roleChoice(role: Plan['roles'][number], { roles, locations }: Props['plan']) {
  const isAlone = roles.filter(({ name }) => name === role.name).length === 1;
  const place = locations.find(({ id }) => id === role.locationId)?.name ?? '';
  return { value: role.id, label: isAlone ? role.name : `${role.name}, ${place}` };
}
