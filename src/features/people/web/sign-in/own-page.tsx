import { Button, Group, List, Text } from '@mantine/core';
import { IconBrandSlack } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { homeOf } from '../../../../web/access.ts';
import { LinkButton } from '../../../../web/controls/link-button.tsx';
import { useSignedIn, useSignOut } from '../../../../web/queries.ts';
import { Guarded } from '../../../../web/shell/guarded.tsx';
import { Card } from './card.tsx';

const places = [
  { to: '/team/mine', words: 'My schedule' },
  { to: '/processes', words: 'Processes' },
  { to: '/pay/me', words: 'My pay' },
  { to: '/people', words: 'People' },
  { to: '/profile', words: 'Your profile' },
  { to: '/account', words: 'Your account' },
] as const;

function Own(): ReactElement {
  const me = useSignedIn();
  const signOut = useSignOut();
  const start = homeOf(me);
  return (
    <Card
      title={`Hello${me.user.name ? `, ${me.user.name.split(' ')[0]}` : ''}`}
      explains={`What you share at ${me.organisation?.name ?? 'Coact'} is in Slack. Your schedule, your pay, processes and your colleagues are here.`}
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
        {places.map(({ to, words }, index) => (
          <LinkButton key={to} to={to} variant={start === '/me' && index === 0 ? 'filled' : 'default'}>
            {words}
          </LinkButton>
        ))}
        <Button variant="default" onClick={() => void signOut()}>
          Sign out
        </Button>
      </Group>
    </Card>
  );
}

/** For people with only the employee's role: what is in Slack, and the ways to what is theirs here. */
export function OwnPage(): ReactElement {
  return (
    <Guarded place="own-page">
      <Own />
    </Guarded>
  );
}
