import { Anchor, Group, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { Panel } from '../../../../web/controls/panels.tsx';
import { Wordmark } from '../../../../web/logo.tsx';

declare const __COACT_VERSION__: string | undefined;

/** Put in by the build; tests draw the sources, which have none. */
const version = typeof __COACT_VERSION__ === 'string' ? __COACT_VERSION__ : 'of the sources';

/** Version, licence, and what Coact may do in Slack. */
export function About(): ReactElement {
  return (
    <Panel title="About">
      <Group justify="space-between">
        <span style={{ color: 'var(--coact-link)' }}>
          <Wordmark size={22} />
        </span>
        <Text size="sm" c="dimmed" className="tabular">
          Version {version}
        </Text>
      </Group>
      <Text size="sm" mt="md">
        Coact is open source under the Apache License 2.0.{' '}
        <TextLink to="/slack/permissions" size="sm">
          What Coact may do in Slack
        </TextLink>
        {' · '}
        <Anchor href="/api/openapi.json" size="sm">
          API description
        </Anchor>
      </Text>
    </Panel>
  );
}
