import { Alert } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { IconWifiOff } from '@tabler/icons-react';
import type { ReactElement } from 'react';

/** Says that there is no network, and that nothing typed is lost. */
export function OfflineNotice(): ReactElement | null {
  const { online } = useNetwork();
  if (online) return null;
  return (
    <Alert role="status" color="gray" variant="light" mb="md" icon={<IconWifiOff size={20} />} title="You are offline">
      What you see may be out of date. What you write is kept on this device and sent when you are back.
    </Alert>
  );
}
