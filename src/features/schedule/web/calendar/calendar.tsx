import { VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactElement, useId, useMemo, useState } from 'react';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { sentenceOf } from '../../../../web/problem.ts';
import { addDays, wallTimeAt } from '../../../../web/zoned-time.ts';
import type { Scope } from '../../calendar/change.ts';
import { dateOf, dayOf, type Weekday, wall } from '../../calendar/local.ts';
import classes from './calendar.module.css';
import { keyHint, usualSpan, wallWords } from './draft.ts';
import { type CalendarEvent, changeTo, eventsOf } from './event.ts';
import { EventList } from './event-list.tsx';
import { EventWindow, type Opened, targetOf } from './event-window.tsx';
import { MonthGrid } from './month-grid.tsx';
import { type CalendarPlace, type CalendarView, type DayRange, rangeOf } from './range.ts';
import { ScopeWindow } from './scope-window.tsx';
import type { CalendarAnswer, CalendarKind, CalendarSource } from './source.ts';
import { TimeGrid, type ViewProps } from './time-grid.tsx';
import { Timeline } from './timeline.tsx';
import { Toolbar } from './toolbar.tsx';
import { type Act, useSeries } from './use-series.tsx';
import type { WallSpan } from './wall-span.ts';

interface Props<Payload> {
  readonly label: string;
  readonly source: CalendarSource<Payload>;
  readonly kind: CalendarKind<Payload>;
  readonly weekStart: Weekday;
  /** The zone in which "today" is meant until the calendar's own is known. */
  readonly zone: string;
}

const views: readonly CalendarView[] = ['day', 'week', 'month', 'timeline', 'list'];
const phoneViews: readonly CalendarView[] = ['list', 'day'];

/** A calendar of shifts or of times, to be looked at and changed by pointer and by keys. */
export function Calendar<Payload>(props: Props<Payload>): ReactElement {
  const { source, weekStart } = props;
  const isPhone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false }) ?? false;
  const today = dayOf(wall(wallTimeAt(new Date(), props.zone)));
  const [chosen, setPlace] = useState<CalendarPlace>({ view: isPhone ? 'list' : 'week', day: today, days: 14 });
  const place: CalendarPlace = isPhone && !phoneViews.includes(chosen.view) ? { ...chosen, view: 'list' } : chosen;
  const range = rangeOf(place, weekStart);
  const [from, to] = [dateOf(range.from), addDays(dateOf(range.until), -1)];
  const answer = useQuery({
    queryKey: ['schedule', ...source.key, from, to],
    queryFn: ({ signal }) => source.load(from, to, signal),
    placeholderData: keepPreviousData,
  });
  const [opened, setOpened] = useState<Opened<Payload> | null>(null);
  const add = (span: WallSpan, row: string | null) =>
    setOpened({ kind: 'create', span, payload: row === null ? props.kind.first : props.kind.inRow(row) });
  return (
    <div>
      <Toolbar
        place={place}
        onPlace={setPlace}
        weekStart={weekStart}
        today={today}
        views={isPhone ? phoneViews : views}
        add={`Add a ${props.kind.noun}`}
        onAdd={() => add(usualSpan(Math.max(range.from, Math.min(today, range.until - 1)), props.kind.usual), null)}
      />
      {answer.isPending && (
        <Panel>
          <LoadingLines count={8} height={36} />
        </Panel>
      )}
      {answer.isError && <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.data !== undefined && (
        <div className={answer.isPlaceholderData ? classes.waiting : undefined}>
          <Body
            {...props}
            answer={answer.data}
            place={place}
            range={range}
            opened={opened}
            onOpened={setOpened}
            onAdd={add}
            onDay={(day) => setPlace({ ...place, view: 'day', day })}
          />
        </div>
      )}
    </div>
  );
}

interface BodyProps<Payload> extends Props<Payload> {
  readonly answer: CalendarAnswer<Payload>;
  readonly place: CalendarPlace;
  readonly range: DayRange;
  readonly opened: Opened<Payload> | null;
  readonly onOpened: (opened: Opened<Payload> | null) => void;
  readonly onAdd: (span: WallSpan, row: string | null) => void;
  readonly onDay: (day: number) => void;
}

/** Something done by dragging or by keys, that waits for the answer to "how many of the series?". */
type Asked<Payload> =
  | { readonly kind: 'move'; readonly event: CalendarEvent<Payload>; readonly span: WallSpan }
  | { readonly kind: 'remove'; readonly event: CalendarEvent<Payload> };

/**
 * What is done by dragging or by keys. It stays where it was put until the server has answered; of what repeats,
 * it is asked first how much is meant.
 */
