import { Badge, Button, Group, Switch, Text, TextInput } from '@mantine/core';
import { IconListCheck, IconPlus, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { LinkButton } from '../../../web/controls/link-button.tsx';
import { PageHead } from '../../../web/controls/page-head.tsx';
import { EmptyPanel, ErrorPanel, LoadingLines, Panel } from '../../../web/controls/panels.tsx';
import { lengthWords } from '../triggers/trigger.ts';
import { BeginWindow } from './begin-window.tsx';
import { type Listed, processesQuery } from './contract.ts';
import classes from './processes.module.css';
import { useToRead } from './reading/use-to-read.ts';

const route = getRouteApi('/member/processes');

/** How things are done here: what is meant for whoever looks, found by any word in it. */
export function ProcessesPage(): ReactElement {
  const { q = '', archived = false } = route.useSearch();
  const navigate = useNavigate();
  const [isBeginning, setBeginning] = useState(false);
  const found = useQuery({ ...processesQuery(q, archived), placeholderData: keepPreviousData });
  const search = (wanted: { q?: string | undefined; archived?: boolean | undefined }) =>
    void navigate({
      to: '/processes',
      search: { q: q || undefined, archived: archived || undefined, ...wanted },
      replace: true,
    });
  const mayWrite = found.data?.mayWrite ?? false;
  const toRead = useToRead();
  return (
    <>
      <PageHead
        title="Processes"
        explains="How things are done here, step by step. You see what is meant for you."
        actions={<Ways toRead={toRead} onBegin={mayWrite ? () => setBeginning(true) : null} />}
      />
      <Panel>
        <Group mb="xs" gap="md">
          <TextInput
            type="search"
            flex={1}
            data-tour="process-search"
            aria-label="Search in all processes"
            placeholder="Any words that stand in it"
            maxLength={200}
            leftSection={<IconSearch size={18} aria-hidden />}
            value={q}
            onChange={(event) => search({ q: event.currentTarget.value || undefined })}
          />
          {mayWrite && (
            <Switch
              label="Archived"
              checked={archived}
              onChange={(event) => search({ archived: event.currentTarget.checked || undefined })}
            />
          )}
        </Group>
        {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
        {found.isPending && <LoadingLines count={5} height={48} />}
        {found.data !== undefined && (
          <ProcessList processes={found.data.processes} isSearching={q.trim() !== ''} mayWrite={mayWrite} />
        )}
      </Panel>
      <BeginWindow opened={isBeginning} onClose={() => setBeginning(false)} />
    </>
  );
}

interface WaysProps {
  readonly toRead: number;
  /** Null for whoever begins no processes. */
  readonly onBegin: (() => void) | null;
}

function Ways({ toRead, onBegin }: WaysProps): ReactElement {
  return (
    <Group gap="xs">
      <LinkButton to="/processes/to-read" variant="default">
        {toRead === 0 ? 'To read' : `To read (${toRead})`}
      </LinkButton>
      <LinkButton to="/processes/runs" variant="default">
        Runs
      </LinkButton>
      {onBegin !== null && (
        <Button leftSection={<IconPlus size={18} aria-hidden />} data-tour="process-begin" onClick={onBegin}>
          Write a process
        </Button>
      )}
    </Group>
  );
}

interface ListProps {
  readonly processes: readonly Listed[];
  readonly isSearching: boolean;
  readonly mayWrite: boolean;
}

function ProcessList({ processes, isSearching, mayWrite }: ListProps): ReactElement {
  if (processes.length === 0) {
    return (
      <EmptyPanel
        icon={<IconListCheck size={30} stroke={1.5} />}
        title={isSearching ? 'Nothing found' : 'No processes here yet'}
      >
        {isSearching
          ? 'Try fewer words, or the beginnings of words.'
          : mayWrite
            ? 'Begin with one of the templates: opening, closing, cash count, cleaning, an incident.'
            : 'Once a process is published that is meant for you, you find it here.'}
      </EmptyPanel>
    );
  }
  return (
    <ul className={classes.list}>
      {processes.map((process) => (
        <li key={process.id}>
          <Link to="/processes/$id" params={{ id: process.id }}>
            <span className={classes.marks}>
              <b>{process.title}</b>
              <Marks process={process} />
            </span>
            <Text size="sm" c="dimmed" lineClamp={2}>
              {process.excerpt}
            </Text>
            <Text size="xs" c="dimmed">
              {factsOf(process).join(' · ')}
            </Text>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Marks({ process }: { readonly process: Listed }): ReactElement {
  const mark = (words: string, color: string) => (
    <Badge variant="light" color={color} tt="none">
      {words}
    </Badge>
  );
  return (
    <>
      {process.confidential && mark('Confidential', 'red')}
      {!process.confidential && process.limited && mark('For some', 'gray')}
      {process.open === 'review' && mark('In review', 'lilac')}
      {process.open === 'draft' && mark(process.published === null ? 'Draft' : 'Draft of the next version', 'gray')}
    </>
  );
}

function factsOf({ owner, steps, minutes, published }: Listed): readonly string[] {
  return [
    ...(published === null ? [] : [`Version ${published}`]),
    ...(steps === 0 ? [] : [steps === 1 ? '1 step' : `${steps} steps`]),
    ...(minutes === 0 ? [] : [lengthWords(minutes)]),
    ...(owner === null ? [] : [`${owner.name} answers for it`]),
  ];
}
