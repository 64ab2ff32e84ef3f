import { Button, Group, Text } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Confirm } from '../../../../../web/controls/confirm.tsx';
import { formatMoney } from '../../../../../web/figures.ts';
import { sentenceOf } from '../../../../../web/problem.ts';
import { formatDay } from '../../../../../web/zoned-time.ts';
import { useValuesChanged } from './use-values-changed.ts';
import { type EventValues, reprice } from './values-api.ts';
import { standingRepricings, worthToday } from './worth.ts';

/** Prices past days anew, on purpose, and takes that back. */
export function RepriceForm({ found }: { readonly found: EventValues }): ReactElement {
  const [days, setDays] = useState<[string | null, string | null]>([null, null]);
  const [asking, setAsking] = useState(false);
  const changed = useValuesChanged();
  const change = useMutation({
    mutationFn: reprice,
    onSuccess: async () => {
      setAsking(false);
      setDays([null, null]);
      await changed();
    },
  });
  const [from, until] = days;
  return (
    <div>
      <Text component="h3" fw={600} size="sm">
        Price past days anew
      </Text>
      <Text size="sm" c="dimmed" mb="xs">
        Days keep their own values unless you price them anew, with what events are worth today. It is recorded in the
        audit log, and you can take it back.
      </Text>
      <Group align="flex-end">
        <DatePickerInput
          type="range"
          label="Days"
          placeholder="First and last day"
          allowSingleDateInRange
          valueFormat="D MMM YYYY"
          maxDate={found.today}
          value={days}
          onChange={([first, last]) => setDays([first?.slice(0, 10) ?? null, last?.slice(0, 10) ?? null])}
          miw={240}
        />
        <Button variant="default" disabled={from === null || until === null} onClick={() => setAsking(true)}>
          Price anew
        </Button>
      </Group>
      <Standing found={found} busy={change.isPending} onUndo={(one) => change.mutate({ ...one, by: 'own' })} />
      {change.isError && !asking && (
        <Text size="sm" c="red" role="alert">
          {sentenceOf(change.error)}
        </Text>
      )}
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title="Price these days anew?"
        confirm="Price anew"
        onConfirm={() => from !== null && until !== null && change.mutate({ from, until, by: 'today' })}
        busy={change.isPending}
        error={change.error}
      >
        Every report then values {from !== null && formatDay(from)} to {until !== null && formatDay(until)} as today:{' '}
        {worthWords(found)}. The counts stay as they are.
      </Confirm>
    </div>
  );
}

function worthWords(found: EventValues): string {
  const { awareness, share, click, currency } = worthToday(found);
  const money = (minor: number) => formatMoney(minor, currency);
  return `${money(awareness)} per employee who acted, ${money(share)} per share, ${money(click)} per click`;
}

interface StandingProps {
  readonly found: EventValues;
  readonly busy: boolean;
  readonly onUndo: (days: { readonly from: string; readonly until: string }) => void;
}

function Standing({ found, busy, onUndo }: StandingProps): ReactElement | null {
  const standing = standingRepricings(found);
  if (standing.length === 0) return null;
  return (
    <ul style={{ listStyle: 'none', padding: 0, margin: '12px 0 0' }}>
      {standing.map(({ from, until, worth, madeAt }) => (
        <li key={madeAt}>
          <Group gap="xs">
            <Text size="sm">
              {formatDay(from)} to {formatDay(until)} are priced in {worth?.currency} by later values.
            </Text>
            <Button
              size="compact-xs"
              variant="subtle"
              loading={busy}
              aria-label={`Give ${formatDay(from)} to ${formatDay(until)} their own values again`}
              onClick={() => onUndo({ from, until })}
            >
              Take back
            </Button>
          </Group>
        </li>
      ))}
    </ul>
  );
}
