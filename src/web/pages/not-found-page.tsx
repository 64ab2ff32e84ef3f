import { Center } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { LinkButton } from '../controls/link-button.tsx';
import { EmptyPanel } from '../controls/panels.tsx';

/** Shown for an address that leads nowhere. */
export function NotFoundPage(): ReactElement {
  return (
    <Center mih="70dvh">
      <EmptyPanel
        icon={<IconMapQuestion size={32} stroke={1.5} />}
        title="There is no page here"
        action={<LinkButton to="/">To the start</LinkButton>}
      >
        The address may be mistyped, or what it led to was removed.
      </EmptyPanel>
    </Center>
  );
}
