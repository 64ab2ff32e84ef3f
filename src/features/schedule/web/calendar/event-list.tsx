import { ActionIcon, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Fragment, type ReactElement } from 'react';
import { dayWords } from '../../calendar/describe.ts';
import { dateOf, dayOf, localOf } from '../../calendar/local.ts';
import classes from './calendar.module.css';
import { usualSpan } from './draft.ts';
import type { ShownEvent } from './event.ts';
import { colourOf } from './event-block.tsx';
import { daysOf } from './range.ts';
import type { ViewProps } from './time-grid.tsx';

/** Day after day as a list: what fits a phone, and reads well aloud. */
export function EventList<Event extends ShownEvent>(props: ViewProps<Event>): ReactElement {
  const { events, range, now, usual, onCreate, onOpen } = props;
  return (
    <section className={classes.list} aria-label={props.label}>
      {daysOf(range).map((day) => {
        const begin = events.filter((event) => dayOf(event.start) === day);
        const words = dayWords(dateOf(day));
        return (
          <Fragment key={day}>
            <div className={classes.listDay} data-today={day === dayOf(now) || undefined}>
              <span>
                {words}
                {day === dayOf(now) && ' · today'}
              </span>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={`Add on ${words}`}
                onClick={() => onCreate(usualSpan(day, usual), null)}
              >
                <IconPlus size={18} />
              </ActionIcon>
            </div>
            {begin.map((event) => (
              <button
                key={event.key}
                type="button"
                className={classes.listEvent}
                style={{ '--event': colourOf(event.colour) } as Record<string, string>}
                onClick={() => onOpen(event)}
              >
                <b className={classes.listTitle}>{event.title}</b>
                <span className="tabular">
                  {localOf(event.start).slice(11)}–{localOf(event.end).slice(11)}
                </span>
              </button>
            ))}
            {begin.length === 0 && (
              <Text size="sm" c="dimmed">
                Nothing
              </Text>
            )}
          </Fragment>
        );
      })}
    </section>
  );
}
