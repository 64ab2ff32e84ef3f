import { notifications } from '@mantine/notifications';
import { type ReactElement, useState } from 'react';
import { Window } from '../../../../web/controls/window.tsx';
import { MakePasskey } from './make-passkey.tsx';
import { useReloadAccount } from './queries.ts';
import { RecoveryCodes } from './recovery-codes.tsx';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Adds a passkey. With the first second factor come recovery codes, and the window stays until they are kept. */
export function PasskeyWindow({ opened, onClose }: Props): ReactElement {
  const [codes, setCodes] = useState<readonly string[]>([]);
  const reload = useReloadAccount();
  const isLocked = codes.length > 0;
  const finish = async () => {
    onClose();
    setCodes([]);
    await reload();
    notifications.show({ color: 'pine', message: 'Your passkey is ready.' });
  };
  return (
    <Window
      opened={opened}
      onClose={isLocked ? () => undefined : onClose}
      withCloseButton={!isLocked}
      title={isLocked ? 'Your passkey is ready' : 'Add a passkey'}
    >
      {isLocked ? (
        <RecoveryCodes codes={codes} onKept={() => void finish()} />
      ) : (
        <MakePasskey onMade={(made) => (made.length > 0 ? setCodes(made) : void finish())} onCancel={onClose} />
      )}
    </Window>
  );
}
