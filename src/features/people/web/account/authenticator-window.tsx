import { notifications } from '@mantine/notifications';
import { type ReactElement, useState } from 'react';
import { Window } from '../../../../web/controls/window.tsx';
import { Authenticator } from './authenticator.tsx';
import { useReloadAccount } from './queries.ts';
import { RecoveryCodes } from './recovery-codes.tsx';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Sets up the app, then shows the recovery codes and stays until they are kept. */
export function AuthenticatorWindow({ opened, onClose }: Props): ReactElement {
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const reload = useReloadAccount();
  const finish = async () => {
    onClose();
    setCodes(null);
    await reload();
    notifications.show({ color: 'pine', message: 'Your authenticator app is set up.' });
  };
  return (
    <Window
      opened={opened}
      onClose={codes === null ? onClose : () => undefined}
      withCloseButton={codes === null}
      closeOnClickOutside={false}
      title={codes === null ? 'Set up your authenticator app' : 'Your authenticator app is set up'}
      size="lg"
    >
      {codes === null ? (
        <Authenticator onCodes={setCodes} onCancel={onClose} />
      ) : (
        <RecoveryCodes codes={codes} onKept={() => void finish()} />
      )}
    </Window>
  );
}
