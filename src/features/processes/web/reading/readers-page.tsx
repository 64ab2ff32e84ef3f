import { Badge, Group, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { DownloadButton } from '../../../../web/controls/download-button.tsx';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { EmptyPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { processQuery } from '../contract.ts';
import { NotShown } from '../not-shown.tsx';
import classes from '../processes.module.css';
import { type ReadingPerson, readersQuery, readingPath, readingQuery } from './contract.ts';
import { ReaderActions } from './reader-actions.tsx';
import { countWords, dayWords, filtered, quizWords, type Shown, timeWords } from './words.ts';

const route = getRouteApi('/member/processes/$id/readers');

/** Who has confirmed a process and who has not yet, for whoever writes on it. */
export function ReadersPage(): ReactElement {
  const { id } = route.useParams();
  const process = useQuery(processQuery(id));
  const reading = useQuery(readingQuery(id));
  const people = useQuery(readersQuery(id));
  const failed = process.error ?? reading.error ?? people.error;
  if (process.data === undefined || reading.data === undefined || people.data === undefined) {
    if (failed !== null) return <NotShown error={failed} onRetry={() => void people.refetch()} />;
    return (
      <Panel>
        <LoadingLines count={6} height={40} />
      </Panel>
    );
  }
  const { asking } = reading.data;
  const title = process.data.published?.title ?? process.data.open?.title ?? 'A process';
  return (
    <>
      <PageHead
        title="Who has not yet"
        explains={asking === null ? `Nobody is asked to read “${title}”.` : `“${title}”: ${countWords(asking)}`}
        above={
          <TextLink to="/processes/$id" params={{ id }} size="sm">
            Back to the process
          </TextLink>
        }
        actions={asking !== null && asking.endedAt === null && <ReaderActions id={id} asking={asking} />}
      />
      <Panel
        title={asking?.endedAt == null ? 'People' : `Ended on ${timeWords(asking.endedAt)}`}
        explains={
          asking === null
            ? undefined
            : `From version ${asking.version} on, to be confirmed by ${dayWords(asking.dueOn)}.`
        }
      >
        <Readers id={id} people={people.data} />
      </Panel>
    </>
  );
}

const shownWords = [
  { value: 'missing', label: 'Not yet' },
  { value: 'late', label: 'Late' },
  { value: 'confirmed', label: 'Confirmed' },
  { value: 'all', label: 'All' },
];

function Readers({ id, people }: { readonly id: string; readonly people: readonly ReadingPerson[] }): ReactElement {
  const [q, setQ] = useState('');
  const [show, setShow] = useState<Shown>('missing');
  const [place, setPlace] = useState<string | null>(null);
  const places = [
    ...new Set(people.flatMap(({ departments, locations }) => [...departments, ...locations])),
  ].toSorted();
  const found = filtered(people, { q, show, place });
  const file = show === 'missing' || show === 'confirmed' ? show : 'all';
  return (
    <Stack gap="md">
      <Group gap="sm">
        <TextInput
          type="search"
          flex="1 1 180px"
          aria-label="Search people"
          placeholder="Name"
          leftSection={<IconSearch size={18} aria-hidden />}
          value={q}
          onChange={(event) => setQ(event.currentTarget.value)}
        />
        {places.length > 0 && (
          <Select
            flex="1 1 180px"
            aria-label="Department or location"
            placeholder="Everywhere"
            data={places}
            value={place}
            onChange={setPlace}
            clearable
          />
        )}
        <SegmentedControl
          aria-label="Who is shown"
          data={shownWords.map(({ value, label }) => ({
            value,
            label: `${label} ${filtered(people, { q, place, show: value as Shown }).length}`,
          }))}
          value={show}
          onChange={(value) => setShow(value as Shown)}
        />
        <DownloadButton path={`${readingPath(id)}/people.csv?show=${file}`} name="read-and-confirmed.csv">
          As CSV
        </DownloadButton>
      </Group>
      <Found found={found} isMissing={show === 'missing'} isSearching={q !== '' || place !== null} />
    </Stack>
  );
}

interface FoundProps {
  readonly found: readonly ReadingPerson[];
  readonly isMissing: boolean;
  readonly isSearching: boolean;
}

function Found({ found, isMissing, isSearching }: FoundProps): ReactElement {
  if (found.length === 0)
    return (
      <EmptyPanel icon={<IconUsers size={30} stroke={1.5} />} title={isMissing ? 'Nobody is missing' : 'Nobody'}>
        {isSearching ? 'Try other words, or another place.' : 'There is nobody to show here.'}
      </EmptyPanel>
    );
  return (
    <ul className={classes.history} aria-label="People">
      {found.map((one) => (
        <Reader key={one.id} person={one} />
      ))}
    </ul>
  );
}

function Reader({ person }: { readonly person: ReadingPerson }): ReactElement {
  const { name, state, isAsked, departments, locations } = person;
  return (
    <li>
      <div>
        <Text fw={600}>{name || 'Somebody without a name'}</Text>
        <Text size="sm" c="dimmed">
          {[...departments, ...locations, ...(isAsked ? [] : ['not asked any more'])].join(' · ')}
        </Text>
      </div>
      <div className={classes.marks}>
        <Text size="sm" c="dimmed">
          {factsOf(person).join(' · ')}
        </Text>
        {state === 'confirmed' && (
          <Badge variant="light" color="green" tt="none">
            Confirmed
          </Badge>
        )}
        {state === 'late' && (
          <Badge variant="light" color="red" tt="none">
            Late
          </Badge>
        )}
      </div>
    </li>
  );
}

function factsOf(person: ReadingPerson): readonly string[] {
  const { confirmed, remindedAt, toldAt } = person;
  const quiz = quizWords(person);
  if (confirmed !== null) return [`version ${confirmed.version}`, timeWords(confirmed.at), ...(quiz ? [quiz] : [])];
  const heard = remindedAt === null ? toldAt && `told ${timeWords(toldAt)}` : `reminded ${timeWords(remindedAt)}`;
  return [...(quiz ? [quiz] : []), heard ?? 'not told yet'];
}
