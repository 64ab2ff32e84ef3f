import { Button, Group, Text, TextInput } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call, nothing } from '../../../../web/api.ts';
import { ErrorPanel, Panel } from '../../../../web/controls/panels.tsx';
import { ZoneSelect } from '../../../../web/controls/zone-select.tsx';
import { fieldSentences } from '../../../../web/problem.ts';
import { useTimeZone } from '../../../../web/queries.ts';
import { locationsQuery } from '../../../people/web/index.ts';
import classes from './setup.module.css';

/** Where people work. */
export function LocationsStep(): ReactElement {
  const locations = (useQuery(locationsQuery).data ?? []).filter(({ archived }) => !archived);
  return (
    <Panel
      title="Where do people work?"
      explains="A location need not be an address: two wards are two locations. Shifts are on the clock of their location."
    >
      <ul className={classes.listed}>
        {locations.map(({ id, name, timeZone }) => (
          <li key={id}>
            <IconMapPin size={18} aria-hidden />
            <b>{name}</b>
            <Text size="sm" c="dimmed" component="span">
              {timeZone?.replaceAll('_', ' ')}
            </Text>
          </li>
        ))}
      </ul>
      <AddLocation isFirst={locations.length === 0} />
    </Panel>
  );
}

function AddLocation({ isFirst }: { readonly isFirst: boolean }): ReactElement {
  const client = useQueryClient();
  const ownZone = useTimeZone();
  const [name, setName] = useState('');
  const [timeZone, setTimeZone] = useState(ownZone);
  const add = useMutation({
    mutationFn: (wanted: string) =>
      call(nothing, 'POST', '/api/locations', { body: { name: wanted.trim(), timeZone } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['locations'] }),
  });
  const fields = fieldSentences(add.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        // The field is free for the next name at once; what was refused comes back to it, unless somebody has gone on.
        setName('');
        add.mutate(name, { onError: () => setName((typed) => typed || name) });
      }}
    >
      <Group align="flex-start" gap="sm" grow preventGrowOverflow={false}>
        <TextInput
          label={isFirst ? 'Name of the location' : 'Another location'}
          placeholder="Harbour café"
          required
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={fields.name}
        />
        <ZoneSelect value={timeZone} onChange={setTimeZone} error={fields.timeZone} />
      </Group>
      {add.isError && Object.keys(fields).length === 0 && <ErrorPanel error={add.error} />}
      <Button type="submit" mt="sm" variant={isFirst ? 'filled' : 'default'} loading={add.isPending}>
        Add the location
      </Button>
    </form>
  );
}
