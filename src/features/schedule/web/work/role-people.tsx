import { Button, Checkbox, Group, NativeSelect, NumberInput, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconSearch } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call, nothing } from '../../../../web/api.ts';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { weekdayNames, weekdays } from '../../calendar/local.ts';
import type { Person, Rank, Role } from '../contract.ts';
import { peopleQuery, ranksQuery } from '../queries.ts';
import { rankedAs, rankedDays, rankHint, rankOf } from './ranks.ts';
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

interface Kept {
  readonly knows: ReadonlySet<string>;
  readonly ranks: readonly Rank[];
}

function useSaveKnowing(role: Role) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ knows, ranks }: Kept) => {
      const path = `/api/schedule/roles/${encodeURIComponent(role.id)}` as const;
      await call(nothing, 'PUT', `${path}/people`, { body: { people: [...knows] } });
      await call(nothing, 'PUT', `${path}/ranks`, { body: { ranks } });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['schedule'] });
      notifications.show({ color: 'pine', title: 'Saved', message: `Who knows ${role.name} is kept.` });
    },
  });
}

function Form({ role, people, ranks }: Props): ReactElement {
  const [knows, setKnows] = useState<ReadonlySet<string>>(new Set(role.people));
  const [ranked, setRanked] = useState(ranks);
  const [weekday, setWeekday] = useState<number | null>(null);
  const [words, setWords] = useState('');
  const save = useSaveKnowing(role);
  const shown = people.filter(({ name }) => name.toLowerCase().includes(words.trim().toLowerCase()));
  const toggle = (id: string, checked: boolean) =>
    setKnows(new Set(checked ? [...knows, id] : [...knows].filter((one) => one !== id)));
  return (
    <Panel
      title="Who knows this role"
      explains="The rank steers who is proposed first: 1 is best, ties are fine, 0 is never, empty comes after all ranked. A weekday may differ from every day."
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
        <RankDay ranks={ranked} weekday={weekday} onWeekday={setWeekday} />
      </Group>
      <ul className={classes.people}>
        {shown.map(({ id, name }) => (
          <PersonRow
            key={id}
            id={id}
            name={name}
            knows={knows.has(id)}
            onKnows={(checked) => toggle(id, checked)}
            rank={rankOf(ranked, id, weekday)}
            hint={rankHint(ranked, id, weekday)}
            onRank={(value) => setRanked(rankedAs(ranked, { personId: id, weekday }, value))}
          />
        ))}
      </ul>
      {shown.length === 0 && (
        <Text c="dimmed" mt="sm">
          Nobody like this.
        </Text>
      )}
      {save.isError && <ErrorPanel error={save.error} />}
      <Group justify="flex-end" mt="md">
        <Button loading={save.isPending} onClick={() => save.mutate({ knows, ranks: ranked })}>
          Save
        </Button>
      </Group>
    </Panel>
  );
}

interface RankDayProps {
  readonly ranks: readonly Rank[];
  readonly weekday: number | null;
  readonly onWeekday: (weekday: number | null) => void;
}

/** For which day of the week the ranks below are; days that differ for somebody say for how many. */
function RankDay({ ranks, weekday, onWeekday }: RankDayProps): ReactElement {
  const counts = rankedDays(ranks);
  const days = weekdays.map((day, place) => {
    const count = counts[place] ?? 0;
    return { value: `${place}`, label: count === 0 ? weekdayNames[day] : `${weekdayNames[day]} (${count})` };
  });
  return (
    <NativeSelect
      aria-label="Ranks are for"
      data={[{ value: '', label: 'Ranks for every day' }, ...days]}
      value={weekday === null ? '' : `${weekday}`}
      onChange={({ currentTarget: { value } }) => onWeekday(value === '' ? null : Number(value))}
    />
  );
}

interface RowProps {
  readonly id: string;
  readonly name: string;
  readonly knows: boolean;
  readonly onKnows: (knows: boolean) => void;
  readonly rank: number | undefined;
  readonly hint: string;
  readonly onRank: (rank: string | number) => void;
}

function PersonRow({ id, name, knows, onKnows, rank, hint, onRank }: RowProps): ReactElement {
  return (
    <li>
      <Checkbox label={name} checked={knows} onChange={(event) => onKnows(event.currentTarget.checked)} />
      <Group gap="sm" wrap="nowrap">
        <TextLink to="/team/people/$id" params={{ id }} size="sm">
          Times
        </TextLink>
        <NumberInput
          aria-label={`Rank of ${name}`}
          placeholder={hint}
          w={120}
          min={0}
          max={100}
          allowDecimal={false}
          disabled={!knows}
          value={rank ?? ''}
          onChange={onRank}
        />
      </Group>
    </li>
  );
}