function useQuickChanges<Payload>({ answer, kind, source }: BodyProps<Payload>, announce: (words: string) => void) {
  const [asked, setAsked] = useState<Asked<Payload> | null>(null);
  const [held, setHeld] = useState<Asked<Payload> | null>(null);
  const series = useSeries(source);
  const loaded = useMemo(() => eventsOf(answer.occurrences, answer.series, kind), [answer, kind]);
  const waiting = asked?.kind === 'move' ? asked : held;
  const events = useMemo(() => loaded.flatMap((event) => withHeld(event, waiting)), [loaded, waiting]);
  const quietly = (act: Act<Payload>, meanwhile: Asked<Payload>, words: string) => {
    setHeld(meanwhile);
    series.mutate(act, {
      onSuccess: () => announce(words),
      onError: (error) => notifications.show({ color: 'red', title: 'Not changed', message: sentenceOf(error) }),
      onSettled: () => setHeld(null),
    });
  };
  const carryOut = (what: Asked<Payload>, scope: Scope) => {
    setAsked(null);
    const target = targetOf(what.event, scope);
    if (what.kind === 'remove') return quietly({ kind: 'remove', target }, what, 'Taken away.');
    const change = changeTo(what.event, what.span);
    if (change !== null) quietly({ kind: 'change', target, change }, what, `Kept: ${wallWords(what.span)}.`);
  };
  const consider = (what: Asked<Payload>) => (what.event.repeats ? setAsked(what) : carryOut(what, 'all'));
  return { series, loaded, events, asked, consider, carryOut, forget: () => setAsked(null) };
}

function Body<Payload>(props: BodyProps<Payload>): ReactElement {
  const { answer, kind, opened, onOpened, label } = props;
  const [said, announce] = useState('');
  const hint = useId();
  const { series, loaded, events, asked, consider, carryOut, forget } = useQuickChanges(props, announce);
  const view = {
    ...{ events, range: props.range, zone: answer.zone, usual: kind.usual, label, hint, announce },
    now: wall(wallTimeAt(new Date(), answer.zone)),
    onCreate: props.onAdd,
    onChange: (event: CalendarEvent<Payload>, span: WallSpan) => {
      if (changeTo(event, span) !== null) consider({ kind: 'move', event, span });
    },
    onOpen: (event: CalendarEvent<Payload>) => {
      series.reset();
      onOpened({ kind: 'change', event: loaded.find(({ key }) => key === event.key) ?? event });
    },
    onRemove: (event: CalendarEvent<Payload>) => consider({ kind: 'remove', event }),
  };
  return (
    <>
      <VisuallyHidden id={hint}>{keyHint(axisOf(props.place.view))}</VisuallyHidden>
      <VisuallyHidden aria-live="assertive">{said}</VisuallyHidden>
      <View {...view} place={props.place} kind={kind} onDay={props.onDay} />
      <EventWindow
        opened={opened}
        kind={kind}
        weekStart={props.weekStart}
        sending={series}
        onAct={(act) => series.mutate(act, { onSuccess: () => onOpened(null) })}
        onRemove={(event) => {
          onOpened(null);
          consider({ kind: 'remove', event });
        }}
        onClose={() => onOpened(null)}
      />
      <ScopeWindow
        title={asked === null ? null : asked.kind === 'remove' ? `Delete the ${kind.noun}?` : `Move the ${kind.noun}?`}
        explains={asked === null ? '' : `It repeats: ${asked.event.series.words}.`}
        danger={asked?.kind === 'remove'}
        busy={series.isPending}
        onChoose={(scope) => asked !== null && carryOut(asked, scope)}
        onClose={forget}
      />
    </>
  );
}

interface ShownProps<Payload> extends ViewProps<CalendarEvent<Payload>> {
  readonly place: CalendarPlace;
  readonly kind: CalendarKind<Payload>;
  readonly onDay: (day: number) => void;
}

function View<Payload>({ place, kind, onDay, ...view }: ShownProps<Payload>): ReactElement {
  const rows = useMemo(
    () => [...new Set([...kind.rows, ...view.events.map(({ row }) => row)])],
    [kind.rows, view.events],
  );
  if (place.view === 'month') return <MonthGrid {...view} day={place.day} onDay={onDay} />;
  if (place.view === 'list') return <EventList {...view} />;
  if (place.view !== 'timeline') return <TimeGrid {...view} />;
  return <Timeline {...view} rows={rows} height={560} />;
}

/** What was moved stays where it was put until the server has answered; what was taken away is gone. */
function withHeld<Payload>(
  event: CalendarEvent<Payload>,
  held: Asked<Payload> | null,
): readonly CalendarEvent<Payload>[] {
  if (held === null || held.event.key !== event.key) return [event];
  return held.kind === 'remove' ? [] : [{ ...event, ...held.span }];
}

function axisOf(view: CalendarView): 'down' | 'days' | 'across' {
  return view === 'month' ? 'days' : view === 'timeline' ? 'across' : 'down';
}
