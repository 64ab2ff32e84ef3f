import { Badge, Button, Group, Stack, Tabs, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlaneDeparture, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Confirm } from '../../../../web/controls/confirm.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { EmptyPanel, ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { useSignedIn } from '../../../../web/queries.ts';
import { schedules } from '../access.ts';
import { colourOf } from '../calendar/event-block.tsx';
import classes from '../work/work.module.css';
import { AskWindow } from './ask-window.tsx';
import {
  balancesQuery,
  kindsQuery,
  requestsQuery,
  type TimeOffKind,
  type TimeOffRequest,
  useTimeOff,
} from './time-off-api.ts';
import { conflictWords, daysWords, hoursWords } from './time-off-words.ts';

/** My time off: what I have left, what I asked for. For schedulers also what is to be decided. */
export function TimeOffPage(): ReactElement {
  const me = useSignedIn();
  const [asking, setAsking] = useState(false);
  const ask = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} data-tour="time-off" onClick={() => setAsking(true)}>
      Ask for time off
    </Button>
  );
  const mine = <Mine action={ask} />;
  return (
    <>
      <PageHead
        title="Time off"
        explains="Holidays, illness and other absences. Nobody is scheduled while they are off."
        actions={ask}
      />
      {schedules(me) ? (
        <Tabs defaultValue="decide" keepMounted={false}>
          <Tabs.List mb="md">
            <Tabs.Tab value="decide">To decide</Tabs.Tab>
            <Tabs.Tab value="mine">Mine</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="decide">
            <ToDecide />
          </Tabs.Panel>
          <Tabs.Panel value="mine">{mine}</Tabs.Panel>
        </Tabs>
      ) : (
        mine
      )}
      <AskWindow opened={asking} onClose={() => setAsking(false)} />
    </>
  );
}

function Mine({ action }: { readonly action: ReactElement }): ReactElement {
  const requests = useQuery(requestsQuery('me'));
  const kinds = useQuery(kindsQuery).data ?? [];
  const balances = useQuery(balancesQuery('me')).data ?? [];
  const [leaving, setLeaving] = useState<TimeOffRequest | null>(null);
  const act = useTimeOff();
  return (
    <Stack>
      {balances.length > 0 && (
        <Group>
          {balances.map(
            ({ kindId, name, minutes }) =>
              minutes !== null && (
                <Badge key={kindId} size="lg" variant="light" color={minutes < 0 ? 'red' : 'pine'}>
                  {name}: {hoursWords(minutes)} left
                </Badge>
              ),
          )}
        </Group>
      )}
      <RequestList
        requests={requests}
        kinds={kinds}
        empty={
          <EmptyPanel icon={<IconPlaneDeparture size={30} stroke={1.5} />} title="No time off yet" action={action}>
            Ask for it here; whoever schedules you decides, and you are told.
          </EmptyPanel>
        }
        withNames={false}
        actions={(request) =>
          request.mayWithdraw && (
            <Button variant="default" size="xs" onClick={() => setLeaving(request)}>
              Withdraw
            </Button>
          )
        }
      />
      <Confirm
        opened={leaving !== null}
        onClose={() => setLeaving(null)}
        title="Withdraw this time off?"
        confirm="Withdraw"
        onConfirm={() =>
          leaving !== null &&
          act.mutate({ act: 'withdraw', id: leaving.id, reason: '' }, { onSuccess: () => setLeaving(null) })
        }
        busy={act.isPending}
        error={act.error}
      >
        {leaving === null ? '' : daysWords(leaving)}. You can be scheduled then.
      </Confirm>
    </Stack>
  );
}

