import { Badge, Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDeviceMobileCode, IconFileText } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call, nothing } from '../../../../web/api.ts';
import { Confirm } from '../../../../web/controls/confirm.tsx';
import { Panel } from '../../../../web/controls/panels.tsx';
import classes from './account.module.css';
import { hasSecondFactor } from './account.ts';
import { AuthenticatorWindow } from './authenticator-window.tsx';
import { CodesWindow } from './codes-window.tsx';
import type { Account } from './contract.ts';
import { useReloadAccount } from './queries.ts';
import { Row } from './row.tsx';

type Open = 'set-up' | 'remove' | 'codes' | null;

/** What keeps out whoever has the password or the mailbox: an authenticator app, and codes for the day it is lost. */
export function SecondFactor({ account }: { readonly account: Account }): ReactElement {
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const { code, required, recoveryCodesLeft } = account.secondFactor;
  const isProtected = hasSecondFactor(account);
  return (
    <Panel
      id="second-factor"
      data-tour="second-factor"
      className={classes.anchor}
      title="Second factor"
      explains="Asked for after a password or a link. A passkey needs none: it is two factors at once."
      aside={
        <Badge size="lg" variant="light" color={isProtected ? 'pine' : required ? 'red' : 'gray'}>
          {isProtected ? 'Protected' : required ? 'Required' : 'Off'}
        </Badge>
      }
    >
      <ul className={classes.rows}>
        <AuthenticatorRow isOn={code} onOpen={setOpen} />
        <RecoveryCodesRow isProtected={isProtected} left={recoveryCodesLeft} onMake={() => setOpen('codes')} />
      </ul>
      {required && !isProtected && (
        <Text size="sm" className={classes.below}>
          Owners and admins need a second factor here. Until you have one, nothing but this page is open to you.
        </Text>
      )}
      <AuthenticatorWindow opened={open === 'set-up'} onClose={close} />
      <RemoveAuthenticator opened={open === 'remove'} onClose={close} />
      <CodesWindow opened={open === 'codes'} onClose={close} left={recoveryCodesLeft} />
    </Panel>
  );
}

interface AuthenticatorProps {
  readonly isOn: boolean;
  readonly onOpen: (window: 'set-up' | 'remove') => void;
}

function AuthenticatorRow({ isOn, onOpen }: AuthenticatorProps): ReactElement {
  return (
    <Row
      icon={<IconDeviceMobileCode size={20} />}
      title="Authenticator app"
      isOn={isOn}
      actions={
        <Button
          variant={isOn ? 'subtle' : 'default'}
          color={isOn ? 'red' : undefined}
          size="xs"
          aria-label={isOn ? 'Remove the authenticator app' : undefined}
          onClick={() => onOpen(isOn ? 'remove' : 'set-up')}
        >
          {isOn ? 'Remove' : 'Set up'}
        </Button>
      }
    >
      {isOn ? 'On. It shows a fresh six-digit code every 30 seconds.' : 'An app on your phone that shows codes.'}
    </Row>
  );
}

interface RecoveryCodesProps {
  readonly isProtected: boolean;
  readonly left: number;
  readonly onMake: () => void;
}

function RecoveryCodesRow({ isProtected, left, onMake }: RecoveryCodesProps): ReactElement {
  return (
    <Row
      icon={<IconFileText size={20} />}
      title="Recovery codes"
      isOn={left > 0}
      beside={
        isProtected && left <= 3 ? (
          <Badge size="sm" color={left === 0 ? 'red' : 'lilac'} variant="light">
            {left === 0 ? 'None left' : 'Few left'}
          </Badge>
        ) : undefined
      }
      actions={
        isProtected ? (
          <Button variant="default" size="xs" onClick={onMake}>
            Make new codes
          </Button>
        ) : undefined
      }
    >
      {isProtected
        ? `${left} of 10 left. Each replaces your second factor once.`
        : 'You get ten with your first second factor, for the day it is lost.'}
    </Row>
  );
}

function RemoveAuthenticator({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}): ReactElement {
  const reload = useReloadAccount();
  const remove = useMutation({
    mutationFn: () => call(nothing, 'DELETE', '/api/account/code'),
    onSuccess: async () => {
      onClose();
      await reload();
      notifications.show({ color: 'pine', message: 'The authenticator app is removed.' });
    },
  });
  const close = () => {
    onClose();
    remove.reset();
  };
  return (
    <Confirm
      opened={opened}
      onClose={close}
      title="Remove your authenticator app?"
      confirm="Remove app"
      onConfirm={() => remove.mutate()}
      busy={remove.isPending}
      error={remove.error}
      danger
    >
      Its codes stop working at once. Changing to another phone? Remove it here, then set it up again there.
    </Confirm>
  );
}
