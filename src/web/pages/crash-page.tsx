import { Button, Center, Stack } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { ErrorPanel } from '../controls/panels.tsx';

/** Last resort when drawing a page fails, for example as an older version's files are gone from the server. */
export function CrashPage({ error }: ErrorComponentProps): ReactElement {
  return (
    <Center mih="70dvh" p="md">
      <Stack maw={520}>
        <ErrorPanel error={error} />
        <Button onClick={() => window.location.reload()}>Load the page again</Button>
      </Stack>
    </Center>
  );
}
