import { Badge, ScrollArea, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ErrorPanel, LoadingLines } from '../../../../web/controls/panels.tsx';
import { plural } from '../../../../web/figures.ts';
import { channelsQuery } from '../../../../web/queries.ts';
import classes from './slack.module.css';

/** The workspace's public channels, as Coact can see them. */
export function ChannelList(): ReactElement {
  const channels = useQuery(channelsQuery);
  if (channels.isPending) return <LoadingLines count={5} />;
  if (channels.isError) return <ErrorPanel error={channels.error} onRetry={() => void channels.refetch()} />;
  const list = channels.data.channels;
  if (list.length === 0)
    return <Text c="dimmed">Your workspace has no public channel yet. Make one in Slack first.</Text>;
  return (
    <div>
      <Text size="sm" c="dimmed" mb="xs">
        {plural(list.length, 'public channel')}
      </Text>
      <ScrollArea.Autosize mah={260} type="auto" viewportProps={{ tabIndex: 0, 'aria-label': 'Public channels' }}>
        <ul className={classes.channels}>
          {list.map((channel) => (
            <li key={channel.id}>
              <span className={classes.channelName}>
                <span aria-hidden>#</span> {channel.name}
              </span>
              {channel.isMember && (
                <Badge variant="light" size="sm">
                  Coact is in
                </Badge>
              )}
              {channel.members !== undefined && (
                <Text span size="sm" c="dimmed" className="tabular">
                  {plural(channel.members, 'member')}
                </Text>
              )}
            </li>
          ))}
        </ul>
      </ScrollArea.Autosize>
    </div>
  );
}
