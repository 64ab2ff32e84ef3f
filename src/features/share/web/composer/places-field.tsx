import { Group, MultiSelect, Stack, Text } from '@mantine/core';
import { IconHash, IconTag } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Channel } from '../../../../web/contract.ts';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { sentenceOf } from '../../../../web/problem.ts';
import { channelsQuery } from '../../../../web/queries.ts';
import { audienceWords, placesOf } from '../topics/places.ts';
import classes from '../topics/topics.module.css';
import { type Topic, topicsQuery } from '../topics/topics-api.ts';
import { ChannelLine } from './channel-picker.tsx';
import type { Part } from './part.ts';

const mostChannels = 20;

/** The channels that a request goes to, chosen by topic or one by one, and how many people each has. */
export function PlacesField(part: Part): ReactElement {
  const channels = useQuery(channelsQuery);
  const topics = useQuery(topicsQuery);
  const list = channels.data?.channels ?? [];
  const known = topics.data?.topics ?? [];
  const { form } = part;
  const places = placesOf(form, known, list);
  const isJoining = list.some(({ id, isMember }) => !isMember && places.some((place) => place.id === id));
  return (
    <Stack gap="xs">
      {(known.length > 0 || form.topicIds.length > 0) && <TopicsSelect {...part} known={known} />}
      <ChannelsSelect
        {...part}
        list={list}
        label={known.length > 0 ? 'More channels' : 'Channels'}
        isLoading={channels.isPending}
      />
      {places.length > 0 && (
        <Text size="sm" c="dimmed">
          One message each in {audienceWords(places)}.{isJoining && ' Coact joins a channel that it is not in yet.'}
        </Text>
      )}
      {channels.isError && (
        <Group gap="xs">
          <Text size="sm" c="red" role="alert">
            {sentenceOf(channels.error)}
          </Text>
          <TextLink to="/settings" size="sm">
            Slack settings
          </TextLink>
        </Group>
      )}
    </Stack>
  );
}

function TopicsSelect({ form, patch, problems, state, known }: Part & { readonly known: readonly Topic[] }) {
  return (
    <MultiSelect
      classNames={{ inputField: classes.field }}
      hidePickedOptions
      label="Topics"
      description="Each goes to all of its channels."
      placeholder={form.topicIds.length === 0 ? 'Choose topics' : undefined}
      disabled={state === 'open'}
      leftSection={<IconTag size={18} aria-hidden />}
      data={known.map(({ id, name, mayPost }) => ({
        value: id,
        label: name,
        disabled: !mayPost && !form.topicIds.includes(id),
      }))}
      value={[...form.topicIds]}
      onChange={(topicIds) => patch({ topicIds })}
      renderOption={({ option }) => {
        const topic = known.find(({ id }) => id === option.value);
        return topic === undefined ? option.label : <TopicLine topic={topic} />;
      }}
      error={problems.topicIds}
    />
  );
}

function TopicLine({ topic }: { readonly topic: Topic }): ReactElement {
  return (
    <div>
      <Text size="sm" fw={550}>
        {topic.name}
      </Text>
      <Text size="xs" c="dimmed">
        {topic.channels.map(({ name }) => `#${name}`).join(', ')}
        {!topic.mayPost && ' · you are not among those who may post here'}
      </Text>
    </div>
  );
}

interface ChannelsProps extends Part {
  readonly list: readonly Channel[];
  readonly label: string;
  readonly isLoading: boolean;
}

function ChannelsSelect({ form, patch, problems, state, list, label, isLoading }: ChannelsProps): ReactElement {
  const chosen = [form.channelId, ...form.moreChannelIds].filter((id) => id !== '');
  const asking = isLoading ? 'Loading channels…' : 'Choose channels';
  return (
    <MultiSelect
      classNames={{ inputField: classes.field }}
      hidePickedOptions
      label={label}
      placeholder={isLoading || chosen.length === 0 ? asking : undefined}
      searchable
      disabled={state === 'open'}
      maxValues={mostChannels}
      leftSection={<IconHash size={18} aria-hidden />}
      nothingFoundMessage="No public channel of that name"
      limit={60}
      data={optionsOf(list, chosen)}
      value={chosen}
      onChange={([channelId = '', ...moreChannelIds]) => patch({ channelId, moreChannelIds })}
      renderOption={({ option }) => {
        const channel = list.find(({ id }) => id === option.value);
        return channel === undefined ? option.label : <ChannelLine channel={channel} />;
      }}
      error={problems.channelId}
    />
  );
}

/** A channel that is not listed (any more) is shown by its id, so that it can be taken out. */
function optionsOf(list: readonly Pick<Channel, 'id' | 'name'>[], chosen: readonly string[]) {
  const missing = chosen.filter((id) => !list.some((channel) => channel.id === id));
  return [
    ...list.map(({ id, name }) => ({ value: id, label: name })),
    ...missing.map((id) => ({ value: id, label: id })),
  ];
}
