import { ActionIcon, Button, Group, Select, Text, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { IconX } from '@tabler/icons-react';
import { type UseMutationResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call, nothing } from '../../../../web/api.ts';
import { ErrorPanel, Panel } from '../../../../web/controls/panels.tsx';
import { fieldSentences } from '../../../../web/problem.ts';
import { locationsQuery, placeChoices } from '../../../people/web/index.ts';
import { dayWords } from '../../calendar/describe.ts';
import { holidaysQuery } from '../queries.ts';
import classes from './work.module.css';

type Act =
  | { readonly kind: 'add'; readonly day: string; readonly name: string; readonly locationId: string | null }
  | { readonly kind: 'remove'; readonly id: string };

function useHolidays(): UseMutationResult<unknown, Error, Act> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: Act) => {
      if (act.kind === 'remove') {
        return call(nothing, 'DELETE', `/api/schedule/holidays/${encodeURIComponent(act.id)}`);
      }
      const { day, name, locationId } = act;
      return call(nothing, 'POST', '/api/schedule/holidays', { body: { day, name, locationId } });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: holidaysQuery.queryKey }),
  });
}

/** Days on which nobody works, everywhere or at one location. Each is kept at once. */
export function Holidays({ disabled }: { readonly disabled: boolean }): ReactElement {
  const holidays = useQuery(holidaysQuery);
  const locations = useQuery(locationsQuery).data ?? [];
  const act = useHolidays();
  return (
    <Panel title="Holidays" explains="Days on which the rule “Holidays” lets nobody work. Added and removed at once.">
      {holidays.isError && <ErrorPanel error={holidays.error} onRetry={() => void holidays.refetch()} />}
      {holidays.data?.length === 0 && <Text c="dimmed">None yet.</Text>}
      <ul className={classes.people}>
        {holidays.data?.map(({ id, day, name, locationId }) => (
          <li key={id}>
            <span>
              <b>{name}</b> · {dayWords(day)}
              {locationId !== null && ` · ${locations.find((place) => place.id === locationId)?.name ?? 'Elsewhere'}`}
            </span>
            {!disabled && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={`Remove ${name}`}
                onClick={() => act.mutate({ kind: 'remove', id })}
              >
                <IconX size={16} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {!disabled && <AddHoliday act={act} />}
    </Panel>
  );
}

function AddHoliday({ act }: { readonly act: UseMutationResult<unknown, Error, Act> }): ReactElement {
  const locations = useQuery(locationsQuery).data ?? [];
  const [day, setDay] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [locationId, setLocation] = useState<string | null>(null);
  const fields = fieldSentences(act.error);
  const add = () => {
    if (day === null) return;
    act.mutate(
      { kind: 'add', day, name: name.trim(), locationId },
      {
        onSuccess: () => {
          setDay(null);
          setName('');
        },
      },
    );
  };
  return (
    <Group align="flex-end" gap="sm" mt="sm">
      <DateInput
        label="Day"
        valueFormat="ddd D MMM YYYY"
        placeholder="Choose a day"
        w={170}
        value={day}
        onChange={(chosen) => setDay(chosen?.slice(0, 10) ?? null)}
        error={fields.day}
      />
      <TextInput
        label="Name"
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={fields.name}
      />
      <Select
        label="Where"
        placeholder="Everywhere"
        clearable
        data={[...placeChoices(locations, [])]}
        value={locationId}
        onChange={setLocation}
        error={fields.locationId}
      />
      <Button variant="default" disabled={day === null || name.trim() === ''} loading={act.isPending} onClick={add}>
        Add
      </Button>
    </Group>
  );
}
