import { Anchor, Text } from '@mantine/core';
import { type ReactElement, useEffect } from 'react';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { Panel } from '../../../../web/controls/panels.tsx';
import { Protect } from '../account/protect.tsx';
import { useReloadAccount } from '../account/queries.ts';

interface Props {
  /** Whether it can be put off. */
  readonly isOffered: boolean;
  /** Keeps this step on the screen, whatever the server says of the account meanwhile: recovery codes are shown once. */
  readonly onBegin: () => void;
  readonly onDone: (outcome: 'protected' | 'put-off') => void;
}

/** Step 2: a second factor for the owner, who can do everything here. */
export function ProtectStep({ isOffered, onBegin, onDone }: Props): ReactElement {
  const reload = useReloadAccount();
  useEffect(() => onBegin(), [onBegin]);
  return (
    <>
      <PageHead
        title="Protect your account"
        explains="You are the owner: your account can change everything here. With a second factor, a stolen password or mailbox isn’t enough to get in."
      />
      <Panel>
        <Protect onProtected={() => void reload().then(() => onDone('protected'))} />
      </Panel>
      {isOffered && (
        <Text size="sm" mt="md">
          <Anchor component="button" type="button" size="sm" onClick={() => onDone('put-off')}>
            Not now
          </Anchor>{' '}
          <Text span size="sm" c="dimmed">
            – you can do it later under “Your account”.
          </Text>
        </Text>
      )}
    </>
  );
}
