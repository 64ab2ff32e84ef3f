import { Badge, Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call, nothing } from '../../../../web/api.ts';
import { Confirm } from '../../../../web/controls/confirm.tsx';
import { Panel } from '../../../../web/controls/panels.tsx';
import { sentenceOf } from '../../../../web/problem.ts';
import { deviceTimeZone, formatAgo, formatDateTime } from '../../../../web/zoned-time.ts';
import classes from './account.module.css';
import type { DeviceSession } from './contract.ts';
import { deviceName, isPhone, lastSeen, sessionsInOrder } from './device.ts';
import { useReloadAccount } from './queries.ts';
import { Row } from './row.tsx';

/** Where the person is signed in; this device first. */
export function Devices({ sessions }: { readonly sessions: readonly DeviceSession[] }): ReactElement {
  const [isAsked, setAsked] = useState(false);
  const reload = useReloadAccount();
  const others = sessions.filter(({ current }) => !current).length;
  const endAll = useMutation({
    mutationFn: () => call(nothing, 'DELETE', '/api/account/sessions'),
    onSuccess: async () => {
      setAsked(false);
      await reload();
      notifications.show({ color: 'pine', message: 'All other devices are signed out.' });
    },
  });
  return (
    <Panel
      title="Devices"
      explains="Where you are signed in. One that you don’t know? Sign it out, then change your password."
      aside={
        others > 0 ? (
          <Button
            variant="default"
            size="xs"
            onClick={() => {
              endAll.reset();
              setAsked(true);
            }}
          >
            Sign out all others
          </Button>
        ) : undefined
      }
    >
      <ul className={classes.rows}>
        {sessionsInOrder(sessions).map((session) => (
          <DeviceRow key={session.id} session={session} />
        ))}
      </ul>
      {others === 0 && (
        <Text size="sm" c="dimmed" className={classes.below}>
          You are signed in nowhere else.
        </Text>
      )}
      <Confirm
        opened={isAsked}
        onClose={() => setAsked(false)}
        title="Sign out all other devices?"
        confirm="Sign them out"
        onConfirm={() => endAll.mutate()}
        busy={endAll.isPending}
        error={endAll.error}
        danger
      >
        {others === 1 ? 'The other device is' : `All ${others} other devices are`} signed out at once. This one stays
        signed in.
      </Confirm>
    </Panel>
  );
}

function DeviceRow({ session }: { readonly session: DeviceSession }): ReactElement {
  const reload = useReloadAccount();
  const zone = deviceTimeZone();
  const name = deviceName(session);
  const end = useMutation({
    mutationFn: () => call(nothing, 'DELETE', `/api/account/sessions/${encodeURIComponent(session.id)}`),
    onSuccess: async () => {
      await reload();
      notifications.show({ color: 'pine', message: `${name} is signed out.` });
    },
    onError: (error) => notifications.show({ color: 'red', title: 'Not signed out', message: sentenceOf(error) }),
  });
  const Icon = isPhone(session) ? IconDeviceMobile : IconDeviceDesktop;
  return (
    <Row
      icon={<Icon size={20} />}
      title={name}
      isOn={session.current}
      beside={
        session.current ? (
          <Badge size="sm" color="pine" variant="light">
            This device
          </Badge>
        ) : undefined
      }
      actions={
        session.current ? undefined : (
          <Button
            variant="default"
            size="xs"
            loading={end.isPending}
            aria-label={`Sign out ${name}`}
            onClick={() => end.mutate()}
          >
            Sign out
          </Button>
        )
      }
    >
      <span title={formatDateTime(session.lastSeenAt, zone)}>{session.current ? 'Active now' : lastSeen(session)}</span>
      {' · '}
      <span title={formatDateTime(session.signedInAt, zone)}>signed in {formatAgo(session.signedInAt)}</span>
      {session.secondFactor && ' · with second factor'}
    </Row>
  );
}
