import { Button, Group, MultiSelect, Radio, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Window } from '../../../../web/controls/window.tsx';
import { fieldSentences, sentenceOf } from '../../../../web/problem.ts';
import { channelsQuery } from '../../../../web/queries.ts';
import { ChannelsSelect } from './channels-select.tsx';
import classes from './topics.module.css';
import { saveTopic, type Topic, topicPublishersQuery, type WantedTopic } from './topics-api.ts';

interface Props {
  /** The topic to change; null for another one. */
  readonly topic: Topic | null;
  readonly onClose: () => void;
}

const empty: WantedTopic = { name: '', kind: 'open', channelIds: [], publisherIds: [] };
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

/** A topic's name, its channels, and who may post there. */
export function TopicWindow({ topic, onClose }: Props): ReactElement {
  const client = useQueryClient();
  const [wanted, setWanted] = useState<WantedTopic>(
    topic === null
      ? empty
      : { name: topic.name, kind: topic.kind, channelIds: ids(topic.channels), publisherIds: ids(topic.publishers) },
  );
  const save = useMutation({
    mutationFn: () => saveTopic(topic?.id ?? null, wanted),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['requests'] });
      notifications.show({ color: 'pine', message: 'Saved' });
      onClose();
    },
  });
  const errors = save.error === null ? {} : fieldSentences(save.error);
  const patch = (change: Partial<WantedTopic>) => setWanted({ ...wanted, ...change });
  return (
    <Window opened onClose={onClose} title={topic === null ? 'Add a topic' : `Change “${topic.name}”`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack>
          <TextInput
            label="Name"
            placeholder="e.g. Hiring"
            maxLength={60}
            data-autofocus
            value={wanted.name}
            onChange={(event) => patch({ name: event.currentTarget.value })}
            error={errors.name}
          />
          <Channels wanted={wanted} patch={patch} topic={topic} error={errors.channelIds} />
          <Kind wanted={wanted} patch={patch} />
          {wanted.kind === 'assigned' && (
            <People wanted={wanted} patch={patch} topic={topic} error={errors.publisherIds} />
          )}
          {save.error !== null && Object.keys(errors).length === 0 && (
            <Text role="alert" size="sm" c="red">
              {sentenceOf(save.error)}
            </Text>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose} disabled={save.isPending}>
              Cancel
            </Button>
            <Button type="submit" loading={save.isPending} disabled={wanted.name.trim() === ''}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Window>
  );
}

interface FieldProps {
  readonly wanted: WantedTopic;
  readonly patch: (change: Partial<WantedTopic>) => void;
  readonly topic: Topic | null;
  readonly error: string | undefined;
}

function Kind({ wanted, patch }: Pick<FieldProps, 'wanted' | 'patch'>): ReactElement {
  return (
    <Radio.Group
      label="Who may post to it"
      value={wanted.kind}
      onChange={(kind) => patch({ kind: kind === 'assigned' ? 'assigned' : 'open' })}
    >
      <Stack gap="sm" mt="xs">
        <Radio value="open" label="Open" description="Everybody who publishes, and programs with a key for it." />
        <Radio
          value="assigned"
          label="Assigned"
          description="Only the people named below; no program. The same goes for its channels, however they are chosen."
        />
      </Stack>
    </Radio.Group>
  );
}

function Channels({ wanted, patch, topic, error }: FieldProps): ReactElement {
  const channels = useQuery(channelsQuery);
  return (
    <ChannelsSelect
      label="Channels"
      description="Public channels. A request to this topic has one message in each."
      value={wanted.channelIds}
      onChange={(channelIds) => patch({ channelIds })}
      kept={topic?.channels ?? []}
      error={error ?? (channels.isError ? sentenceOf(channels.error) : undefined)}
    />
  );
}

function People({ wanted, patch, topic, error }: FieldProps): ReactElement {
  const people = useQuery(topicPublishersQuery);
  return (
    <MultiSelect
      classNames={{ inputField: classes.field }}
      label="People"
      description="Owners and admins, too, post there only where they are named."
      placeholder={wanted.publisherIds.length === 0 ? 'Choose people' : undefined}
      searchable
      nothingFoundMessage="Nobody of that name publishes here"
      data={withKept(people.data?.people ?? [], topic?.publishers ?? [])}
      value={[...wanted.publisherIds]}
      onChange={(publisherIds) => patch({ publisherIds })}
      error={error ?? (people.isError ? sentenceOf(people.error) : undefined)}
    />
  );
}

type Named = { readonly id: string; readonly name: string };

/** What was chosen before can be taken out, also where it is not offered any more. */
function withKept(offered: readonly Named[], kept: readonly Named[]) {
  const all = new Map([...kept, ...offered].map(({ id, name }) => [id, name]));
  return [...all].map(([value, label]) => ({ value, label }));
}
