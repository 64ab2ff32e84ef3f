import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconPlayerStop } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ErrorPanel, LoadingLines } from '../../../../web/controls/panels.tsx';
import { sentenceOf } from '../../../../web/problem.ts';
import { formatAgo } from '../../../../web/zoned-time.ts';
import type { Plan } from './plan-contract.ts';
import { SidePanel } from './side-panel.tsx';
import classes from './update.module.css';
import { actOnUpdate, isAtWork, latestUpdateQuery, type UpdateAct } from './update-api.ts';
import type { PlanUpdate, Progress as UpdateProgress } from './update-contract.ts';
import { progressLines, progressPart } from './update-progress.ts';
import { UpdateResult } from './update-result.tsx';
import { UpdateStart } from './update-start.tsx';

interface Props {
  readonly periodId: string;
  readonly plan: Plan;
  readonly onClose: () => void;
}

/** "Update schedule": asked for, watched, and taken or let go. The server works on when this is closed. */
export function UpdatePanel({ periodId, plan, onClose }: Props): ReactElement {
  const latest = useQuery(latestUpdateQuery(periodId));
  return (
    <SidePanel title="Update schedule" onClose={onClose}>
      {latest.isPending && <LoadingLines count={5} />}
      {latest.isError && <ErrorPanel error={latest.error} onRetry={() => void latest.refetch()} />}
      {latest.data !== undefined && <Stage update={latest.data} periodId={periodId} plan={plan} onClose={onClose} />}
    </SidePanel>
  );
}

function Stage({ update, periodId, plan, onClose }: Props & { readonly update: PlanUpdate | null }): ReactElement {
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: ({ id, what }: { readonly id: string; readonly what: UpdateAct }) => actOnUpdate(id, what),
    onSuccess: async (_, { what }) => {
      await client.invalidateQueries({ queryKey: ['schedule'] });
      if (what !== 'take') return;
      notifications.show({ color: 'pine', message: 'Taken into the schedule. Undo takes it back.' });
      onClose();
    },
    onError: (error) => notifications.show({ color: 'red', message: sentenceOf(error) }),
  });
  if (update !== null && isAtWork(update)) {
    return (
      <AtWork
        progress={update.progress}
        isStopping={act.isPending || act.isSuccess}
        onStop={() => act.mutate({ id: update.id, what: 'stop' })}
      />
    );
  }
  if (update?.state === 'done' && update.outcome !== null) {
    return (
      <UpdateResult
        outcome={update.outcome}
        plan={plan}
        busy={act.isPending}
        onTake={() => act.mutate({ id: update.id, what: 'take' })}
        onDrop={() => act.mutate({ id: update.id, what: 'drop' })}
      />
    );
  }
  return (
    <Stack>
      {update?.state === 'failed' && (
        <Alert color="red" variant="light" icon={<IconAlertTriangle size={20} />} title="The last update failed">
          {update.problem ?? 'Nothing was changed. Please start it again.'}
        </Alert>
      )}
      {(update?.state === 'taken' || update?.state === 'dropped') && (
        <Text size="sm" c="dimmed">
          The last one was {update.state === 'taken' ? 'taken' : 'discarded'}; it began {formatAgo(update.askedAt)} with
          seed {update.seed}.
        </Text>
      )}
      <UpdateStart periodId={periodId} plan={plan} />
    </Stack>
  );
}

interface AtWorkProps {
  readonly progress: UpdateProgress | null;
  readonly isStopping: boolean;
  readonly onStop: () => void;
}

/** How far it is: the best so far against what can't be beaten, and the time. */
export function AtWork({ progress, isStopping, onStop }: AtWorkProps): ReactElement {
  return (
    <Stack>
      <Text role="status">{progress === null ? 'Waiting for its turn…' : 'Looking for a better schedule…'}</Text>
      <Progress value={progressPart(progress)} animated aria-label="Time used" size="lg" />
      <dl className={classes.figures}>
        {progressLines(progress).map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Group justify="space-between">
        <Text size="sm" c="dimmed" maw={280}>
          You can close this and go on. Nothing changes until you take the result.
        </Text>
        <Button
          variant="default"
          leftSection={<IconPlayerStop size={16} aria-hidden />}
          loading={isStopping}
          onClick={onStop}
        >
          Stop and keep the best
        </Button>
      </Group>
    </Stack>
  );
}
