import { Anchor, Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { KeyboardEvent, ReactElement } from 'react';
import { sentenceOf } from '../../../../web/problem.ts';
import { formatAgo } from '../../../../web/zoned-time.ts';
import type { Item } from './contract.ts';
import classes from './feeds.module.css';
import { acceptItem, dismissItem, restoreItem } from './feeds-api.ts';
import { deciding, type ItemAct, neighbourStep } from './queue-keys.ts';

/** One item with what can be decided about it, by buttons and by keys. */
export function QueueItem({ item }: { readonly item: Item }): ReactElement {
  const { act, busy } = useDecision(item);
  const waits = item.state === 'waiting';
  const onKey = (event: KeyboardEvent<HTMLLIElement>): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = neighbourStep(event.key);
    const decision = deciding(event.key, waits, item.feed !== null);
    if (step === 0 && decision === null) return;
    event.preventDefault();
    const { currentTarget: row } = event;
    const next = step < 0 ? row.previousElementSibling : row.nextElementSibling;
    // What was decided about leaves the list, so the next one takes the focus.
    if (next instanceof HTMLElement) next.focus();
    if (decision !== null && !busy) act(decision);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys need a place to be pressed at
    <li tabIndex={0} onKeyDown={onKey} aria-keyshortcuts={keysOf(item)} aria-label={item.title}>
      <article className={`${classes.card} ${classes.item}`} data-plain={item.pictureUrl === null || undefined}>
        {item.pictureUrl !== null && <img className={classes.picture} src={item.pictureUrl} alt="" loading="lazy" />}
        <div style={{ minWidth: 0, display: 'grid', gap: 6 }}>
          <Anchor href={item.link} target="_blank" rel="noreferrer" className={classes.title} c="inherit">
            {item.title}
          </Anchor>
          <div className={classes.more}>
            {[sourceOf(item), item.author, `found ${formatAgo(item.foundAt)}`, endOf(item)].filter(Boolean).join(' · ')}
          </div>
          {item.description !== '' && (
            <Text size="sm" lineClamp={2}>
              {item.description}
            </Text>
          )}
          {item.suggestion !== null && item.suggestion.note !== '' && (
            <Text size="sm" c="dimmed" className={classes.note}>
              “{item.suggestion.note}”
            </Text>
          )}
          <Decisions waits={waits} sendable={item.feed !== null} busy={busy} act={act} />
        </div>
      </article>
    </li>
  );
}

function keysOf({ state, feed }: Item): string {
  if (state !== 'waiting') return 'r';
  return feed === null ? 'a d' : 'a s d';
}

/** A suggestion from nobody in particular is one whose sender wished to stay unnamed. */
function sourceOf({ feed, suggestion }: Item): string {
  if (feed !== null) return feed.name;
  return suggestion?.by ? `Suggested by ${suggestion.by}` : 'Suggested by a colleague';
}

function endOf({ state, expiresAt }: Item): string {
  if (state === 'expired') return `waited for too long, until ${formatAgo(expiresAt)}`;
  if (state === 'dismissed') return 'dismissed';
  const days = Math.ceil((Date.parse(expiresAt) - Date.now()) / 86_400_000);
  return days <= 1 ? 'expires within a day' : `expires in ${days} days`;
}

interface DecisionProps {
  readonly waits: boolean;
  /** A suggestion has no channel yet, so it is composed first. */
  readonly sendable: boolean;
  readonly busy: boolean;
  readonly act: (which: ItemAct) => void;
}

function Decisions({ waits, sendable, busy, act }: DecisionProps): ReactElement {
  if (!waits) {
    return (
      <div className={classes.acts}>
        <Button size="xs" variant="default" disabled={busy} onClick={() => act('restore')}>
          Bring back
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.acts}>
      <Button size="xs" disabled={busy} onClick={() => act('accept')}>
        Accept
      </Button>
      {sendable && (
        <Button size="xs" variant="default" disabled={busy} onClick={() => act('send')}>
          Accept and send
        </Button>
      )}
      <Button size="xs" variant="subtle" color="gray" disabled={busy} onClick={() => act('dismiss')}>
        Dismiss
      </Button>
    </div>
  );
}

function useDecision(item: Item) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const decide = useMutation({
    mutationFn: async (which: ItemAct) => {
      if (which === 'dismiss') await dismissItem(item.id);
      if (which === 'restore') await restoreItem(item.id);
      return which === 'accept' || which === 'send' ? acceptItem(item.id, which === 'send') : null;
    },
    onSuccess: async (made, which) => {
      // An accepted item is written on in the composer; the queue stays where several are sent or dismissed.
      if (made !== null && which === 'accept') {
        await navigate({ to: '/requests/$id/edit', params: { id: made.requestId } });
      }
      if (which === 'send') notifications.show({ color: 'pine', message: `“${item.title}” is on its way to Slack` });
      await client.invalidateQueries({ queryKey: ['requests'] });
    },
    onError: (error) => notifications.show({ color: 'red', title: item.title, message: sentenceOf(error) }),
    onSettled: () => client.invalidateQueries({ queryKey: ['feeds'] }),
  });
  return { act: (which: ItemAct) => decide.mutate(which), busy: decide.isPending };
}
