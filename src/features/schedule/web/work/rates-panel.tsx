import { Button, Group, NumberInput, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { z } from '../../../../web/zod.ts';
import type { Role } from '../contract.ts';
import { peopleQuery } from '../queries.ts';
import { amountOf, digitsOf, minorOf, type Rates, withPerson } from './rates.ts';
import classes from './work.module.css';

const ratesSchema = z.object({
  currency: z.string(),
  minor: z.number().nullable(),
  people: z.array(z.object({ personId: z.string(), minor: z.number().nullable() })),
});

/** Each reading stands in the audit log, so nothing but the page itself makes it read again. */
const ratesQuery = (roleId: string) =>
  queryOptions({
    queryKey: ['rates', roleId],
    queryFn: ({ signal }) =>
      call(ratesSchema, 'GET', `/api/schedule/roles/${encodeURIComponent(roleId)}/rates`, { signal }),
    refetchOnWindowFocus: false,
    staleTime: 60_000,
  });

/** What an hour costs in a role, for those who answer for pay. */
export function RatesPanel({ role }: { readonly role: Role }): ReactElement {
  const rates = useQuery(ratesQuery(role.id));
  if (rates.isError) return <ErrorPanel error={rates.error} onRetry={() => void rates.refetch()} />;
  if (rates.data === undefined) {
    return (
      <Panel>
        <LoadingLines count={4} height={32} />
      </Panel>
    );
  }
  return <Form key={JSON.stringify(rates.data)} role={role} rates={rates.data} />;
}

function Form({ role, rates }: { readonly role: Role; readonly rates: Rates }): ReactElement {
  const client = useQueryClient();
  const [form, setForm] = useState(rates);
  const { currency } = rates;
  const save = useMutation({
    mutationFn: () => {
      const path = `/api/schedule/roles/${encodeURIComponent(role.id)}/rates` as const;
      return call(ratesSchema, 'PUT', path, { body: { minor: form.minor, people: form.people } });
    },
    onSuccess: (saved) => {
      client.setQueryData(ratesQuery(role.id).queryKey, saved);
      notifications.show({
        color: 'pine',
        title: 'Saved',
        message: 'What schedules cost is counted by it from now on.',
      });
    },
  });
  return (
    <Panel
      title="What an hour costs"
      explains="Sealed. Only owners and payroll see it, and each look is recorded; schedulers see sums of three people or more."
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack>
          <Rate
            label={`An hour of ${role.name}`}
            currency={currency}
            value={form.minor}
            onChange={(minor) => setForm({ ...form, minor })}
          />
          <PeopleRates role={role} form={form} onChange={setForm} />
          {save.isError && <ErrorPanel error={save.error} />}
          <Group justify="flex-end">
            <Button type="submit" disabled={JSON.stringify(form) === JSON.stringify(rates)} loading={save.isPending}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}

interface PeopleProps {
  readonly role: Role;
  readonly form: Rates;
  readonly onChange: (form: Rates) => void;
}

/** Those who know the role; who has no rate of their own costs what everybody does. */
function PeopleRates({ role, form, onChange }: PeopleProps): ReactElement {
  const people = useQuery(peopleQuery).data ?? [];
  return (
    <ul className={classes.people}>
      {people
        .filter(({ id }) => role.people.includes(id))
        .map(({ id, name }) => (
          <li key={id}>
            <span>{name || 'Somebody from Slack'}</span>
            <Rate
              hidden={`An hour of ${name || 'somebody from Slack'}`}
              currency={form.currency}
              value={form.people.find(({ personId }) => personId === id)?.minor}
              usual={form.minor}
              onChange={(minor) => onChange(withPerson(form, id, minor))}
            />
          </li>
        ))}
    </ul>
  );
}

interface RateProps {
  readonly label?: string;
  /** In place of a label, for whoever can't see the row. */
  readonly hidden?: string;
  readonly currency: string;
  readonly value: number | null | undefined;
  /** What holds where nothing is typed. */
  readonly usual?: number | null;
  readonly onChange: (minor: number | null) => void;
}

function Rate({ label, hidden, currency, value, usual, onChange }: RateProps): ReactElement {
  const digits = digitsOf(currency);
  const hint = amountOf(usual, currency);
  return (
    <NumberInput
      label={label}
      aria-label={hidden}
      placeholder={hint === '' ? 'None' : `As usual: ${hint.toFixed(digits)}`}
      suffix={` ${currency}`}
      w={170}
      min={0}
      decimalScale={digits}
      fixedDecimalScale
      value={amountOf(value, currency)}
      onChange={(typed) => onChange(minorOf(typed, currency))}
    />
  );
}
