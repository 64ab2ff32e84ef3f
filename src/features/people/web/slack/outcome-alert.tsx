import { Alert } from '@mantine/core';
import type { ReactElement } from 'react';
import { outcomeOf } from './outcome.ts';

/** How connecting Slack ended, said on the page one comes back to. */
export function OutcomeAlert({ code }: { readonly code: string | undefined }): ReactElement | null {
  const outcome = outcomeOf(code);
  if (outcome === null) return null;
  return (
    <Alert role="status" color={outcome.tone === 'good' ? 'pine' : 'red'} variant="light" mb="md">
      {outcome.sentence}
    </Alert>
  );
}
