import { Badge, Button, Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { fieldSentences } from '../../../../web/problem.ts';
import { useSignedIn } from '../../../../web/queries.ts';
import type { Person } from '../contract.ts';
import { AskWindow } from './ask-window.tsx';
import { balancesQuery, requestsQuery, useCorrection } from './time-off-api.ts';
import { balanceWords, countedKinds, daysWords, hoursWords, minutesTyped } from './time-off-words.ts';

const stateNames = { asked: 'asked', approved: 'approved', declined: 'declined', withdrawn: 'withdrawn' } as const;

/** Somebody's time off for who schedules them: what is left, what was asked for, and entering it for them. */
export function BalancePanel({ person }: { readonly person: Person }): ReactElement {
  const [asking, setAsking] = useState(false);
  const { personId, roles } = useSignedIn();
  const ask = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAsking(true)}>
      Enter time off
    </Button>
  );
  return (
    <Stack>
      <Balances person={person} mayCorrect={personId !== person.id || roles.includes('owner')} />
      <Panel title="Requests" explains="What is entered here is asked for: approve it under Time off." aside={ask}>
        <Requests personId={person.id} />
      </Panel>
      <AskWindow opened={asking} onClose={() => setAsking(false)} person={person} />
    </Stack>
  );
}

interface BalancesProps {
  readonly person: Person;
  /** Nobody but an owner decides about themselves. */
  readonly mayCorrect: boolean;
}

function Balances({ person, mayCorrect }: BalancesProps): ReactElement {
  const balances = useQuery(balancesQuery(person.id));
  if (balances.isError) return <ErrorPanel error={balances.error} onRetry={() => void balances.refetch()} />;
  if (balances.isPending) {
    return (
      <Panel>
        <LoadingLines count={3} height={32} />
      </Panel>
    );
  }
  const counted = countedKinds(balances.data);
  return (
    <Panel title="What is left" explains="What is asked for and not decided is not taken off yet.">
      {counted.length === 0 && (
        <Text c="dimmed">No kind of time off is counted. Kinds are set under Rules & settings.</Text>
      )}
      <Stack gap="xs">
        {counted.map((balance) => (
          <Group key={balance.kindId} gap="sm">
            <Badge size="lg" variant="light" color={balance.minutes < 0 ? 'red' : 'pine'}>
              {balance.name}: {hoursWords(balance.minutes)} left
            </Badge>
            <Text size="sm" c="dimmed">
              {balanceWords(balance)}
            </Text>
          </Group>
        ))}
      </Stack>
      {mayCorrect && counted.length > 0 && <Correct person={person} kinds={counted} />}
    </Panel>
  );
}

interface CorrectProps {
  readonly person: Person;
  readonly kinds: readonly { readonly kindId: string; readonly name: string }[];
}

function Correct({ person, kinds }: CorrectProps): ReactElement {
  const [chosen, setKind] = useState<string | null>(null);
  const [hours, setHours] = useState<string | number>('');
  const correct = useCorrection(person.id);
  const fields = fieldSentences(correct.error);
  const kindId = chosen ?? kinds[0]?.kindId ?? '';
  const minutes = minutesTyped(hours);
  const submit = () => {
    if (minutes === null) return;
    correct.mutate(
      { kindId, minutes },
      {
        onSuccess: () => {
          setHours('');
          notifications.show({ color: 'pine', title: 'Corrected', message: `By ${hoursWords(minutes)}.` });
        },
      },
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Group align="flex-end" gap="sm" mt="md">
        <Select
          label="Correct"
          allowDeselect={false}
          data={kinds.map(({ kindId: value, name }) => ({ value, label: name }))}
          value={kindId}
          onChange={setKind}
          error={fields.kindId}
        />
        <NumberInput
          label="By hours, more or less"
          placeholder="e.g. -4"
          w={180}
          suffix=" h"
          decimalScale={2}
          value={hours}
          onChange={setHours}
          error={fields.minutes}
        />
        <Button type="submit" variant="default" disabled={minutes === null} loading={correct.isPending}>
          Correct
        </Button>
      </Group>
      {correct.isError && Object.keys(fields).length === 0 && <ErrorPanel error={correct.error} />}
    </form>
  );
}

function Requests({ personId }: { readonly personId: string }): ReactElement {
  const requests = useQuery(requestsQuery(personId));
  if (requests.isError) return <ErrorPanel error={requests.error} onRetry={() => void requests.refetch()} />;
  if (requests.isPending) return <LoadingLines count={3} height={28} />;
  if (requests.data.length === 0) return <Text c="dimmed">None yet.</Text>;
  return (
    <Stack gap={6}>
      {requests.data.map((request) => (
        <Text key={request.id} size="sm">
          {daysWords(request)} · {hoursWords(request.minutes)} · {stateNames[request.state]}
        </Text>
      ))}
    </Stack>
  );
}
