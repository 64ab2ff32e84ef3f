import { Button, Checkbox, Group, NumberInput, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconSearch } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call, nothing } from '../../../../web/api.ts';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import type { Person, Rank, Role } from '../contract.ts';
import { peopleQuery, ranksQuery } from '../queries.ts';
import classes from './work.module.css';

/** Who knows a role, and who is best in it. */
export function RolePeople({ role }: { readonly role: Role }): ReactElement {
  const people = useQuery(peopleQuery);
  const ranks = useQuery(ranksQuery(role.id));
  const failed = people.error ?? ranks.error;
  if (failed !== null) return <ErrorPanel error={failed} onRetry={() => void people.refetch()} />;
  if (people.data === undefined || ranks.data === undefined) {
    return (
      <Panel>
        <LoadingLines count={6} height={32} />
      </Panel>
    );
  }
  return <Form role={role} people={people.data} ranks={ranks.data} />;
}

interface Props {
  readonly role: Role;
  readonly people: readonly Person[];
  readonly ranks: readonly Rank[];
}

function Form({ role, people, ranks }: Props): ReactElement {
  const client = useQueryClient();
  const [knows, setKnows] = useState<ReadonlySet<string>>(new Set(role.people));
  const [everyDay, setEveryDay] = useState(
    () =>
      new Map(ranks.flatMap(({ personId, weekday, rank }) => (weekday === null ? [[personId, rank] as const] : []))),
  );
  const [words, setWords] = useState('');
  const save = useMutation({
    mutationFn: async () => {
      const path = `/api/schedule/roles/${encodeURIComponent(role.id)}` as const;
      await call(nothing, 'PUT', `${path}/people`, { body: { people: [...knows] } });
      await call(nothing, 'PUT', `${path}/ranks`, { body: { ranks: withEveryDay(ranks, everyDay) } });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['schedule'] });
      notifications.show({ color: 'pine', title: 'Saved', message: `Who knows ${role.name} is kept.` });
    },
  });
  const shown = people.filter(({ name }) => name.toLowerCase().includes(words.trim().toLowerCase()));
  const toggle = (id: string, checked: boolean) =>
    setKnows(new Set(checked ? [...knows, id] : [...knows].filter((one) => one !== id)));
  return (
    <Panel
      title="Who knows this role"
      explains="The rank steers who is proposed first: 1 is best, ties are fine, 0 is never, empty comes after all ranked."
    >
      <Group gap="sm">
        <TextInput
          type="search"
          aria-label="Search people"
          placeholder="Search people"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Button variant="subtle" onClick={() => setKnows(new Set([...knows, ...shown.map(({ id }) => id)]))}>
          Everybody shown
        </Button>
      </Group>
      <ul className={classes.people}>
        {shown.map(({ id, name }) => (
          <li key={id}>
            <Checkbox
              label={name}
              checked={knows.has(id)}
              onChange={(event) => toggle(id, event.currentTarget.checked)}
            />
            <Group gap="sm" wrap="nowrap">
              <TextLink to="/team/people/$id" params={{ id }} size="sm">
                Times
              </TextLink>
              <NumberInput
                aria-label={`Rank of ${name}`}
                placeholder="Rank"
                w={90}
                min={0}
                max={100}
                allowDecimal={false}
                disabled={!knows.has(id)}
                value={everyDay.get(id) ?? ''}
                onChange={(value) => setEveryDay(rankedAs(everyDay, id, value))}
              />
            </Group>
          </li>
        ))}
      </ul>
      {shown.length === 0 && (
        <Text c="dimmed" mt="sm">
          Nobody like this.
        </Text>
      )}
      {save.isError && <ErrorPanel error={save.error} />}
      <Group justify="flex-end" mt="md">
        <Button loading={save.isPending} onClick={() => save.mutate()}>
          Save
        </Button>
      </Group>
    </Panel>
  );
}

function rankedAs(ranks: ReadonlyMap<string, number>, id: string, value: string | number): Map<string, number> {
  const next = new Map(ranks);
  if (value === '') next.delete(id);
  else next.set(id, Number(value));
  return next;
}

/** Ranks of single weekdays as they were, those for every day as they are now. */
export function withEveryDay(ranks: readonly Rank[], everyDay: ReadonlyMap<string, number>): readonly Rank[] {
  const ofDays = ranks.filter(({ weekday }) => weekday !== null);
  return [...ofDays, ...[...everyDay].map(([personId, rank]) => ({ personId, weekday: null, rank }))];
}
