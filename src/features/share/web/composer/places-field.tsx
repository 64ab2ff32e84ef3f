import { Group, MultiSelect, Stack, Text } from '@mantine/core';
import { IconTag } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { sentenceOf } from '../../../../web/problem.ts';
import { channelsQuery } from '../../../../web/queries.ts';
import { ChannelsSelect } from '../topics/channels-select.tsx';
import { audienceWords, placesOf } from '../topics/places.ts';
import classes from '../topics/topics.module.css';
import { type Topic, topicsQuery } from '../topics/topics-api.ts';

/** Where something goes, as a form holds it. */
interface Places {
  readonly channelId: string;
  readonly moreChannelIds: readonly string[];
  readonly topicIds: readonly string[];
}

interface Props {
  readonly form: Places;
  readonly patch: (change: { channelId?: string; moreChannelIds?: string[]; topicIds?: string[] }) => void;
  /** Sentences by field, as the server names them. */
  readonly problems: Readonly<Partial<Record<string, string>>>;
  readonly disabled?: boolean;
  /** Channels whose names are known already. */
  readonly kept?: readonly { readonly id: string; readonly name: string }[];
}

/** The channels that requests go to, chosen by topic or one by one, and how many people each has. */
export function PlacesField(props: Props): ReactElement {
  const channels = useQuery(channelsQuery);
  const topics = useQuery(topicsQuery);
  const list = channels.data?.channels ?? [];
  const known = topics.data?.topics ?? [];
  const { form, patch, problems } = props;
  const chosen = [form.channelId, ...form.moreChannelIds].filter((id) => id !== '');
  const places = placesOf(form, known, [...list, ...(props.kept ?? [])]);
  const isJoining = list.some(({ id, isMember }) => !isMember && places.some((place) => place.id === id));
  return (
    <Stack gap="xs">
      {(known.length > 0 || form.topicIds.length > 0) && <TopicsSelect {...props} known={known} />}
      <ChannelsSelect
        label={known.length > 0 ? 'More channels' : 'Channels'}
        value={chosen}
        onChange={([channelId = '', ...moreChannelIds]) => patch({ channelId, moreChannelIds })}
        error={problems.channelId ?? problems.moreChannelIds}
        {...(props.disabled === undefined ? {} : { disabled: props.disabled })}
        {...(props.kept === undefined ? {} : { kept: props.kept })}
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

function TopicsSelect({
  form,
  patch,
  problems,
  disabled = false,
  known,
}: Props & { readonly known: readonly Topic[] }) {
  return (
    <MultiSelect
      classNames={{ inputField: classes.field }}
      hidePickedOptions
      label="Topics"
      description="Each goes to all of its channels."
      placeholder={form.topicIds.length === 0 ? 'Choose topics' : undefined}
      disabled={disabled}
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
