import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { Panel } from '../../../../web/controls/panels.tsx';
import { plural } from '../../../../web/figures.ts';
import { useTimeZone } from '../../../../web/queries.ts';
import { placeWords } from '../topics/places.ts';
import { waitingQueueQuery } from './pace-api.ts';
import classes from './pacing.module.css';
import { shortWaiting } from './words.ts';

/** What waits for its channels, the next to go first; nothing where nothing does. */
export function WaitingQueue(): ReactElement | null {
  const timeZone = useTimeZone();
  const waiting = useQuery(waitingQueueQuery).data?.requests ?? [];
  if (waiting.length === 0) return null;
  return (
    <Panel
      title={`${plural(waiting.length, 'request')} ${waiting.length === 1 ? 'waits' : 'wait'}`}
      explains="For the end of quiet time, or for room in their channels. The next to go is the first."
      mb="md"
    >
      <ol className={classes.queue}>
        {waiting.map((one) => (
          <li key={one.id}>
            <TextLink to="/requests/$id" params={{ id: one.id }} size="sm">
              {one.title || 'Untitled request'}
            </TextLink>
            <Text size="sm" c="dimmed">
              {placeWords(one.waiting.channels)} · {shortWaiting(one.waiting, timeZone)}
            </Text>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
