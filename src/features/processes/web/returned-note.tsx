import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Process } from './contract.ts';

/** Why a draft came back from review, until it goes there again. */
export function ReturnedNote({ open }: Pick<Process, 'open'>): ReactElement | null {
  if (open === null || open.returnedNote === '') return null;
  return (
    <Alert color="yellow" icon={<IconAlertCircle size={20} />} title="It came back from review">
      {open.returnedNote}
    </Alert>
  );
}
