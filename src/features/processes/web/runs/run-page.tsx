import { Alert, Badge, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconCloudOff, IconDownload } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { call, download } from '../../../../web/api.ts';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { saveFile } from '../../../../web/save-file.ts';
import { NotShown } from '../not-shown.tsx';
import classes from '../processes.module.css';
import { type Run, runPath, runQuery, runSchema } from './contract.ts';
import { RunStep } from './run-step.tsx';
import { factsOf } from './runs-page.tsx';
import { StopWindow } from './stop-window.tsx';
import { useQueue } from './use-queue.ts';

const route = getRouteApi('/member/processes/runs/$id');

/** Going through a process, step by step. What is noted without a network waits on the device. */
export function RunPage(): ReactElement {
  const { id } = route.useParams();
  const found = useQuery({ ...runQuery(id), refetchInterval: 30_000 });
  // What was loaded before stays in sight when the network goes.
  if (found.data !== undefined) return <Steps run={found.data} />;
  if (found.isError) return <NotShown error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <Panel>
      <LoadingLines count={6} height={40} />
    </Panel>
  );
}

function Steps({ run }: { readonly run: Run }): ReactElement {
  const client = useQueryClient();
  const { ofRun, note, drop } = useQueue(run.id);
  const takeBack = useMutation({
    mutationFn: (stepId: string) =>
      call(runSchema, 'POST', `${runPath(run.id)}/take-back` as const, { body: { stepId } }),
    onSuccess: (after) => client.setQueryData(runQuery(run.id).queryKey, after),
  });
  const waiting = ofRun.filter(({ refused }) => refused === null);
  return (
    <>
      <PageHead
        title={run.title}
        explains={factsOf(run).join(' · ')}
        above={
          <TextLink to="/processes/runs" size="sm">
            All runs
          </TextLink>
        }
        beside={<Marks run={run} />}
        actions={<Actions run={run} />}
      />
      <Stack>
        <Progress value={(100 * run.done) / run.steps} aria-label={`${run.done} of ${run.steps} steps`} />
        {run.state === 'finished' && <Alert color="green" title="Done, all of it" />}
        {run.state === 'stopped' && (
          <Alert color="gray" title="Stopped before its end">
            {run.stoppedWhy}
          </Alert>
        )}
        {waiting.length > 0 && (
          <Alert role="status" color="yellow" icon={<IconCloudOff size={20} />} title={waitingWords(waiting.length)}>
            It is sent as soon as Coact can be reached. You can go on, and close this page.
          </Alert>
        )}
        {takeBack.isError && <ErrorPanel error={takeBack.error} />}
        <Panel>
          <ol className={classes.steps}>
            {run.items.map((item, index) => (
              <RunStep
                key={item.step.id}
                {...{ run, item, index, note, drop }}
                waiting={ofRun.find(({ stepId }) => stepId === item.step.id)}
                onTakeBack={() => takeBack.mutate(item.step.id)}
              />
            ))}
          </ol>
        </Panel>
      </Stack>
    </>
  );
}

const waitingWords = (count: number) =>
  count === 1 ? 'One step waits on this device' : `${count} steps wait on this device`;

function Marks({ run }: { readonly run: Run }): ReactElement {
  return (
    <>
      {run.late && (
        <Badge variant="light" color="red" tt="none">
          Late
        </Badge>
      )}
      {run.outside > 0 && (
        <Badge variant="light" color="orange" tt="none">
          {run.outside === 1 ? '1 value outside its limits' : `${run.outside} values outside their limits`}
        </Badge>
      )}
    </>
  );
}

function Actions({ run }: { readonly run: Run }): ReactElement {
  const [isStopping, setStopping] = useState(false);
  const save = useMutation({
    mutationFn: async (format: 'csv' | 'json') => {
      const { name, blob } = await download(`${runPath(run.id)}/evidence?format=${format}`);
      saveFile(name ?? `run.${format}`, blob);
    },
  });
  return (
    <Group gap="xs">
      <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />} onClick={() => save.mutate('csv')}>
        Evidence as CSV
      </Button>
      <Button
        variant="default"
        leftSection={<IconDownload size={18} aria-hidden />}
        onClick={() => save.mutate('json')}
      >
        As JSON
      </Button>
      {run.mayStop && (
        <Button variant="default" onClick={() => setStopping(true)}>
          Stop it
        </Button>
      )}
      {save.isError && (
        <Text role="alert" size="sm" c="red">
          {save.error.message}
        </Text>
      )}
      <StopWindow id={run.id} opened={isStopping} onClose={() => setStopping(false)} />
    </Group>
  );
}
