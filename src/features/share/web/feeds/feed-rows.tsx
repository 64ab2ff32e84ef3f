import { Badge, Button, Menu, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDots, IconPencil, IconPlayerPause, IconPlayerPlay, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { sentenceOf } from '../../../../web/problem.ts';
import { placeWords } from '../topics/places.ts';
import type { Feed } from './contract.ts';
import { everyWords, modeWords, statusOf } from './feed-words.ts';
import classes from './feeds.module.css';
import { checkFeed, deleteFeed, pauseFeed, restoreFeed, resumeFeed } from './feeds-api.ts';

/** All feeds with how they are doing. */
export function FeedRows({ feeds }: { readonly feeds: readonly Feed[] }): ReactElement {
  const now = new Date();
  return (
    <ul className={classes.rows} aria-label="Feeds">
      {feeds.map((feed) => (
        <li key={feed.id}>
          <FeedCard feed={feed} now={now} />
        </li>
      ))}
    </ul>
  );
}

function FeedCard({ feed, now }: { readonly feed: Feed; readonly now: Date }): ReactElement {
  const status = statusOf(feed, now);
  return (
    <article className={classes.card}>
      <div style={{ minWidth: 0 }}>
        <TextLink to="/feeds/$id" params={{ id: feed.id }} className={classes.title} c="inherit">
          {feed.name}
        </TextLink>
        {feed.failing && (
          <Badge color="red" variant="light" ml="xs">
            Failing
          </Badge>
        )}
        <div className={classes.more}>{feed.url}</div>
        <div className={classes.more}>
          {modeWords[feed.mode].label} · {everyWords(feed.intervalMinutes)} · at most {feed.dailyCap} a day
          {feed.channels.length > 0 && ` · ${placeWords(feed.channels)}`}
        </div>
        <div className={classes.status} data-tone={status.tone} role={status.tone === 'bad' ? 'alert' : undefined}>
          {status.label}
        </div>
        {status.text !== '' && <div className={classes.more}>{status.text}</div>}
        {feed.movedFrom !== null && (
          <Text size="sm" c="dimmed">
            It has moved here from {feed.movedFrom}; the address was changed.
          </Text>
        )}
      </div>
      <FeedActs feed={feed} />
    </article>
  );
}

function FeedActs({ feed }: { readonly feed: Feed }): ReactElement {
  const navigate = useNavigate();
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: (work: (id: string) => Promise<unknown>) => work(feed.id),
    onSettled: () => client.invalidateQueries({ queryKey: ['feeds'] }),
    onError: (error) => notifications.show({ color: 'red', message: sentenceOf(error) }),
  });
  const remove = async () => {
    await act.mutateAsync(deleteFeed);
    const id = `deleted-${feed.id}`;
    const undo = () => {
      notifications.hide(id);
      act.mutate(restoreFeed);
    };
    const button = (
      <Button size="compact-sm" variant="default" mt={6} onClick={undo}>
        Undo
      </Button>
    );
    notifications.show({ id, color: 'pine', title: `“${feed.name}” was deleted`, message: button, autoClose: 15_000 });
  };
  return (
    <div className={classes.acts}>
      <LookButton feed={feed} busy={act.isPending} onAct={act.mutate} />
      <Menu position="bottom-end" width={180}>
        <Menu.Target>
          <Button variant="default" size="xs" px="xs" aria-label={`More for ${feed.name}`}>
            <IconDots size={18} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconPencil size={16} />}
            onClick={() => void navigate({ to: '/feeds/$id', params: { id: feed.id } })}
          >
            Edit
          </Menu.Item>
          {feed.state === 'on' && (
            <Menu.Item leftSection={<IconPlayerPause size={16} />} onClick={() => act.mutate(pauseFeed)}>
              Pause
            </Menu.Item>
          )}
          <Menu.Item
            color="red"
            leftSection={<IconTrash size={16} />}
            onClick={() => void remove().catch(() => undefined)}
          >
            Delete
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

interface LookProps {
  readonly feed: Feed;
  readonly busy: boolean;
  readonly onAct: (work: (id: string) => Promise<unknown>) => void;
}

function LookButton({ feed, busy, onAct }: LookProps): ReactElement {
  const on = feed.state === 'on';
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={on ? <IconRefresh size={16} aria-hidden /> : <IconPlayerPlay size={16} aria-hidden />}
      loading={busy}
      onClick={() => onAct(on ? checkFeed : resumeFeed)}
    >
      {on ? 'Check now' : 'Switch on'}
    </Button>
  );
}
