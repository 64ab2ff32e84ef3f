import { type ReactElement, useEffect, useRef } from 'react';
import { useTimeZone } from '../../../../web/queries.ts';
import { type Day, formatDay, wallTimeAt } from '../../../../web/zoned-time.ts';
import { useQuietShade } from '../pacing/quiet-calendar.tsx';
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

const hours = Array.from({ length: 24 }, (_, hour) => hour);
/** What is in sight at first. */
const firstInSight = 7;
const weekday = (day: Day) =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', { timeZone: 'UTC', weekday: 'short' });

/** A week by the hours of its days; what is put down on an hour goes out in it. */
export function WeekGrid({ days, today, on, onMove }: Props): ReactElement {
  const timeZone = useTimeZone();
  const quiet = useQuietShade();
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${firstInSight}"]`);
    if (scroller.current !== null && row != null) scroller.current.scrollTop = row.offsetTop - 80;
  }, []);
  const hourOf = ({ at }: Entry) => (at === null ? -1 : Number(wallTimeAt(new Date(at), timeZone).slice(11, 13)));
  return (
    <div ref={scroller} className={classes.weekScroller}>
      <div className={classes.week}>
        <div className={classes.corner} />
        {days.map((day) => (
          <header key={day} className={classes.weekHead} data-today={day === today || undefined}>
            <span>
              {weekday(day)} <b>{formatDay(day)}</b>
            </span>
            {onMove !== undefined && day >= today && <NewOnDay day={day} />}
            {on(day).ending.map((entry) => (
              <EndMark key={entry.id} entry={entry} />
            ))}
          </header>
        ))}
        {hours.map((hour) => (
          <Row key={hour} hour={hour}>
            {days.map((day) => (
              <div key={day} className={classes.hour} data-day={day} data-hour={hour} style={quiet.hour(day, hour)}>
                {on(day)
                  .out.filter((entry) => hourOf(entry) === hour)
                  .map((entry) => (
                    <EntryChip key={entry.id} entry={entry} onMove={onMove} />
                  ))}
              </div>
            ))}
          </Row>
        ))}
      </div>
    </div>
  );
}

interface RowProps {
  readonly hour: number;
  readonly children: ReactElement[];
}

function Row({ hour, children }: RowProps): ReactElement {
  return (
    <>
      <div className={classes.clock} data-row={hour}>
        {String(hour).padStart(2, '0')}:00
      </div>
      {children}
    </>
  );
}
