import { ActionIcon, Button, Group, SegmentedControl, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type ReactElement, useRef, useState } from 'react';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { useSignedIn, useTimeZone } from '../../../../web/queries.ts';
import { type Day, dayAt, formatDay, zoneLabel } from '../../../../web/zoned-time.ts';
import { QuietCalendar } from '../pacing/quiet-calendar.tsx';
import { Agenda } from './agenda.tsx';
import { calendarQuery, type Entry } from './calendar-api.ts';
import { byDay, daysOf, landingOf, stepped, type View } from './days.ts';
import { MonthGrid } from './month-grid.tsx';
import { MoveWindow } from './move-window.tsx';
import { useCalendarDrop } from './use-drop.ts';
import { useMoving } from './use-moving.ts';
import { WeekGrid } from './week-grid.tsx';

const route = getRouteApi('/app/requests/calendar');

/** Everything that is planned, open and past, on the days of the organisation. */
export function CalendarPage(): ReactElement {
  const timeZone = useTimeZone();
  const today = dayAt(new Date(), timeZone);
  const { day = today, view = 'month' } = route.useSearch();
  const days = daysOf(view, day);
  const [from = day, to = day] = [days[0], days.at(-1)];
  const calendar = useQuery({ ...calendarQuery(from, to), placeholderData: keepPreviousData });
  return (
    <>
      <PageHead
        title="Calendar"
        explains={`What goes out when, in ${zoneLabel(timeZone)}. Drag what is scheduled or in review, or use its menu, to move it.`}
        above={
          <TextLink to="/requests" size="sm" c="dimmed">
            Requests
          </TextLink>
        }
      />
      <Switches view={view} day={day} today={today} days={days} />
      {calendar.isError && <ErrorPanel error={calendar.error} onRetry={() => void calendar.refetch()} />}
      {calendar.isPending && (
        <Panel>
          <LoadingLines count={10} />
        </Panel>
      )}
      {calendar.data?.more && (
        <Text size="sm" c="dimmed" mb="xs">
          There is more than fits here. Look at single weeks.
        </Text>
      )}
      {calendar.data !== undefined && (
        <QuietCalendar>
          <Board entries={calendar.data.entries} {...{ view, day, today, days }} />
        </QuietCalendar>
      )}
    </>
  );
}

interface Shown {
  readonly view: View;
  readonly day: Day;
  readonly today: Day;
  readonly days: readonly Day[];
}

function titleOf({ view, day, days }: Shown): string {
  if (view === 'week') return `${formatDay(days[0] ?? day)} – ${formatDay(days.at(-1) ?? day)} ${day.slice(0, 4)}`;
  const first = new Date(`${day}T00:00:00Z`);
  return first.toLocaleDateString('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' });
}

function Switches(shown: Shown): ReactElement {
  const { view, day } = shown;
  const navigate = useNavigate({ from: '/requests/calendar' });
  const go = (search: { readonly day?: Day | undefined; readonly view?: View | undefined }) =>
    void navigate({ search: { view: view === 'month' ? undefined : view, day, ...search }, replace: true });
  return (
    <Group justify="space-between" mb="md" gap="sm">
      <Group gap="xs">
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={`Previous ${view}`}
          onClick={() => go({ day: stepped(view, day, -1) })}
        >
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={`Next ${view}`}
          onClick={() => go({ day: stepped(view, day, 1) })}
        >
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
        <Button variant="default" size="sm" onClick={() => go({ day: undefined })}>
          Today
        </Button>
        <Text component="h2" fw={650} size="lg" aria-live="polite">
          {titleOf(shown)}
        </Text>
      </Group>
      <SegmentedControl
        aria-label="View"
        value={view}
        onChange={(next) => go({ view: next === 'week' ? 'week' : undefined })}
        data={[
          { value: 'month', label: 'Month' },
          { value: 'week', label: 'Week' },
        ]}
      />
    </Group>
  );
}

function Board({ entries, view, day, today, days }: Shown & { readonly entries: readonly Entry[] }): ReactElement {
  const timeZone = useTimeZone();
  const phone = useMediaQuery('(max-width: 48em)');
  const { publish } = useSignedIn().can;
  const board = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<Entry | null>(null);
  const move = useMoving();
  useCalendarDrop(board, (id, spot) => {
    const entry = entries.find((one) => one.id === id);
    if (entry !== undefined) void move(entry, landingOf(entry, spot, timeZone, new Date()));
  });
  const on = byDay(entries, timeZone);
  const onMove = publish ? setAsked : undefined;
  const shared = { days, today, on, onMove };
  return (
    <div ref={board}>
      {phone && <Agenda {...shared} />}
      {!phone && view === 'month' && <MonthGrid {...shared} month={day.slice(0, 7)} />}
      {!phone && view === 'week' && <WeekGrid {...shared} />}
      {asked !== null && (
        <MoveWindow
          key={asked.id}
          entry={asked}
          onClose={() => setAsked(null)}
          onMove={(entry, to) => void move(entry, to)}
        />
      )}
    </div>
  );
}
