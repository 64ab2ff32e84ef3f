import { Alert, Group, Text } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { LinkButton } from '../controls/link-button.tsx';
import { keep, readKept } from '../kept.ts';
import { useSignedIn } from '../queries.ts';

const dismissed = 'coact.protect-hint';

/** Owners and admins who have no second factor, where it isn't required, are asked to have one; once on each device. */
export function ProtectHint(): ReactElement | null {
  const { roles, security } = useSignedIn();
  const [isOpen, setOpen] = useState(() => readKept(dismissed) === null);
  const administers = roles.includes('owner') || roles.includes('admin');
  if (!isOpen || !administers || security.secondFactor !== 'offered') return null;
  return (
    <Alert
      role="status"
      color="lilac"
      variant="light"
      mb="lg"
      icon={<IconShieldLock size={20} aria-hidden />}
      title="Protect your account with a second factor"
      withCloseButton
      closeButtonLabel="Don’t show this again"
      onClose={() => {
        keep(dismissed, 'dismissed');
        setOpen(false);
      }}
    >
      <Group justify="space-between" gap="sm">
        <Text size="sm" maw="60ch">
          You can change everything in this organisation. A passkey or an authenticator app keeps out whoever gets hold
          of your mailbox or password.
        </Text>
        <LinkButton to="/account" hash="second-factor" size="xs" variant="default">
          Set it up
        </LinkButton>
      </Group>
    </Alert>
  );
}
