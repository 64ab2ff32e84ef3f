import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { type Day, formatDay } from '../../../../web/zoned-time.ts';
import classes from './calendar.module.css';
import type { Entry } from './calendar-api.ts';
import { NewOnDay } from './compose-on-day.tsx';
import type { DayEntries } from './days.ts';
import { EndMark, EntryChip } from './entry-chip.tsx';

interface Props {
  readonly days: readonly Day[];
  readonly today: Day;
  readonly on: (day: Day) => DayEntries;
  readonly onMove: ((entry: Entry) => void) | undefined;
}

/** For phones: the days with something on them, one under another. */
export function Agenda({ days, today, on, onMove }: Props): ReactElement {
  const full = days.filter((day) => on(day).out.length + on(day).ending.length > 0 || day === today);
  if (full.length === 0) return <Text c="dimmed">Nothing goes out or ends in this time.</Text>;
  return (
    <ol className={classes.agenda}>
      {full.map((day) => (
        <li key={day} data-today={day === today || undefined}>
          <header className={classes.agendaHead}>
            <b>{formatDay(day)}</b>
            {onMove !== undefined && day >= today && <NewOnDay day={day} />}
          </header>
          {on(day).out.map((entry) => (
            <EntryChip key={entry.id} entry={entry} onMove={onMove} />
          ))}
          {on(day).ending.map((entry) => (
            <EndMark key={entry.id} entry={entry} />
          ))}
          {on(day).out.length + on(day).ending.length === 0 && (
            <Text size="sm" c="dimmed">
              Nothing today
            </Text>
          )}
        </li>
      ))}
    </ol>
  );
}
