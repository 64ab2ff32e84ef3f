import { type CSSProperties, type ReactElement, useLayoutEffect, useRef, useState } from 'react';
import { dayWords } from '../../calendar/describe.ts';
import { dateOf, dayMinutes, localOf } from '../../calendar/local.ts';
import classes from './calendar.module.css';
import { type Draft, withDraft } from './draft.ts';
import type { ShownEvent } from './event.ts';
import { EventBlock, Ghost } from './event-block.tsx';
import { layDay, type Piece } from './layout.ts';
import { type DayRange, daysOf } from './range.ts';
import { type EditingActs, useEditing } from './use-editing.ts';
import type { WallSpan } from './wall-span.ts';

/** What every view of a calendar is given. */
export interface ViewProps<Event extends ShownEvent> extends EditingActs<Event> {
  readonly events: readonly Event[];
  readonly range: DayRange;
  readonly zone: string;
  /** The time now on the clock of the zone. */
  readonly now: number;
  readonly usual: number;
  readonly label: string;
  /** Id of the sentence that says what keys do. */
  readonly hint: string;
}

/** Pixels of an hour. */
const hour = 44;
const hours = Array.from({ length: 23 }, (_, index) => index + 1);

/** A day or a week: days side by side, time running down. */
export function TimeGrid<Event extends ShownEvent>(props: ViewProps<Event>): ReactElement {
  const { range, label, hint, now } = props;
  const columns = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const days = daysOf(range);
  const spotAt = (x: number, y: number) => {
    const area = columns.current?.getBoundingClientRect();
    if (area === undefined) return null;
    const day = Math.min(days.length - 1, Math.max(0, Math.floor(((x - area.left) / area.width) * days.length)));
    const minute = Math.min(dayMinutes, Math.max(0, ((y - area.top) / area.height) * dayMinutes));
    return { wall: (range.from + day) * dayMinutes + minute, row: null };
  };
  const { draft, surface } = useEditing({ ...props, axis: 'down', rows: null, spotAt });
  const first = Math.min(7 * 60, ...props.events.map(({ start }) => start % dayMinutes));
  const [from] = useState(first);
  useLayoutEffect(() => {
    scroller.current?.scrollTo(0, (from / 60 - 0.25) * hour);
  }, [from]);
  return (
    <div className={classes.scroller} data-scroller ref={scroller}>
      <div className={classes.dayHeads} style={columnsOf(days.length)}>
        <span />
        {days.map((day) => (
          <DayHead key={day} day={day} isToday={day === Math.floor(now / dayMinutes)} />
        ))}
      </div>
      <div className={classes.grid}>
        <div className={classes.hours} aria-hidden>
          {hours.map((one) => (
            <span key={one} className="tabular" style={{ top: one * hour }}>
              {`${one}`.padStart(2, '0')}:00
            </span>
          ))}
        </div>
        <section
          ref={columns}
          className={classes.columns}
          style={{ height: 24 * hour, ...{ '--days': days.length, '--hour': `${hour}px` } }}
          aria-label={`${label}: choose a free time with the arrows, Enter creates`}
          {...surface}
        >
          <Pieces events={props.events} draft={draft} days={days} hint={hint} />
          {draft !== null && draft.key === null && <NewSpan span={draft.span} days={days} />}
          <NowLine now={now} days={days} />
        </section>
      </div>
    </div>
  );
}

function DayHead({ day, isToday }: { readonly day: number; readonly isToday: boolean }): ReactElement {
  const [weekday, ofMonth, month] = dayWords(dateOf(day)).split(' ');
  return (
    <div className={classes.dayHead} aria-current={isToday ? 'date' : undefined}>
      <span>{weekday}</span> <b className={isToday ? classes.today : classes.dayNumber}>{ofMonth}</b>{' '}
      <span>{month}</span>
    </div>
  );
}

interface PiecesProps {
  readonly events: readonly ShownEvent[];
  readonly draft: Draft | null;
  readonly days: readonly number[];
  readonly hint: string;
}

/** All pieces in one layer: an event that a key moves to another day stays the same element and keeps the focus. */
function Pieces({ events, draft, days, hint }: PiecesProps): ReactElement {
  const drawn = withDraft(events, draft);
  const pieces = days.flatMap((day, column) => layDay(drawn, day).map((piece) => ({ piece, column })));
  const seen = new Set<string>();
  return (
    <>
      {pieces
        .map(({ piece, column }) => {
          const isRest = seen.has(piece.event.key);
          seen.add(piece.event.key);
          return { piece, column, isRest, key: isRest ? `${piece.event.key} ${column}` : piece.event.key };
        })
        // React moves elements that change their order, and a moved element loses the focus.
        .sort((one, other) => (one.key < other.key ? -1 : 1))
        .map(({ piece, column, isRest, key }) => (
          <EventBlock
            key={key}
            event={piece.event}
            style={placeOf(piece, column, days.length)}
            isDraft={draft?.key === piece.event.key}
            edges={[...(piece.before ? [] : ['start' as const]), ...(piece.after ? [] : ['end' as const])]}
            shape={piece.bottom - piece.top < 45 ? 'line' : 'block'}
            hint={hint}
            isRest={isRest}
          />
        ))}
    </>
  );
}

function NewSpan({ span, days }: { readonly span: WallSpan; readonly days: readonly number[] }): ReactElement {
  const times = `${localOf(span.start).slice(11)}–${localOf(span.end).slice(11)}`;
  return (
    <>
      {days.map((day, column) =>
        layDay([span], day).map((piece) => (
          <Ghost key={day} style={placeOf(piece, column, days.length)} words={piece.before ? '' : times} />
        )),
      )}
    </>
  );
}

function NowLine({ now, days }: { readonly now: number; readonly days: readonly number[] }): ReactElement | null {
  const column = days.indexOf(Math.floor(now / dayMinutes));
  if (column === -1) return null;
  const left = `${(column / days.length) * 100}%`;
  return (
    <div
      className={classes.now}
      style={{ left, width: `${100 / days.length}%`, top: `${((now % dayMinutes) / dayMinutes) * 100}%` }}
      aria-hidden
    />
  );
}

function placeOf({ top, bottom, lane, lanes }: Piece<WallSpan>, column: number, columns: number): CSSProperties {
  const width = 100 / columns;
  return {
    top: `${(top / dayMinutes) * 100}%`,
    height: `max(20px, calc(${((bottom - top) / dayMinutes) * 100}% - 2px))`,
    left: `calc(${width * (column + lane / lanes)}% + 2px)`,
    width: `calc(${width / lanes}% - 6px)`,
  };
}

function columnsOf(days: number): CSSProperties {
  return { gridTemplateColumns: `56px repeat(${days}, minmax(0, 1fr))` };
}
