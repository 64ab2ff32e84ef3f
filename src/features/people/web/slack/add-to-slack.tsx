import { Button, Stack, Text } from '@mantine/core';
import { IconBrandSlack } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { SlackConnection } from '../../../../web/contract.ts';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { ScopeList } from '../../../../web/controls/scope-list.tsx';

interface Props {
  readonly slack: SlackConnection;
  readonly again?: boolean;
}

/** The install button with what the app may do, before Slack asks for consent. */
export function AddToSlack({ slack, again = false }: Props): ReactElement {
  return (
    <Stack gap="lg">
      <ScopeList scopes={slack.scopes} missing={slack.installed?.missingScopes} />
      <Text size="sm" c="dimmed">
        Coact reads no conversations.{' '}
        <TextLink to="/slack/permissions" size="sm">
          This list as a page to share
        </TextLink>{' '}
        with whoever approves apps in your workspace.
      </Text>
      <div>
        <Button component="a" href={slack.installUrl} size="md" leftSection={<IconBrandSlack size={20} aria-hidden />}>
          {again ? 'Connect Slack again' : 'Add to Slack'}
        </Button>
      </div>
    </Stack>
  );
}
