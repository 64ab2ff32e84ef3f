import { Drawer } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A panel beside the board; over it on phones. The board stays in reach, as what is read here is looked up there. */
export function SidePanel({ title, onClose, children }: Props): ReactElement {
  return (
    <Drawer
      opened
      onClose={onClose}
      title={title}
      position="right"
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
      styles={{ title: { fontSize: '1.125rem', fontWeight: 650 } }}
    >
      {children}
    </Drawer>
  );
}
