import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { momentText } from '../words.ts';
import type { RaiseEvent } from './contract.ts';
import { eventText, factsOf } from './raise-words.ts';
import classes from './raises.module.css';

/** What happened to a proposal, the last first. */
export function RaiseTimeline({ events }: { readonly events: readonly RaiseEvent[] }): ReactElement {
  const isChanged = events.some(({ kind }) => kind === 'changed');
  return (
    <ol className={classes.timeline}>
      {events.toReversed().map((event) => (
        <li key={`${event.kind} ${event.by} ${event.at}`}>
          <Text span>{eventText(event)}</Text>{' '}
          <Text span size="sm" c="dimmed">
            {momentText(event.at)}
          </Text>
          {event.words !== null && <Text className={classes.words}>{event.words}</Text>}
          {isChanged && event.terms !== null && (
            <Text size="sm" c="dimmed">
              {[...factsOf(event.terms).map(({ label, now }) => `${label}: ${now}`), event.terms.reason].join(' · ')}
            </Text>
          )}
        </li>
      ))}
    </ol>
  );
}
