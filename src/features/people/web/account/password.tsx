import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPassword } from '@tabler/icons-react';
import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call, nothing } from '../../../../web/api.ts';
import { Confirm } from '../../../../web/controls/confirm.tsx';
import { deviceTimeZone, formatDate } from '../../../../web/zoned-time.ts';
import { shortestPassword } from './account.ts';
import type { Account } from './contract.ts';
import { PasswordWindow } from './password-window.tsx';
import { useReloadAccount } from './queries.ts';
import { Row } from './row.tsx';

/** The password: set it, change it, go without. */
export function Password({ account }: { readonly account: Account }): ReactElement {
  const [window, setWindow] = useState<'change' | 'remove' | null>(null);
  const remove = useRemovePassword(() => setWindow(null));
  const { set } = account.password;
  return (
    <>
      <PasswordRow
        password={account.password}
        onChange={() => setWindow('change')}
        onRemove={() => {
          remove.reset();
          setWindow('remove');
        }}
      />
      <PasswordWindow
        opened={window === 'change'}
        onClose={() => setWindow(null)}
        title={set ? 'Change your password' : 'Set a password'}
        shortest={shortestPassword(account)}
        address={account.email.address ?? ''}
      />
      <Confirm
        opened={window === 'remove'}
        onClose={() => setWindow(null)}
        title="Remove your password?"
        confirm="Remove password"
        onConfirm={() => remove.mutate()}
        busy={remove.isPending}
        error={remove.error}
        danger
      >
        You sign in by your other ways from then on. You can set a new password at any time.
      </Confirm>
    </>
  );
}

function useRemovePassword(onDone: () => void): UseMutationResult<unknown, Error, void> {
  const reload = useReloadAccount();
  return useMutation({
    mutationFn: () => call(nothing, 'DELETE', '/api/account/password'),
    onSuccess: async () => {
      onDone();
      await reload();
      notifications.show({ color: 'pine', message: 'Your password is removed.' });
    },
  });
}

interface RowProps {
  readonly password: Account['password'];
  readonly onChange: () => void;
  readonly onRemove: () => void;
}

function PasswordRow({ password: { set, changedAt }, onChange, onRemove }: RowProps): ReactElement {
  return (
    <Row
      icon={<IconPassword size={20} />}
      title="Password"
      isOn={set}
      actions={
        <>
          <Button variant="default" size="xs" onClick={onChange}>
            {set ? 'Change' : 'Set a password'}
          </Button>
          {set && (
            <Button variant="subtle" color="red" size="xs" aria-label="Remove the password" onClick={onRemove}>
              Remove
            </Button>
          )}
        </>
      }
    >
      {!set && 'None. Links and passkeys work without one.'}
      {set && (changedAt === null ? 'Set.' : `Last changed ${formatDate(changedAt, deviceTimeZone())}.`)}
    </Row>
  );
}
