import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Confirm } from '../../../../web/controls/confirm.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { useSignedIn } from '../../../../web/queries.ts';
import { TopicWindow } from './topic-window.tsx';
import classes from './topics.module.css';
import { deleteTopic, type Topic, topicsQuery } from './topics-api.ts';

/** Every topic with its channels and who may post there; owners and admins change them. */
export function TopicsPanel(): ReactElement {
  const { manage } = useSignedIn().can;
  const found = useQuery(topicsQuery);
  const [editing, setEditing] = useState<Topic | 'new' | null>(null);
  const topics = found.data?.topics ?? [];
  return (
    <Panel
      title="Topics"
      explains="What requests are about, with the Slack channels that each goes to. Anybody who publishes posts to an open topic; to an assigned one, and to its channels, only the people named for it."
    >
      {found.isPending && <LoadingLines count={3} />}
      {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
      {found.isSuccess && topics.length === 0 && (
        <Text size="sm" c="dimmed">
          There are none yet. Requests go to the channels that are chosen for each.
        </Text>
      )}
      <ul className={classes.topics}>
        {topics.map((topic) => (
          <TopicRow key={topic.id} topic={topic} onEdit={manage ? () => setEditing(topic) : null} />
        ))}
      </ul>
      {manage ? (
        <Button
          variant="default"
          mt="md"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setEditing('new')}
        >
          Add a topic
        </Button>
      ) : (
        <Text size="sm" c="dimmed" mt="sm">
          Owners and admins change this.
        </Text>
      )}
      {editing !== null && <TopicWindow topic={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Panel>
  );
}

function TopicRow({ topic, onEdit }: { readonly topic: Topic; readonly onEdit: (() => void) | null }): ReactElement {
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => deleteTopic(topic.id),
    onSuccess: async () => {
      setAsking(false);
      await client.invalidateQueries({ queryKey: ['requests'] });
    },
  });
  return (
    <li className={classes.topic}>
      <Stack gap={2} style={{ minWidth: 0 }}>
        <Group gap="xs">
          <b>{topic.name}</b>
          <Badge variant="light" color={topic.kind === 'open' ? 'pine' : 'lilac'} tt="none">
            {topic.kind === 'open' ? 'Open' : 'Assigned'}
          </Badge>
        </Group>
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {topic.channels.map(({ name }) => `#${name}`).join(', ')}
          {topic.kind === 'assigned' && ` · ${topic.publishers.map(({ name }) => name).join(', ')}`}
        </Text>
      </Stack>
      {onEdit !== null && (
        <Group gap={4} ml="auto" wrap="nowrap">
          <Button size="compact-sm" variant="subtle" onClick={onEdit} aria-label={`Change ${topic.name}`}>
            Change
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="red"
            onClick={() => setAsking(true)}
            aria-label={`Delete ${topic.name}`}
          >
            Delete
          </Button>
        </Group>
      )}
      <Confirm
        opened={asking}
        onClose={() => {
          setAsking(false);
          remove.reset();
        }}
        title={`Delete “${topic.name}”?`}
        confirm="Delete topic"
        onConfirm={() => remove.mutate()}
        busy={remove.isPending}
        error={remove.error}
        danger
      >
        Its channels stay as they are in Slack, and so do the requests that went there. Drafts that name it have to be
        given another.
      </Confirm>
    </li>
  );
}
