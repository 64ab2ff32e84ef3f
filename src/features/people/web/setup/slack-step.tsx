import { Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { slackQuery } from '../../../../web/queries.ts';
import { AddToSlack } from '../slack/add-to-slack.tsx';
import { NotConfigured } from '../slack/not-configured.tsx';

/** Step 3: connect the workspace, with what the app may do said first. */
export function SlackStep(): ReactElement {
  const slack = useQuery(slackQuery);
  const client = useQueryClient();
  const installed = slack.data?.installed != null;
  useEffect(() => {
    // The install can finish in another window; then the step that `me` names has moved on.
    if (installed) void client.invalidateQueries({ queryKey: ['me'] });
  }, [installed, client]);
  return (
    <>
      <PageHead
        title="Connect Slack"
        explains="Requests appear in a Slack channel, and your people answer them there. This is what Coact asks for:"
      />
      <Panel>
        {slack.isPending && <LoadingLines count={6} />}
        {slack.isError && <ErrorPanel error={slack.error} onRetry={() => void slack.refetch()} />}
        {slack.data?.configured === false && <NotConfigured onCheck={() => void slack.refetch()} />}
        {slack.data?.configured === true && <AddToSlack slack={slack.data} />}
      </Panel>
      <Text size="sm" mt="md">
        <TextLink to="/" size="sm">
          Look around first
        </TextLink>{' '}
        <Text span size="sm" c="dimmed">
          and connect Slack later in the settings.
        </Text>
      </Text>
    </>
  );
}
