import { Badge, Stack, Text } from '@mantine/core';
import { IconBook2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { EmptyPanel, ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { plural } from '../../../../web/figures.ts';
import classes from '../processes.module.css';
import { type ToRead, toReadQuery } from './contract.ts';
import { dayWords, timeWords } from './words.ts';

/** What I am asked to read, and what I have confirmed. */
export function ToReadPage(): ReactElement {
  const found = useQuery(toReadQuery);
  return (
    <>
      <PageHead
        title="To read"
        explains="Processes that you are asked to read and to confirm. What you confirmed is kept with its version and time."
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
      {found.data !== undefined && <Lists found={found.data} />}
    </>
  );
}

function Lists({ found: { toRead, confirmed } }: { readonly found: ToRead }): ReactElement {
  return (
    <Stack>
      <Panel>
        {toRead.length === 0 ? (
          <EmptyPanel icon={<IconBook2 size={30} stroke={1.5} />} title="Nothing to read">
            When somebody asks you to read a process and to confirm it, you find it here.
          </EmptyPanel>
        ) : (
          <ul className={classes.list}>
            {toRead.map((one) => (
              <li key={one.processId}>
                <Link to="/processes/$id" params={{ id: one.processId }}>
                  <span className={classes.marks}>
                    <b>{one.title}</b>
                    {one.late && (
                      <Badge variant="light" color="red" tt="none">
                        Late
                      </Badge>
                    )}
                    {one.again && (
                      <Badge variant="light" color="lilac" tt="none">
                        Has changed
                      </Badge>
                    )}
                  </span>
                  <Text size="sm" c="dimmed">
                    {factsOf(one).join(' · ')}
                  </Text>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      {confirmed.length > 0 && (
        <Panel title="Confirmed by you">
          <ul className={classes.list}>
            {confirmed.map(({ processId, title, version, confirmedAt }) => (
              <li key={`${processId}${confirmedAt}`}>
                <Link to="/processes/$id" params={{ id: processId }}>
                  <b>{title}</b>
                  <Text size="sm" c="dimmed">
                    Version {version} · {timeWords(confirmedAt)}
                  </Text>
                </Link>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </Stack>
  );
}

function factsOf({ version, dueOn, questions }: ToRead['toRead'][number]): readonly string[] {
  return [
    `by ${dayWords(dueOn)}`,
    `version ${version}`,
    ...(questions === 0 ? [] : [plural(questions, 'question', 'questions')]),
  ];
}
