import { Alert, Button, Checkbox, FileButton, Group, MultiSelect, Stack, Text, Textarea } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { ErrorPanel, Panel } from '../../../../web/controls/panels.tsx';
import { plural } from '../../../../web/figures.ts';
import { useSignedIn } from '../../../../web/queries.ts';
import { z } from '../../../../web/zod.ts';
import { locationsQuery } from '../../../people/web/index.ts';
import { peopleQuery } from '../queries.ts';
import classes from './setup.module.css';
import { csvOf, inBase64, typedPeople } from './typed-people.ts';

const previewSchema = z.object({ rows: z.array(z.object({ mark: z.string() })) });
const resultSchema = z.object({
  added: z.number(),
  refused: z.array(z.object({ line: z.number(), name: z.string(), email: z.string(), why: z.string() })),
});

/** Everybody who works: typed or pasted, or a file. Each line is judged before anything is kept. */
export function PeopleStep(): ReactElement {
  const people = useQuery(peopleQuery).data ?? [];
  const { manage } = useSignedIn().can;
  return (
    <Panel
      title="Who works with you?"
      explains="One per line: a name, and an e-mail address if you have it. Or choose a CSV file with columns for name and e-mail."
    >
      <Text size="sm" mb="md">
        {plural(people.length, 'person', 'people')} so far
        {people.length > 0 &&
          `: ${people
            .slice(0, 6)
            .map(({ name }) => name)
            .join(', ')}`}
        {people.length > 6 && ' and more'}.
      </Text>
      {manage ? (
        <AddPeople />
      ) : (
        <Alert color="gray">Owners and admins add people. Ask one of them, then go on here.</Alert>
      )}
    </Panel>
  );
}

function AddPeople(): ReactElement {
  const locations = (useQuery(locationsQuery).data ?? []).filter(({ archived }) => !archived);
  const [text, setText] = useState('');
  const [at, setAt] = useState<readonly string[]>([]);
  const [invite, setInvite] = useState(false);
  const names = at.flatMap((id) => locations.find((place) => place.id === id)?.name ?? []);
  const add = useAddPeople(invite);
  const typed = typedPeople(text);
  return (
    <Stack>
      <Textarea
        label="People"
        placeholder={'Ana Sousa, ana@example.com\nBen Okafor'}
        autosize
        minRows={5}
        maxRows={16}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {locations.length > 1 && (
        <MultiSelect
          label="They work at"
          placeholder={at.length === 0 ? 'Not said' : undefined}
          data={locations.map(({ id, name }) => ({ value: id, label: name }))}
          value={[...at]}
          onChange={setAt}
        />
      )}
      <Checkbox
        label="Invite them by mail now"
        description="They can be scheduled before they answer, and without it, and be invited at any time."
        checked={invite}
        onChange={(event) => setInvite(event.currentTarget.checked)}
      />
      <Group>
        <Button
          loading={add.isPending}
          disabled={typed.length === 0}
          onClick={() => add.mutate(inBase64(csvOf(typed, names)), { onSuccess: ({ refused }) => setText(refused) })}
        >
          {typed.length === 0 ? 'Add people' : `Add ${plural(typed.length, 'person', 'people')}`}
        </Button>
        <FileButton
          accept=".csv,text/csv"
          onChange={async (file) => {
            if (file !== null) add.mutate(inBase64(await file.text()));
          }}
        >
          {(props) => (
            <Button {...props} variant="default" leftSection={<IconFileSpreadsheet size={18} aria-hidden />}>
              Choose a CSV file
            </Button>
          )}
        </FileButton>
      </Group>
      {add.isError && <ErrorPanel error={add.error} />}
      {add.data !== undefined && <Outcome outcome={add.data} />}
    </Stack>
  );
}

interface Outcome {
  readonly added: number;
  readonly problems: readonly { readonly line: number; readonly name: string; readonly why: string }[];
  /** The lines that were not taken, to be mended. */
  readonly refused: string;
}

function useAddPeople(invite: boolean) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (file: string): Promise<Outcome> => {
      const asked = { file, invite };
      const { rows } = await call(previewSchema, 'POST', '/api/members/import/preview', { body: asked });
      // Every row has its mark, in order; those with a mistake are refused by themselves.
      const marks = rows.map(({ mark }) => mark);
      const { added, refused } = await call(resultSchema, 'POST', '/api/members/import', { body: { ...asked, marks } });
      const lines = refused.map(({ name, email }) => [name, email].filter((part) => part !== '').join(', '));
      return { added, problems: refused, refused: lines.join('\n') };
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['schedule'] }),
        client.invalidateQueries({ queryKey: ['members'] }),
      ]),
  });
}

function Outcome({ outcome: { added, problems } }: { readonly outcome: Outcome }): ReactElement {
  return (
    <Alert
      role="status"
      color={problems.length > 0 ? 'gray' : 'pine'}
      title={`${plural(added, 'person', 'people')} added`}
    >
      {problems.length > 0 && (
        <ul className={classes.listed} style={{ marginBottom: 0 }}>
          {problems.map(({ line, name, why }) => (
            <li key={line}>
              <b>{name}</b> {why}
            </li>
          ))}
        </ul>
      )}
    </Alert>
  );
}
