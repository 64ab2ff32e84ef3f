import { Badge, Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBrandSlack } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call, nothing } from '../../../../web/api.ts';
import type { SlackConnection } from '../../../../web/contract.ts';
import { Confirm } from '../../../../web/controls/confirm.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { ScopeList } from '../../../../web/controls/scope-list.tsx';
import { slackQuery, useSignedIn, useTimeZone } from '../../../../web/queries.ts';
import { formatDate } from '../../../../web/zoned-time.ts';
import { AddToSlack } from '../slack/add-to-slack.tsx';
import { NotConfigured } from '../slack/not-configured.tsx';
import classes from './settings.module.css';

type Installed = NonNullable<SlackConnection['installed']>;

/** The workspace: its health, what was granted, connecting again, disconnecting. */
export function SlackSettings(): ReactElement {
  const { manage } = useSignedIn().can;
  const slack = useQuery(slackQuery);
  return (
    <Panel title="Slack" data-tour="settings-slack">
      {slack.isPending && <LoadingLines count={5} />}
      {slack.isError && <ErrorPanel error={slack.error} onRetry={() => void slack.refetch()} />}
      {slack.data?.installed != null && <Connected slack={slack.data} installed={slack.data.installed} />}
      {slack.data?.installed === null && !manage && (
        <Text c="dimmed">Not connected. An owner or admin can connect your workspace.</Text>
      )}
      {slack.data?.installed === null && manage && !slack.data.configured && (
        <NotConfigured onCheck={() => void slack.refetch()} />
      )}
      {slack.data?.installed === null && manage && slack.data.configured && <AddToSlack slack={slack.data} />}
    </Panel>
  );
}

interface ConnectedProps {
  readonly slack: SlackConnection;
  readonly installed: Installed;
}

function Connected({ slack, installed }: ConnectedProps): ReactElement {
  const { manage } = useSignedIn().can;
  const timeZone = useTimeZone();
  const broken = installed.health === 'revoked';
  const incomplete = installed.missingScopes.length > 0;
  return (
    <>
      <div className={classes.team}>
        <span className={classes.teamMark}>
          <IconBrandSlack size={24} stroke={1.5} aria-hidden />
        </span>
        <div style={{ flex: 1, minWidth: 160 }}>
          <Text fw={600}>{installed.teamName}</Text>
          <Text size="sm" c="dimmed">
            connected {formatDate(installed.installedAt, timeZone)}
          </Text>
        </div>
        <Badge color={broken ? 'red' : incomplete ? 'yellow' : 'pine'} variant="light" size="lg">
          {broken ? 'Disconnected by Slack' : incomplete ? 'Permissions missing' : 'Connected'}
        </Badge>
      </div>
      {broken && (
        <Text size="sm" mb="md">
          The app was removed in Slack, or its permission was taken back. Nothing is sent until it is connected again;
          figures and drafts are kept.
        </Text>
      )}
      <ScopeList scopes={slack.scopes} missing={installed.missingScopes} />
      {manage && (
        <Group mt="lg" gap="xs">
          <Button component="a" href={slack.installUrl} variant={broken || incomplete ? 'filled' : 'default'}>
            Connect again
          </Button>
          <Disconnect teamName={installed.teamName} />
        </Group>
      )}
    </>
  );
}

function Disconnect({ teamName }: { readonly teamName: string }): ReactElement {
  const [asked, setAsked] = useState(false);
  const client = useQueryClient();
  const disconnect = useMutation({
    mutationFn: () => call(nothing, 'DELETE', '/api/slack'),
    onSuccess: async () => {
      setAsked(false);
      await client.invalidateQueries();
      notifications.show({ color: 'pine', message: 'Slack is disconnected.' });
    },
  });
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setAsked(true)}>
        Disconnect
      </Button>
      <Confirm
        opened={asked}
        onClose={() => setAsked(false)}
        title={`Disconnect ${teamName}?`}
        confirm="Disconnect"
        onConfirm={() => disconnect.mutate()}
        busy={disconnect.isPending}
        error={disconnect.error}
        danger
      >
        Coact’s keys to the workspace are erased at once. Nothing more is sent, scheduled requests included. The figures
        stay, and you can connect again at any time.
      </Confirm>
    </>
  );
}
