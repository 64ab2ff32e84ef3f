import { type CSSProperties, type ReactElement, useRef } from 'react';
import { dayWords } from '../../calendar/describe.ts';
import { calendarDate, dateOf, dayMinutes, dayOf } from '../../calendar/local.ts';
import classes from './calendar.module.css';
import { withDraft } from './draft.ts';
import type { ShownEvent } from './event.ts';
import { EventBlock, Ghost } from './event-block.tsx';
import { daysOf } from './range.ts';
import type { ViewProps } from './time-grid.tsx';
import { useEditing } from './use-editing.ts';

/** Pixels of a day: its number, and so many lines of events. */
const dayHeight = 128;
const headHeight = 28;
const lineHeight = 24;
const lines = 4;

interface Props<Event extends ShownEvent> extends ViewProps<Event> {
  /** The day around which the month is shown; days of other months are paler. */
  readonly day: number;
  readonly onDay: (day: number) => void;
}

/** A month of whole weeks. Events stand on the day on which they begin. */
export function MonthGrid<Event extends ShownEvent>(props: Props<Event>): ReactElement {
  const { range, label, hint, now, day: around, onDay } = props;
  const area = useRef<HTMLDivElement>(null);
  const days = daysOf(range);
  const spotAt = (x: number, y: number) => {
    const place = area.current?.getBoundingClientRect();
    if (place === undefined) return null;
    const column = Math.min(6, Math.max(0, Math.floor(((x - place.left) / place.width) * 7)));
    const week = Math.min(days.length / 7 - 1, Math.max(0, Math.floor((y - place.top) / dayHeight)));
    return { wall: (range.from + week * 7 + column) * dayMinutes + dayMinutes / 2, row: null };
  };
  const { draft, surface } = useEditing({ ...props, axis: 'days', rows: null, spotAt });
  const drawn = withDraft(props.events, draft);
  const { shown, more } = linesOf(drawn, range.from, days.length);
  return (
    <div className={classes.monthScroller}>
      <div className={classes.weekdays} aria-hidden>
        {days.slice(0, 7).map((day) => (
          <span key={day}>{dayWords(dateOf(day)).split(' ')[0]}</span>
        ))}
      </div>
      <section
        ref={area}
        className={classes.month}
        style={{ height: (days.length / 7) * dayHeight }}
        aria-label={`${label}: choose a day with the arrows, Enter creates`}
        {...surface}
      >
        <MonthDays days={days} around={around} today={dayOf(now)} />
        {[...shown]
          .sort((one, other) => (one.event.key < other.event.key ? -1 : 1))
          .map(({ event, line }) => (
            <EventBlock
              key={event.key}
              event={event}
              style={lineOf(dayOf(event.start) - range.from, line)}
              isDraft={draft?.key === event.key}
              edges={[]}
              shape="line"
              hint={hint}
            />
          ))}
        <MoreButtons more={more} from={range.from} onDay={onDay} />
        {draft !== null && draft.key === null && (
          <Ghost style={cellOf(dayOf(draft.span.start) - range.from)} words="" />
        )}
      </section>
    </div>
  );
}

interface DaysProps {
  readonly days: readonly number[];
  readonly around: number;
  readonly today: number;
}

function MonthDays({ days, around, today }: DaysProps): ReactElement {
  return (
    <>
      {days.map((day, index) => (
        <div
          key={day}
          className={classes.monthDay}
          style={cellOf(index)}
          data-other={calendarDate(day).month !== calendarDate(around).month || undefined}
          data-today={day === today || undefined}
        >
          <span className="tabular">{calendarDate(day).day}</span>
        </div>
      ))}
    </>
  );
}

interface MoreProps {
  readonly more: Lines<ShownEvent>['more'];
  readonly from: number;
  readonly onDay: (day: number) => void;
}

/** Where a day has more events than lines: how many more, leading to the day. */
function MoreButtons({ more, from, onDay }: MoreProps): ReactElement {
  return (
    <>
      {more.map(({ day, count }) => (
        <button
          key={day}
          type="button"
          className={classes.more}
          style={lineOf(day - from, lines - 1)}
          onClick={() => onDay(day)}
          aria-label={`${count} more on ${dayWords(dateOf(day))}`}
        >
          {count} more
        </button>
      ))}
    </>
  );
}

interface Lines<Event extends ShownEvent> {
  readonly shown: readonly { readonly event: Event; readonly line: number }[];
  readonly more: readonly { readonly day: number; readonly count: number }[];
}

/** Which events of a month have a line to stand on, and on which days there are more than lines. */
export function linesOf<Event extends ShownEvent>(events: readonly Event[], from: number, count: number): Lines<Event> {
  const shown: { event: Event; line: number }[] = [];
  const more: { day: number; count: number }[] = [];
  for (let day = from; day < from + count; day += 1) {
    const begin = events.filter((event) => dayOf(event.start) === day).sort((one, other) => one.start - other.start);
    const fits = begin.length <= lines ? begin : begin.slice(0, lines - 1);
    shown.push(...fits.map((event, line) => ({ event, line })));
    if (begin.length > fits.length) more.push({ day, count: begin.length - fits.length });
  }
  return { shown, more };
}

function cellOf(index: number): CSSProperties {
  const left = `${((index % 7) / 7) * 100}%`;
  return { left, width: `${100 / 7}%`, top: Math.floor(index / 7) * dayHeight, height: dayHeight };
}

function lineOf(index: number, line: number): CSSProperties {
  const top = Math.floor(index / 7) * dayHeight + headHeight + line * lineHeight;
  const left = `calc(${((index % 7) / 7) * 100}% + 3px)`;
  return { left, width: `calc(${100 / 7}% - 6px)`, top, height: lineHeight - 2 };
}
