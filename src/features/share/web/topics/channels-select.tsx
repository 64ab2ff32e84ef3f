import { MultiSelect, Text } from '@mantine/core';
import { IconHash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Channel } from '../../../../web/contract.ts';
import { plural } from '../../../../web/figures.ts';
import { channelsQuery } from '../../../../web/queries.ts';
import classes from './topics.module.css';

const mostChannels = 20;
type Named = Pick<Channel, 'id' | 'name'>;

interface Props {
  readonly label: string;
  readonly description?: string;
  readonly value: readonly string[];
  readonly onChange: (channelIds: string[]) => void;
  readonly error: string | undefined;
  readonly disabled?: boolean;
  /** Channels whose names are known though Slack may not list them any more. */
  readonly kept?: readonly Named[];
}

/** Public channels by name, several of them; says whether Coact will have to join. */
export function ChannelsSelect(props: Props): ReactElement {
  const { label, description, value, onChange, error, disabled = false, kept = [] } = props;
  const channels = useQuery(channelsQuery);
  const list = channels.data?.channels ?? [];
  const asking = channels.isPending ? 'Loading channels…' : 'Choose channels';
  return (
    <MultiSelect
      classNames={{ inputField: classes.field }}
      hidePickedOptions
      label={label}
      description={description}
      placeholder={channels.isPending || value.length === 0 ? asking : undefined}
      searchable
      disabled={disabled}
      maxValues={mostChannels}
      leftSection={<IconHash size={18} aria-hidden />}
      nothingFoundMessage="No public channel of that name"
      limit={60}
      data={optionsOf([...list, ...kept], value)}
      value={[...value]}
      onChange={onChange}
      renderOption={({ option }) => {
        const channel = list.find(({ id }) => id === option.value);
        return channel === undefined ? option.label : <ChannelLine channel={channel} />;
      }}
      error={error}
    />
  );
}

/** A channel in a list: its name, how many it has, whether Coact is among them. */
function ChannelLine({ channel }: { readonly channel: Channel }): ReactElement {
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

/** Each once. A channel of which nothing is known (any more) is shown by its id, so that it can be taken out. */
function optionsOf(known: readonly Named[], chosen: readonly string[]) {
  const names = new Map([
    ...chosen.map((id) => [id, id] as const),
    ...known.map(({ id, name }) => [id, name] as const),
  ]);
  return [...names].map(([value, label]) => ({ value, label }));
}
