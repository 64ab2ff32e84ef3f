import { Badge, Button, Group, Menu, Stack, Text } from '@mantine/core';
import { IconAlarm, IconAlertTriangle, IconDots, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import type { Process } from '../contract.ts';
import { AlarmWindow } from './alarm-window.tsx';
import { alarmWords } from './alarm-words.ts';
import { type Begins, beginsKey, beginsQuery, beginsSchema, type Trigger, triggerPath } from './contract.ts';
import { TriggerWindow } from './trigger-window.tsx';
import classes from './triggers.module.css';

/** What begins a process by itself, with what will happen next; for whoever writes on it. */
export function TriggersPanel({ process }: { readonly process: Process }): ReactElement {
  const found = useQuery(beginsQuery(process.id));
  if (found.isError) return <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) {
    return (
      <Panel title="Begins by itself">
        <LoadingLines count={2} height={28} />
      </Panel>
    );
  }
  return <Shown process={process} begins={found.data} />;
}

function Shown({ process, begins }: { readonly process: Process; readonly begins: Begins }): ReactElement {
  const [edited, setEdited] = useState<Trigger | null | undefined>(undefined);
  const [isAlarms, setAlarms] = useState(false);
  const { triggers, alarms } = begins;
  const add = (
    <Button
      variant="default"
      leftSection={<IconPlus size={18} aria-hidden />}
      onClick={() => setEdited(null)}
      className={classes.add}
    >
      Begin it by itself
    </Button>
  );
  return (
    <Panel title="Begins by itself">
      <Stack gap="sm">
        {triggers.length === 0 ? (
          <Text c="dimmed">
            Somebody begins it by hand. It can also begin at a time, with the first shift of the day, or when somebody
            joins or leaves.
          </Text>
        ) : (
          <ul className={classes.list}>
            {triggers.map((trigger) => (
              <Row key={trigger.id} processId={process.id} trigger={trigger} onEdit={() => setEdited(trigger)} />
            ))}
          </ul>
        )}
        <Group justify="space-between" gap="xs">
          {add}
          <Button
            variant="subtle"
            leftSection={<IconAlarm size={18} aria-hidden />}
            onClick={() => setAlarms(true)}
            className={classes.alarms}
          >
            {alarmWords(alarms)}
          </Button>
        </Group>
      </Stack>
      <TriggerWindow processId={process.id} trigger={edited} onClose={() => setEdited(undefined)} />
      <AlarmWindow processId={process.id} alarms={alarms} opened={isAlarms} onClose={() => setAlarms(false)} />
    </Panel>
  );
}

interface RowProps {
  readonly processId: string;
  readonly trigger: Trigger;
  readonly onEdit: () => void;
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

function Row({ processId, trigger, onEdit }: RowProps): ReactElement {
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: (what: 'pause' | 'remove') =>
      what === 'remove'
        ? call(beginsSchema, 'DELETE', triggerPath(trigger.id))
        : call(beginsSchema, 'POST', `${triggerPath(trigger.id)}/pause` as const, {
            body: { paused: !trigger.paused },
          }),
    onSuccess: (begins) => client.setQueryData(beginsKey(processId), begins),
  });
  const { words, next, last, problem, paused } = trigger;
  return (
    <li>
      <div>
        <b>{words}</b>
        {paused && (
          <Badge variant="light" color="gray" tt="none" ml={8}>
            Paused
          </Badge>
        )}
        <Text size="sm">{paused ? 'Nothing begins until it goes on.' : `Next: ${next.words}`}</Text>
        {last !== null && (
          <Text size="sm" c="dimmed">
            Last: {dayFormat.format(new Date(last.at))}.{' '}
            {last.runId === null ? (
              last.words
            ) : (
              <Link to="/processes/runs/$id" params={{ id: last.runId }}>
                {last.words}
              </Link>
            )}
          </Text>
        )}
        {problem !== null && (
          <Text size="sm" className={classes.problem}>
            <IconAlertTriangle size={16} aria-hidden /> {problem}
          </Text>
        )}
        {act.isError && (
          <Text role="alert" size="sm" c="red">
            {act.error.message}
          </Text>
        )}
      </div>
      <RowMenu {...{ words, paused, onEdit }} isBusy={act.isPending} onAct={(what) => act.mutate(what)} />
    </li>
  );
}

interface RowMenuProps {
  readonly words: string;
  readonly paused: boolean;
  readonly isBusy: boolean;
  readonly onEdit: () => void;
  readonly onAct: (what: 'pause' | 'remove') => void;
}

function RowMenu({ words, paused, isBusy, onEdit, onAct }: RowMenuProps): ReactElement {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" color="gray" px={8} loading={isBusy} aria-label={`More about “${words}”`}>
          <IconDots size={18} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onEdit}>Change it</Menu.Item>
        <Menu.Item onClick={() => onAct('pause')}>{paused ? 'Let it go on' : 'Pause it'}</Menu.Item>
        <Menu.Item color="red" onClick={() => onAct('remove')}>
          Remove it
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
