import { Anchor, Button, Code, List, ScrollArea, Stack, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { call } from '../../../../web/api.ts';
import { CopyText } from '../../../../web/controls/copy.tsx';
import { ErrorPanel, LoadingLines } from '../../../../web/controls/panels.tsx';
import { z } from '../../../../web/zod.ts';

function Manifest(): ReactElement {
  const manifest = useQuery({
    queryKey: ['slack', 'manifest'],
    queryFn: ({ signal }) =>
      call(z.union([z.record(z.string(), z.unknown()), z.string()]), 'GET', '/slack/manifest.json', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (manifest.isPending) return <LoadingLines count={5} />;
  if (manifest.isError) return <ErrorPanel error={manifest.error} onRetry={() => void manifest.refetch()} />;
  const text = typeof manifest.data === 'string' ? manifest.data : JSON.stringify(manifest.data, null, 2);
  return (
    <Stack gap="xs" align="flex-start">
      <ScrollArea.Autosize mah={220} w="100%" type="auto" viewportProps={{ tabIndex: 0, 'aria-label': 'App manifest' }}>
        <Code block>{text}</Code>
      </ScrollArea.Autosize>
      <CopyText value={text} label="Copy the manifest" />
    </Stack>
  );
}

/** Shown while the operator hasn't given this Coact a Slack app: how to make one from the manifest. */
export function NotConfigured({ onCheck }: { readonly onCheck: () => void }): ReactElement {
  return (
    <Stack gap="md">
      <Text>
        This Coact has no Slack app yet. Whoever runs the server makes one, once; it takes about five minutes.
      </Text>
      <List type="ordered" spacing="md">
        <List.Item>
          Open{' '}
          <Anchor href="https://api.slack.com/apps?new_app=1" target="_blank" rel="noreferrer">
            Slack’s page for apps
          </Anchor>
          , choose <b>From a manifest</b>, and paste this:
        </List.Item>
      </List>
      <Manifest />
      <List type="ordered" start={2} spacing="md">
        <List.Item>
          From the app’s <b>Basic Information</b> page, give the server <Code>SLACK_CLIENT_ID</Code>,{' '}
          <Code>SLACK_CLIENT_SECRET</Code> and <Code>SLACK_SIGNING_SECRET</Code>.
        </List.Item>
        <List.Item>Start the server again, and come back to this page.</List.Item>
      </List>
      <div>
        <Button variant="default" leftSection={<IconRefresh size={18} />} onClick={onCheck}>
          Check again
        </Button>
      </div>
    </Stack>
  );
}
