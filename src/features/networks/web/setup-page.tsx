import { Badge, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call } from '../../../web/api.ts';
import { CopyLink } from '../../../web/controls/copy.tsx';
import { PageHead } from '../../../web/controls/page-head.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../web/controls/panels.tsx';
import { figureText } from '../../../web/figures.ts';
import { inspectAnswerSchema, type NetworkSetup, setupAnswerSchema } from './contract.ts';
import { FindingList } from './finding-list.tsx';
import classes from './setup.module.css';

const setupQuery = queryOptions({
  queryKey: ['networks', 'setup'],
  queryFn: ({ signal }) => call(setupAnswerSchema, 'GET', '/api/networks/setup', { signal }),
});

/** Every network: whether people can connect, what is missing, and how the connections are, as counts. */
export function NetworkSetupPage(): ReactElement {
  const setup = useQuery(setupQuery);
  return (
    <>
      <PageHead
        title="Networks"
        explains="How this installation is set up at each network. Connections are counted; whose they are is shown nowhere."
      />
      <div className={classes.networks}>
        {setup.isPending && (
          <Panel>
            <LoadingLines count={8} />
          </Panel>
        )}
        {setup.isError && <ErrorPanel error={setup.error} onRetry={() => void setup.refetch()} />}
        {setup.data?.networks.map((network) => (
          <NetworkPanel key={network.network} setup={network} />
        ))}
      </div>
    </>
  );
}

const modes: Readonly<Record<NetworkSetup['mode'], readonly [color: string, words: string]>> = {
  account: ['pine', 'Accounts can be connected'],
  composer: ['gray', 'Own page only'],
  none: ['red', 'Not set up'],
};

function NetworkPanel({ setup }: { readonly setup: NetworkSetup }): ReactElement {
  const { network, title, mode, callbackUrl, canBeAsked, asksServer } = setup;
  const [server, setServer] = useState('');
  const [color, words] = modes[mode];
  const ask = useMutation({
    mutationFn: () => call(inspectAnswerSchema, 'POST', '/api/networks/inspect', { body: { network, server } }),
  });
  const findings = [...setup.findings, ...(ask.data?.findings ?? [])];
  return (
    <Panel id={network} title={title}>
      <Stack gap="md">
        <Badge color={color} variant="light" size="lg">
          {words}
        </Badge>
        <FindingList findings={findings} />
        {callbackUrl !== null && (
          <div>
            <Text size="sm" fw={500} mb={4}>
              Redirect address, for the app at {title}
            </Text>
            <CopyLink value={callbackUrl} label={`Copy the redirect address for ${title}`} />
          </div>
        )}
        {mode === 'account' && <Connections setup={setup} />}
        {ask.isError && <ErrorPanel error={ask.error} />}
        {canBeAsked && (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              ask.mutate();
            }}
          >
            <Group align="flex-end">
              {asksServer && (
                <TextInput
                  label="Server to ask"
                  placeholder="mastodon.social"
                  value={server}
                  maxLength={260}
                  autoComplete="off"
                  onChange={(event) => setServer(event.currentTarget.value)}
                />
              )}
              <Button type="submit" variant="default" loading={ask.isPending}>
                Ask {title} now
              </Button>
            </Group>
          </form>
        )}
      </Stack>
    </Panel>
  );
}

function Connections({ setup: { connections } }: { readonly setup: NetworkSetup }): ReactElement {
  const rows = [
    ['Connected', connections.active],
    ['Of these, ending within two weeks', connections.ending],
    ['Lost: their people are asked to connect again', connections.lost],
  ] as const;
  return (
    <dl className={classes.connections}>
      {rows.map(([name, figure]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="tabular">{figureText(figure)}</dd>
        </div>
      ))}
    </dl>
  );
}
