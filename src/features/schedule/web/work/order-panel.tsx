import { Button, Group, NumberInput, SimpleGrid, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { useSignedIn } from '../../../../web/queries.ts';
import { z } from '../../../../web/zod.ts';
import { locationsQuery } from '../../../people/web/index.ts';
import { weekdayNames, weekdays } from '../../calendar/local.ts';
import { setsRules } from '../access.ts';
import type { Role, Settings } from '../contract.ts';
import { rolesQuery } from '../queries.ts';
import { changeOf, inOrder, type Order, placeOf, withRole, withWeekday } from './order.ts';
import classes from './work.module.css';

const orderSchema = z.object({
  roles: z.array(z.object({ id: z.string(), importance: z.number().nullable() })),
  weekdays: z.array(z.object({ weekday: z.number(), importance: z.number() })),
});

const orderQuery = queryOptions({
  queryKey: ['schedule', 'order'],
  queryFn: ({ signal }) => call(orderSchema, 'GET', '/api/schedule/order', { signal }),
});

/** Which roles and which days of the week are filled first. */
export function OrderPanel({ mode }: { readonly mode: Settings['schedulingOrder'] }): ReactElement | null {
  const order = useQuery(orderQuery);
  const roles = useQuery(rolesQuery);
  const failed = order.error ?? roles.error;
  if (failed !== null) return <ErrorPanel error={failed} onRetry={() => void order.refetch()} />;
  if (order.data === undefined || roles.data === undefined) {
    return (
      <Panel>
        <LoadingLines count={4} height={32} />
      </Panel>
    );
  }
  return <Form key={JSON.stringify(order.data)} order={order.data} roles={roles.data} mode={mode} />;
}

const explained = {
  simple:
    'Place 1 is filled first; the place of a shift is that of its role times that of its weekday. Ties are fine, and empty comes last.',
  detailed:
    'Each shift has a place of its own, which you give it on the schedule (“Change shift”). These places are kept for when you order by roles and weekdays again.',
};

interface FormProps {
  readonly order: Order;
  readonly roles: readonly Role[];
  readonly mode: Settings['schedulingOrder'];
}

function Form({ order, roles, mode }: FormProps): ReactElement {
  const client = useQueryClient();
  const [form, setForm] = useState(order);
  const setsDays = setsRules(useSignedIn());
  const save = useMutation({
    mutationFn: () => call(orderSchema, 'PUT', '/api/schedule/order', { body: changeOf(order, form, setsDays) }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['schedule'] });
      notifications.show({ color: 'pine', title: 'Saved', message: 'The next update of a schedule keeps to it.' });
    },
  });
  const isChanged = JSON.stringify(form) !== JSON.stringify(order);
  return (
    <Panel title="Places of days and roles" explains={explained[mode]}>
      <Text size="sm" fw={500} mb={4}>
        Days of the week
      </Text>
      <SimpleGrid cols={{ base: 2, xs: 4, md: 7 }} spacing="sm">
        {weekdays.map((day, weekday) => (
          <Place
            key={day}
            label={weekdayNames[day]}
            disabled={!setsDays}
            value={form.weekdays.find((one) => one.weekday === weekday)?.importance ?? null}
            onChange={(place) => setForm(withWeekday(form, weekday, place))}
          />
        ))}
      </SimpleGrid>
      {!setsDays && (
        <Text size="sm" c="dimmed" mt={4}>
          Owners and admins give days their places, for everybody.
        </Text>
      )}
      <Text size="sm" fw={500} mt="md">
        Roles
      </Text>
      <RolePlaces order={order} form={form} roles={roles} onChange={setForm} />
      {save.isError && <ErrorPanel error={save.error} />}
      <Group justify="flex-end" mt="md">
        <Button disabled={!isChanged} loading={save.isPending} onClick={() => save.mutate()}>
          Save the order
        </Button>
      </Group>
    </Panel>
  );
}

interface RolesProps {
  /** As it is kept: rows stay where they are while somebody types. */
  readonly order: Order;
  readonly form: Order;
  readonly roles: readonly Role[];
  readonly onChange: (form: Order) => void;
}

function RolePlaces({ order, form, roles, onChange }: RolesProps): ReactElement {
  const locations = useQuery(locationsQuery).data ?? [];
  const shown = inOrder(order, roles);
  if (shown.length === 0) return <Text c="dimmed">None yet.</Text>;
  return (
    <ul className={classes.people}>
      {shown.map(({ id, name, locationId }) => (
        <li key={id}>
          <span>
            <b>{name}</b> · {locations.find((place) => place.id === locationId)?.name ?? 'Elsewhere'}
          </span>
          <NumberInput
            aria-label={`Place of ${name}`}
            placeholder="Place"
            w={90}
            min={1}
            max={1_000}
            allowDecimal={false}
            value={form.roles.find((role) => role.id === id)?.importance ?? ''}
            onChange={(typed) => onChange(withRole(form, id, placeOf(typed)))}
          />
        </li>
      ))}
    </ul>
  );
}

interface PlaceProps {
  readonly label: string;
  readonly disabled: boolean;
  readonly value: number | null;
  readonly onChange: (place: number | null) => void;
}

function Place({ label, disabled, value, onChange }: PlaceProps): ReactElement {
  return (
    <NumberInput
      label={label}
      placeholder="Place"
      min={1}
      max={1_000}
      allowDecimal={false}
      disabled={disabled}
      value={value ?? ''}
      onChange={(typed) => onChange(placeOf(typed))}
    />
  );
}
