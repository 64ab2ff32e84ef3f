import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { type Day, formatDay } from '../../../../web/zoned-time.ts';
import { useQuietShade } from '../pacing/quiet-calendar.tsx';
import classes from './calendar.module.css';
import type { Entry } from './calendar-api.ts';
import { NewOnDay } from './compose-on-day.tsx';
import type { DayEntries } from './days.ts';
import { EndMark, EntryChip } from './entry-chip.tsx';

interface Props {
  readonly days: readonly Day[];
  readonly today: Day;
  /** YYYY-MM of the month that is shown: days beside it are faint. */
  readonly month: string;
  readonly on: (day: Day) => DayEntries;
  readonly onMove: ((entry: Entry) => void) | undefined;
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
/** A day with more shows how many more, which leads to its week. */
const most = 3;

/** A month, week under week. */
export function MonthGrid({ days, today, month, on, onMove }: Props): ReactElement {
  const quiet = useQuietShade();
  return (
    <div className={classes.month}>
      {weekdays.map((name) => (
        <div key={name} className={classes.weekday} aria-hidden>
          {name}
        </div>
      ))}
      {days.map((day) => {
        const { out, ending } = on(day);
        const more = out.length + ending.length - most;
        const room = Math.max(0, most - out.length);
        return (
          <section
            key={day}
            className={classes.day}
            data-day={day}
            data-today={day === today || undefined}
            data-beside={day.slice(0, 7) === month ? undefined : ''}
            data-quiet={quiet.day(day) || undefined}
            aria-label={quiet.day(day) ? `${formatDay(day)}, quiet day` : formatDay(day)}
          >
            <header>
              <span className={classes.number}>{Number(day.slice(8))}</span>
              {onMove !== undefined && day >= today && <NewOnDay day={day} />}
            </header>
            {out.slice(0, most).map((entry) => (
              <EntryChip key={entry.id} entry={entry} onMove={onMove} />
            ))}
            {ending.slice(0, room).map((entry) => (
              <EndMark key={entry.id} entry={entry} />
            ))}
            {more > 0 && (
              <Link to="/requests/calendar" search={{ view: 'week', day }} className={classes.more}>
                {more} more
              </Link>
            )}
          </section>
        );
      })}
    </div>
  );
}
