import { Group, Loader, Select, Text } from '@mantine/core';
import { IconHash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Channel } from '../../../../web/contract.ts';
import { plural } from '../../../../web/figures.ts';
import { ApiFailure, sentenceOf } from '../../../../web/problem.ts';
import { channelsQuery } from '../../../../web/queries.ts';

interface Props {
  readonly value: string;
  readonly onChange: (channelId: string) => void;
  readonly error: string | undefined;
  readonly disabled: boolean;
}

/** A channel in a list: its name, how many it has, whether Coact is among them. */
export function ChannelLine({ channel }: { readonly channel: Channel }): ReactElement {
  return (
    <div>
      <Text size="sm" fw={550}>
        # {channel.name}
      </Text>
      <Text size="xs" c="dimmed">
        {channel.members !== undefined && `${plural(channel.members, 'member')} · `}
        {channel.isMember ? 'Coact is in this channel' : 'Coact will join this channel'}
      </Text>
    </div>
  );
}

function loadProblem(error: unknown): string {
  // `slack_not_connected` and its kin are known to the server; its sentence says what to do.
  return error instanceof ApiFailure ? error.message : sentenceOf(error);
}

/** Public channels by name; says whether Coact will have to join. */
export function ChannelPicker({ value, onChange, error, disabled }: Props): ReactElement {
  const channels = useQuery(channelsQuery);
  const list = channels.data?.channels ?? [];
  const chosen = list.find((channel) => channel.id === value);
  return (
    <div>
      <Select
        label="Channel"
        placeholder={channels.isPending ? 'Loading channels…' : 'Choose a channel'}
        searchable
        disabled={disabled}
        leftSection={<IconHash size={18} aria-hidden />}
        rightSection={channels.isFetching ? <Loader size="xs" /> : undefined}
        nothingFoundMessage="No public channel of that name"
        limit={60}
        data={list.map((channel) => ({ value: channel.id, label: channel.name }))}
        value={value === '' ? null : value}
        onChange={(channelId) => onChange(channelId ?? '')}
        renderOption={({ option }) => {
          const channel = list.find(({ id }) => id === option.value);
          return channel === undefined ? option.label : <ChannelLine channel={channel} />;
        }}
        error={error}
        description={chosen !== undefined && !chosen.isMember ? 'Coact joins this channel when it sends.' : undefined}
      />
      {channels.isError && (
        <Group gap="xs" mt={4}>
          <Text size="sm" c="red" role="alert">
            {loadProblem(channels.error)}
          </Text>
          <Link to="/settings" style={{ color: 'var(--coact-link)', fontSize: 14 }}>
            Slack settings
          </Link>
        </Group>
      )}
    </div>
  );
}
