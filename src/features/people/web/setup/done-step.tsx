import { Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { LinkButton } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { Panel } from '../../../../web/controls/panels.tsx';
import { slackQuery } from '../../../../web/queries.ts';
import { ChannelList } from '../slack/channel-list.tsx';

/** Step 4: the channels are there; compose. */
export function DoneStep(): ReactElement {
  const team = useQuery(slackQuery).data?.installed?.teamName;
  return (
    <>
      <PageHead
        title="You’re ready"
        explains={`${team ?? 'Your workspace'} is connected. These are the channels a request can go to; Coact joins one when you first send something there.`}
      />
      <Panel>
        <ChannelList />
      </Panel>
      <Group mt="lg">
        <LinkButton to="/requests/new" size="md" leftSection={<IconPlus size={18} />}>
          Compose your first request
        </LinkButton>
        <LinkButton to="/" size="md" variant="default">
          To the dashboard
        </LinkButton>
      </Group>
    </>
  );
}
