import { Button, Stack, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { LinkButton } from '../../../../web/controls/link-button.tsx';
import { ErrorPanel } from '../../../../web/controls/panels.tsx';
import { Card } from './card.tsx';
import { useVerify } from './verify.ts';

const route = getRouteApi('/welcome');

/** Where the owner's first link, written by the server at its start, leads. */
export function WelcomePage(): ReactElement {
  const { token } = route.useSearch();
  const verify = useVerify(token, '/setup');
  if (token === undefined || verify.isError) {
    return (
      <Card title="This link was used or has ended">
        {verify.isError && <ErrorPanel error={verify.error} />}
        <Text c="dimmed">
          The owner’s link works once. If nobody has used it yet, the server writes another one when it is started
          again.
        </Text>
        <LinkButton to="/sign-in" size="md" variant="default">
          To sign-in
        </LinkButton>
      </Card>
    );
  }
  return (
    <Card
      title="Welcome to Coact"
      explains="You hold the owner’s link. A few short steps, and your first request can go out."
    >
      <Stack>
        <Button size="md" loading={verify.isPending} onClick={() => verify.mutate()} autoFocus>
          Set up your organisation
        </Button>
        <Text size="sm" c="dimmed">
          This link works once, and makes you the owner of this Coact.
        </Text>
      </Stack>
    </Card>
  );
}
