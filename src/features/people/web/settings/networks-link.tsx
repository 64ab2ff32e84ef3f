import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { Panel } from '../../../../web/controls/panels.tsx';
import { useSignedIn } from '../../../../web/queries.ts';

/** Where the set-up of the social networks is looked at. */
export function NetworksLink(): ReactElement | null {
  const { manage } = useSignedIn().can;
  if (!manage) return null;
  return (
    <Panel title="Networks">
      <Text size="sm">
        LinkedIn, X, Facebook, Threads, Mastodon and Bluesky: what people can connect, what is missing, and how their
        connections are. <TextLink to="/settings/networks">Look at the networks</TextLink>
      </Text>
    </Panel>
  );
}
