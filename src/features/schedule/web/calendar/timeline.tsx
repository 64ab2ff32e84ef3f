import { memo, type ReactElement, useMemo, useRef, useState } from 'react';
import { dayWords } from '../../calendar/describe.ts';
import { dateOf, dayMinutes, dayOf, localOf } from '../../calendar/local.ts';
import classes from './calendar.module.css';
import { type Draft, withDraft } from './draft.ts';
import type { ShownEvent } from './event.ts';
import { EventBlock, Ghost } from './event-block.tsx';
import { layRow } from './layout.ts';
import { daysOf } from './range.ts';
import type { ViewProps } from './time-grid.tsx';
import { useEditing } from './use-editing.ts';
import { visibleRows } from './visible-rows.ts';
import type { WallSpan } from './wall-span.ts';

const headHeight = 36;
const laneHeight = 30;
const rowPadding = 8;
const nameWidth = 148;
/** Rows are chosen anew each time so many pixels were scrolled; more are drawn than are seen. */
const drawnAhead = 120;
const none: readonly never[] = [];

interface Props<Event extends ShownEvent> extends ViewProps<Event> {
  readonly rows: readonly string[];
  /** Height of what is seen at once; more rows scroll. */
  readonly height: number;
}

/** Rows below each other, time running across. Only the rows that are seen are drawn. */
export function Timeline<Event extends ShownEvent>(props: Props<Event>): ReactElement {
  const { range, rows, label, hint, now, height } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLDivElement>(null);
  const [scrolled, setScrolled] = useState(0);
  const days = daysOf(range);
  const dayWidth = days.length <= 7 ? 168 : days.length <= 16 ? 96 : 56;
  const byRow = useMemo(() => Map.groupBy(props.events, (event) => event.row), [props.events]);
  const heights = useMemo(
    () => rows.map((row) => rowHeight(layRow(byRow.get(row) ?? none, leastMinutes(dayWidth)).lanes)),
    [rows, byRow, dayWidth],
  );
  const drawnRows = visibleRows(heights, { from: scrolled, until: scrolled + height });
  const spotAt = (x: number, y: number) => {
    const place = area.current?.getBoundingClientRect();
    if (place === undefined) return null;
    const at = Math.min(place.width, Math.max(0, x - place.left));
    const row = drawnRows.rows.find(({ top, height: tall }) => y - place.top >= top && y - place.top < top + tall);
    const wall = range.from * dayMinutes + (at / dayWidth) * dayMinutes;
    return { wall, row: row === undefined ? null : (rows[row.index] ?? null) };
  };
  const { draft, surface } = useEditing({ ...props, axis: 'across', spotAt });
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      data-scroller
      style={{ maxHeight: height }}
      onScroll={(event) => setScrolled(Math.floor(event.currentTarget.scrollTop / drawnAhead) * drawnAhead)}
    >
      <div style={{ width: nameWidth + days.length * dayWidth, position: 'relative' }}>
        <TimelineHead days={days} dayWidth={dayWidth} today={dayOf(now)} />
        <RowNames rows={rows} drawn={drawnRows} />
        <section
          ref={area}
          className={classes.timeline}
          style={{ left: nameWidth, height: drawnRows.height, ...{ '--day': `${dayWidth}px` } }}
          aria-label={`${label}: choose a row and a free time with the arrows, Enter creates`}
          {...surface}
        >
          {drawnRows.rows.map(({ index, top, height: tall }) => (
            <MemoRow
              key={rows[index]}
              events={byRow.get(rows[index] ?? '') ?? none}
              top={top}
              height={tall}
              from={range.from}
              dayWidth={dayWidth}
              draft={draft?.row === rows[index] ? draft : null}
              hint={hint}
            />
          ))}
        </section>
      </div>
    </div>
  );
}

interface HeadProps {
  readonly days: readonly number[];
  readonly dayWidth: number;
  readonly today: number;
}

function TimelineHead({ days, dayWidth, today }: HeadProps): ReactElement {
  return (
    <div className={classes.timelineHead} style={{ height: headHeight, paddingLeft: nameWidth }}>
      {days.map((day) => (
        <span
          key={day}
          className={classes.timelineDay}
          style={{ width: dayWidth }}
          aria-current={day === today ? 'date' : undefined}
        >
          {dayWords(dateOf(day))
            .split(' ')
            .slice(0, dayWidth < 60 ? 2 : 3)
            .join(' ')}
        </span>
      ))}
    </div>
  );
}

interface NamesProps {
  readonly rows: readonly string[];
  readonly drawn: ReturnType<typeof visibleRows>;
}

function RowNames({ rows, drawn }: NamesProps): ReactElement {
  return (
    <div className={classes.timelineNames} style={{ width: nameWidth, height: drawn.height }}>
      {drawn.rows.map(({ index, top, height: tall }) => (
        <div key={rows[index]} style={{ top, height: tall }}>
          {rows[index]}
        </div>
      ))}
    </div>
  );
}

interface RowProps {
  readonly events: readonly ShownEvent[];
  readonly top: number;
  readonly height: number;
  readonly from: number;
  readonly dayWidth: number;
  readonly draft: Draft | null;
  readonly hint: string;
}

function Row({ events, top, height, from, dayWidth, draft, hint }: RowProps): ReactElement {
  const { placed } = layRow(withDraft(events, draft), leastMinutes(dayWidth));
  const across = ({ start, end }: WallSpan) => ({
    left: ((start - from * dayMinutes) / dayMinutes) * dayWidth,
    width: Math.max(10, ((end - start) / dayMinutes) * dayWidth - 2),
  });
  const times = (span: WallSpan) => `${localOf(span.start).slice(11)}–${localOf(span.end).slice(11)}`;
  return (
    <div className={classes.row} style={{ top, height }}>
      {[...placed]
        .sort((one, other) => (one.event.key < other.event.key ? -1 : 1))
        .map(({ event, lane }) => (
          <EventBlock
            key={event.key}
            event={event}
            style={{ ...across(event), top: rowPadding / 2 + lane * laneHeight, height: laneHeight - 2 }}
            isDraft={draft?.key === event.key}
            edges={['start', 'end']}
            shape="line"
            hint={hint}
          />
        ))}
      {draft !== null && draft.key === null && (
        <Ghost style={{ ...across(draft.span), top: 4, height: laneHeight - 2 }} words={times(draft.span)} />
      )}
    </div>
  );
}

/** While one event is dragged, the rows of all others stay as they are. */
const MemoRow = memo(Row);

function rowHeight(lanes: number): number {
  return lanes * laneHeight + rowPadding;
}

/** How many minutes the narrowest event takes up. */
function leastMinutes(dayWidth: number): number {
  return (12 / dayWidth) * dayMinutes;
}
