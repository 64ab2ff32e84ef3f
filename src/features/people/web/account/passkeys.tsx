import { ActionIcon, Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDots, IconFingerprint } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call, nothing } from '../../../../web/api.ts';
import { Confirm } from '../../../../web/controls/confirm.tsx';
import { passkeysWork } from '../../../../web/passkeys.ts';
import { deviceTimeZone, formatAgo, formatDate, formatDateTime } from '../../../../web/zoned-time.ts';
import type { Passkey } from './contract.ts';
import { PasskeyWindow } from './passkey-window.tsx';
import { useReloadAccount } from './queries.ts';
import { RenameWindow } from './rename-window.tsx';
import { Row } from './row.tsx';

type Open = { readonly kind: 'add' } | { readonly kind: 'rename' | 'remove'; readonly passkey: Passkey } | null;

/** The passkeys, each by its name, and adding one. */
export function Passkeys({ passkeys }: { readonly passkeys: readonly Passkey[] }): ReactElement {
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Row
        icon={<IconFingerprint size={20} />}
        title="Passkeys"
        isOn={passkeys.length > 0}
        actions={
          passkeysWork() ? (
            <Button variant="default" size="xs" onClick={() => setOpen({ kind: 'add' })}>
              Add a passkey
            </Button>
          ) : undefined
        }
      >
        {passkeysWork()
          ? 'Fingerprint, face or PIN in place of a password. A passkey is two factors at once.'
          : 'This browser doesn’t know passkeys. In another one, or at an https address, you can add some.'}
      </Row>
      {passkeys.map((passkey) => (
        <PasskeyRow key={passkey.id} passkey={passkey} onOpen={(kind) => setOpen({ kind, passkey })} />
      ))}
      <PasskeyWindow opened={open?.kind === 'add'} onClose={close} />
      <RenameWindow passkey={open?.kind === 'rename' ? open.passkey : null} onClose={close} />
      <RemovePasskey passkey={open?.kind === 'remove' ? open.passkey : null} onClose={close} />
    </>
  );
}

interface RowProps {
  readonly passkey: Passkey;
  readonly onOpen: (kind: 'rename' | 'remove') => void;
}

function PasskeyRow({ passkey, onOpen }: RowProps): ReactElement {
  const { name, createdAt, lastUsedAt } = passkey;
  const zone = deviceTimeZone();
  return (
    <Row
      icon={<IconFingerprint size={20} />}
      title={name}
      isCompact
      actions={
        <Menu position="bottom-end" width={180}>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`Change ${name}`}>
              <IconDots size={20} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => onOpen('rename')}>Rename</Menu.Item>
            <Menu.Item color="red" onClick={() => onOpen('remove')}>
              Remove
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      }
    >
      Added {formatDate(createdAt, zone)}
      {' · '}
      {lastUsedAt === null ? (
        'not used yet'
      ) : (
        <span title={formatDateTime(lastUsedAt, zone)}>last used {formatAgo(lastUsedAt)}</span>
      )}
    </Row>
  );
}

interface RemoveProps {
  readonly passkey: Passkey | null;
  readonly onClose: () => void;
}

function RemovePasskey({ passkey, onClose }: RemoveProps): ReactElement {
  const reload = useReloadAccount();
  const remove = useMutation({
    mutationFn: (id: string) => call(nothing, 'DELETE', `/api/account/passkeys/${encodeURIComponent(id)}`),
    onSuccess: async () => {
      onClose();
      await reload();
      notifications.show({ color: 'pine', message: 'The passkey is removed.' });
    },
  });
  const close = () => {
    onClose();
    remove.reset();
  };
  return (
    <Confirm
      opened={passkey !== null}
      onClose={close}
      title={`Remove “${passkey?.name ?? ''}”?`}
      confirm="Remove passkey"
      onConfirm={() => passkey !== null && remove.mutate(passkey.id)}
      busy={remove.isPending}
      error={remove.error}
      danger
    >
      It stops working here at once. Your device or password manager still lists it; you can delete it there too.
    </Confirm>
  );
}
