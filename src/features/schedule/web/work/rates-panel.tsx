import { Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { z } from '../../../../web/zod.ts';
import type { Role } from '../contract.ts';
import { amountOf, digitsOf, minorOf, type Rates } from './rates.ts';

const ratesSchema = z.object({
  currency: z.string(),
  minor: z.number().nullable(),
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
      return call(ratesSchema, 'PUT', path, { body: { minor: form.minor } });
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
      title="What an hour begins with"
      explains="Sealed. Only owners and payroll see it, and each look is recorded; schedulers see totals of three people or more."
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
          <Text size="sm" c="dimmed">
            What single people earn stands with their <TextLink to="/pay">pay</TextLink>. This counts for whoever has no
            wage there.
          </Text>
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

interface RateProps {
  readonly label: string;
  readonly currency: string;
  readonly value: number | null | undefined;
  readonly onChange: (minor: number | null) => void;
}

function Rate({ label, currency, value, onChange }: RateProps): ReactElement {
  const digits = digitsOf(currency);
  return (
    <NumberInput
      label={label}
      placeholder="None"
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
