import { Button, Stack, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { LinkButton } from '../../../../web/controls/link-button.tsx';
import { ErrorPanel } from '../../../../web/controls/panels.tsx';
import { Card } from './card.tsx';
import { useVerify } from './verify.ts';

const route = getRouteApi('/sign-in/link');

/** Where the link in the mail leads. It asks for a click, as mail scanners open links and would use the token up. */
export function LinkPage(): ReactElement {
  const { token } = route.useSearch();
  const verify = useVerify(token);
  if (token === undefined || verify.isError) {
    return (
      <Card title="This link doesn’t work">
        {verify.isError && <ErrorPanel error={verify.error} />}
        <Text c="dimmed">
          Sign-in links work once and for a short time. A fresh one takes a moment: ask for it with your e-mail address.
        </Text>
        <LinkButton to="/sign-in" size="md">
          Get a fresh link
        </LinkButton>
      </Card>
    );
  }
  return (
    <Card title="One more click" explains="You asked to sign in to Coact on this device.">
      <Stack>
        <Button size="md" loading={verify.isPending} onClick={() => verify.mutate()} autoFocus>
          Sign in
        </Button>
        <Text size="sm" c="dimmed">
          You didn’t ask? Close this page; nothing happens.
        </Text>
      </Stack>
    </Card>
  );
}
