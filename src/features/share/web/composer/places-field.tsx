import { Group, MultiSelect, Stack, Text } from '@mantine/core';
import { IconHash, IconTag } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { sentenceOf } from '../../../../web/problem.ts';
import { channelsQuery } from '../../../../web/queries.ts';
import { audienceWords, placesOf } from '../topics/places.ts';
import classes from '../topics/topics.module.css';
import { topicsQuery } from '../topics/topics-api.ts';
import { ChannelLine } from './channel-picker.tsx';
import type { Part } from './part.ts';

const mostChannels = 20;

/** The channels that a request goes to, chosen by topic or one by one, and how many people each has. */
export function PlacesField({ form, patch, problems, state }: Part): ReactElement {
  const channels = useQuery(channelsQuery);
  const topics = useQuery(topicsQuery);
  const list = channels.data?.channels ?? [];
  const known = topics.data?.topics ?? [];
  const isOut = state === 'open';
  const chosen = [form.channelId, ...form.moreChannelIds].filter((id) => id !== '');
  const places = placesOf(form, known, list);
  return (
    <Stack gap="xs">
      {(known.length > 0 || form.topicIds.length > 0) && (
        <MultiSelect
          classNames={{ inputField: classes.field }}
          hidePickedOptions
          label="Topics"
          description="Each goes to all of its channels."
          placeholder={form.topicIds.length === 0 ? 'Choose topics' : undefined}
          disabled={isOut}
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
            if (topic === undefined) return option.label;
            const names = topic.channels.map(({ name }) => `#${name}`).join(', ');
            return (
              <div>
                <Text size="sm" fw={550}>
                  {topic.name}
                </Text>
                <Text size="xs" c="dimmed">
                  {names}
                  {!topic.mayPost && ' · you are not among those who may post here'}
                </Text>
              </div>
            );
          }}
          error={problems.topicIds}
        />
      )}
      <MultiSelect
        classNames={{ inputField: classes.field }}
        hidePickedOptions
        label={known.length > 0 ? 'More channels' : 'Channels'}
        placeholder={channels.isPending ? 'Loading channels…' : chosen.length === 0 ? 'Choose channels' : undefined}
        searchable
        disabled={isOut}
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
      {places.length > 0 && (
        <Text size="sm" c="dimmed">
          One message each in {audienceWords(places)}.
          {list.some(({ id, isMember }) => !isMember && places.some((place) => place.id === id)) &&
            ' Coact joins a channel that it is not in yet.'}
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

/** A channel that is not listed (any more) is shown by its id, so that it can be taken out. */
function optionsOf(list: readonly { readonly id: string; readonly name: string }[], chosen: readonly string[]) {
  const missing = chosen.filter((id) => !list.some((channel) => channel.id === id));
  return [
    ...list.map(({ id, name }) => ({ value: id, label: name })),
    ...missing.map((id) => ({ value: id, label: id })),
  ];
}
