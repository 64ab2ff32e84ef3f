import { Badge, Progress, Text } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { EmptyPanel, ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { lengthWords } from '../../triggers/trigger.ts';
import classes from '../processes.module.css';
import { type ListedRun, runsQuery } from './contract.ts';

/** What is being gone through, and what was. */
export function RunsPage(): ReactElement {
  const found = useQuery(runsQuery);
  const open = found.data?.filter(({ state }) => state === 'open') ?? [];
  const ended = found.data?.filter(({ state }) => state !== 'open') ?? [];
  return (
    <>
      <PageHead
        title="Runs"
        explains="Processes that are gone through now, and what was noted in those that ended."
        above={
          <TextLink to="/processes" size="sm">
            All processes
          </TextLink>
        }
      />
      {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && (
        <Panel>
          <LoadingLines count={4} height={48} />
        </Panel>
      )}
      {found.data?.length === 0 && (
        <Panel>
          <EmptyPanel icon={<IconChecklist size={30} stroke={1.5} />} title="Nothing is gone through yet">
            Open a process with steps and press “Go through it”.
          </EmptyPanel>
        </Panel>
      )}
      {open.length > 0 && (
        <Panel title="Now" mb="md">
          <RunList runs={open} />
        </Panel>
      )}
      {ended.length > 0 && (
        <Panel title="Ended">
          <RunList runs={ended} />
        </Panel>
      )}
    </>
  );
}

const timeFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

function RunList({ runs }: { readonly runs: readonly ListedRun[] }): ReactElement {
  return (
    <ul className={classes.list}>
      {runs.map((run) => (
        <li key={run.id}>
          <Link to="/processes/runs/$id" params={{ id: run.id }}>
            <span className={classes.marks}>
              <b>{run.title}</b>
              {run.mine && <RunMark words="Yours" color="lilac" />}
              {run.late && <RunMark words="Late" color="red" />}
              {run.outside > 0 && (
                <RunMark
                  words={
                    run.outside === 1 ? '1 value outside its limits' : `${run.outside} values outside their limits`
                  }
                  color="orange"
                />
              )}
              {run.state === 'stopped' && <RunMark words="Stopped" color="gray" />}
            </span>
            <Text size="sm" c="dimmed">
              {factsOf(run).join(' · ')}
            </Text>
            {run.state === 'open' && (
              <Progress
                value={(100 * run.done) / run.steps}
                size="sm"
                aria-label={`${run.done} of ${run.steps} steps`}
              />
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function RunMark({ words, color }: { readonly words: string; readonly color: string }): ReactElement {
  return (
    <Badge variant="light" color={color} tt="none">
      {words}
    </Badge>
  );
}

/** How far a run is, whose, where, and by when. */
export function factsOf(run: ListedRun): readonly string[] {
  const at = (time: string) => timeFormat.format(new Date(time));
  return [
    `${run.done} of ${run.steps} steps`,
    ...(run.about === null ? [] : [`about ${run.about.name}`]),
    ...(run.doer === null ? [] : [`in the hands of ${run.doer.name}`]),
    ...(run.doerRole === null ? [] : [`for ${run.doerRole}`]),
    ...(run.location === null ? [] : [run.location]),
    ...(run.state === 'open' && run.dueAt !== null ? [`by ${at(run.dueAt)}`] : []),
    ...(run.endedAt === null ? [] : [`ended ${at(run.endedAt)}`]),
    ...(run.byItself ? [`began by itself${run.lateStart === null ? '' : `, ${lengthWords(run.lateStart)} late`}`] : []),
    `version ${run.version}`,
  ];
}
