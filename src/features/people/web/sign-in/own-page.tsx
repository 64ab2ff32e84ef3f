import { Button, Group, List, Text } from '@mantine/core';
import { IconBrandSlack } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { homeOf } from '../../../../web/access.ts';
import { LinkButton } from '../../../../web/controls/link-button.tsx';
import { useSignedIn, useSignOut } from '../../../../web/queries.ts';
import { Guarded } from '../../../../web/shell/guarded.tsx';
import { Card } from './card.tsx';

function Own(): ReactElement {
  const me = useSignedIn();
  const signOut = useSignOut();
  const start = homeOf(me);
  return (
    <Card
      title={`Hello${me.user.name ? `, ${me.user.name.split(' ')[0]}` : ''}`}
      explains={`What you share at ${me.organisation?.name ?? 'Coact'} is in Slack. Your profile and your colleagues are here.`}
    >
      <List spacing="xs" size="sm" icon={<IconBrandSlack size={18} aria-hidden />}>
        <List.Item>Requests appear in their channel: choose Share, change the words if you like, and post.</List.Item>
        <List.Item>Your connected accounts, planned posts and results are on the app’s Home tab.</List.Item>
        <List.Item>
          Nobody can see whether you shared something, not even an administrator. Only totals are kept.
        </List.Item>
      </List>
      <Text size="sm" c="dimmed">
        Signed in as {me.user.email}
      </Text>
      <Group>
        {start !== '/me' && (
          <LinkButton to={start}>{start === '/' ? 'To the dashboard' : 'To what you look after'}</LinkButton>
        )}
        <LinkButton to="/people" variant="default">
          People
        </LinkButton>
        <LinkButton to="/profile" variant="default">
          Your profile
        </LinkButton>
        <LinkButton to="/account" variant="default">
          Your account
        </LinkButton>
        <Button variant="default" onClick={() => void signOut()}>
          Sign out
        </Button>
      </Group>
    </Card>
  );
}

/** For people with only the employee's role: says that everything is in Slack. */
export function OwnPage(): ReactElement {
  return (
    <Guarded place="own-page">
      <Own />
    </Guarded>
  );
}