function ToDecide(): ReactElement {
  const all = useQuery(requestsQuery('everybody'));
  const kinds = useQuery(kindsQuery).data ?? [];
  const [declining, setDeclining] = useState<TimeOffRequest | null>(null);
  const [reason, setReason] = useState('');
  const act = useTimeOff();
  const open = { ...all, data: all.data?.filter(({ mayDecide }) => mayDecide) };
  return (
    <>
      {act.isError && declining === null && <ErrorPanel error={act.error} />}
      <RequestList
        requests={open}
        kinds={kinds}
        empty={
          <EmptyPanel icon={<IconPlaneDeparture size={30} stroke={1.5} />} title="Nothing to decide">
            Requests of the people whom you schedule appear here.
          </EmptyPanel>
        }
        withNames
        actions={(request) => (
          <Group gap="xs" wrap="nowrap">
            <Button size="xs" loading={act.isPending} onClick={() => approve(act, request)}>
              Approve
            </Button>
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                act.reset();
                setReason('');
                setDeclining(request);
              }}
            >
              Decline
            </Button>
          </Group>
        )}
      />
      <DeclineWindow
        request={declining}
        act={act}
        reason={reason}
        onReason={setReason}
        onClose={() => setDeclining(null)}
      />
    </>
  );
}

function approve(act: ReturnType<typeof useTimeOff>, request: TimeOffRequest): void {
  act.mutate(
    { act: 'approve', id: request.id, reason: '' },
    {
      onSuccess: ({ conflicts }) =>
        notifications.show({
          color: conflicts.length > 0 ? 'yellow' : 'pine',
          title: `${request.personName} is off`,
          message: conflictWords(conflicts) ?? daysWords(request),
        }),
    },
  );
}

interface DeclineProps {
  /** Null while the window is closed. */
  readonly request: TimeOffRequest | null;
  readonly act: ReturnType<typeof useTimeOff>;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly onClose: () => void;
}

function DeclineWindow({ request, act, reason, onReason, onClose }: DeclineProps): ReactElement {
  return (
    <Confirm
      opened={request !== null}
      onClose={onClose}
      title={`Decline the time off of ${request?.personName ?? ''}?`}
      confirm="Decline"
      onConfirm={() =>
        request !== null &&
        act.mutate({ act: 'decline', id: request.id, reason: reason.trim() }, { onSuccess: onClose })
      }
      busy={act.isPending}
      error={act.error}
    >
      <Textarea
        label="Reason"
        description="They read it."
        autosize
        minRows={2}
        maxLength={1000}
        value={reason}
        onChange={(event) => onReason(event.currentTarget.value)}
      />
    </Confirm>
  );
}

interface ListProps {
  readonly requests: {
    readonly data: readonly TimeOffRequest[] | undefined;
    readonly isError: boolean;
    readonly error: Error | null;
    readonly refetch: () => unknown;
  };
  readonly kinds: readonly TimeOffKind[];
  readonly empty: ReactElement;
  readonly withNames: boolean;
  readonly actions: (request: TimeOffRequest) => ReactElement | false;
}

const stateColours = { asked: 'yellow', approved: 'pine', declined: 'red', withdrawn: 'gray' } as const;
const stateNames = { asked: 'Asked', approved: 'Approved', declined: 'Declined', withdrawn: 'Withdrawn' } as const;

function RequestList({ requests, kinds, empty, withNames, actions }: ListProps): ReactElement {
  if (requests.isError) return <ErrorPanel error={requests.error} onRetry={() => void requests.refetch()} />;
  if (requests.data === undefined) {
    return (
      <Panel>
        <LoadingLines count={4} height={32} />
      </Panel>
    );
  }
  if (requests.data.length === 0) return <Panel>{empty}</Panel>;
  return (
    <ul className={classes.roles}>
      {requests.data.map((request) => {
        const kind = kinds.find(({ id }) => id === request.kindId);
        return (
          <li key={request.id} className={classes.role}>
            <span className={classes.dot} style={{ background: colourOf(kind?.colour ?? 'gray') }} aria-hidden />
            <div style={{ flex: 1, minWidth: 180 }}>
              <b>{withNames ? request.personName : (kind?.name ?? 'Time off')}</b>
              <Text size="sm">
                {withNames && `${kind?.name ?? 'Time off'} · `}
                {daysWords(request)} · {hoursWords(request.minutes)}
              </Text>
              {request.note !== null && request.note !== '' && (
                <Text size="sm" c="dimmed">
                  “{request.note}”
                </Text>
              )}
              {request.reason !== null && request.reason !== '' && <Text size="sm">Reason: {request.reason}</Text>}
            </div>
            <Badge variant="light" color={stateColours[request.state]}>
              {stateNames[request.state]}
            </Badge>
            <div>{actions(request)}</div>
          </li>
        );
      })}
    </ul>
  );
}
