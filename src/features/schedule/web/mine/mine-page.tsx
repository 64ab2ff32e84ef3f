import { ActionIcon, Button, Group, SegmentedControl } from '@mantine/core';
import { IconBell, IconCalendarPlus, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { useTimeZone } from '../../../../web/queries.ts';
import { addDays, type Day, dayAt } from '../../../../web/zoned-time.ts';
import { dayName, type Span, spanName } from '../board/days.ts';
import { ClockPanel } from '../clock/clock-panel.tsx';
import { FeedWindow } from '../feeds/feed-window.tsx';
import { RemindersWindow } from '../messages/reminders-window.tsx';
import classes from './mine.module.css';
import { mineQuery } from './mine-api.ts';
import { mondayOf } from './mine-days.ts';
import type { MineSearch } from './mine-search.ts';
import { MyList } from './my-list.tsx';
import { MyWeekPanel } from './my-week.tsx';
import { NextShift } from './next-shift-panel.tsx';
import { TeamDay } from './team-day.tsx';
import { useSeen } from './use-seen.ts';

const route = getRouteApi('/member/team/mine');
type Show = NonNullable<MineSearch['show']>;

/** The list shows four weeks, the week one, the team a day. */
const stepOf: Readonly<Record<Show, number>> = { list: 28, week: 7, team: 1 };

function spanOf(show: Show, day: Day): Span {
  if (show === 'team') return { from: day, to: day };
  const from = mondayOf(day);
  return { from, to: addDays(from, stepOf[show] - 1) };
}

/** For everybody: my shifts, who works with me, and who is on shift on a day. */
export function MinePage(): ReactElement {
  const [isFeeding, setFeeding] = useState(false);
  const [isReminding, setReminding] = useState(false);
  const today = dayAt(new Date(), useTimeZone());
  const { day = today, show = 'list' } = route.useSearch();
  const navigate = useNavigate({ from: '/team/mine' });
  const span = spanOf(show, day);
  const go = (next: MineSearch) => void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  return (
    <>
      <PageHead
        title="My schedule"
        explains="Your shifts as they were published."
        actions={
          <>
            <Button variant="default" leftSection={<IconBell size={18} />} onClick={() => setReminding(true)}>
              Remind me
            </Button>
            <Button
              variant="default"
              leftSection={<IconCalendarPlus size={18} />}
              data-tour="my-calendar"
              onClick={() => setFeeding(true)}
            >
              Add to my calendar
            </Button>
          </>
        }
      />
      {isFeeding && <FeedWindow of={null} onClose={() => setFeeding(false)} />}
      {isReminding && <RemindersWindow onClose={() => setReminding(false)} />}
      <ClockPanel />
      <Ahead today={today} />
      <Toolbar show={show} day={day} today={today} onGo={go} />
      {show === 'team' ? <TeamDay day={day} /> : <Shifts span={span} show={show} today={today} />}
    </>
  );
}

interface ToolbarProps {
  readonly show: Show;
  readonly day: Day;
  readonly today: Day;
  readonly onGo: (next: MineSearch) => void;
}

function Toolbar(props: ToolbarProps): ReactElement {
  const { show, onGo } = props;
  return (
    <div className={classes.toolbar}>
      <SegmentedControl
        aria-label="Show"
        value={show}
        onChange={(value) => onGo({ show: value === 'list' ? undefined : value })}
        data={[
          { value: 'list', label: 'List' },
          { value: 'week', label: 'Week' },
          { value: 'team', label: 'Team' },
        ]}
      />
      <Steps {...props} />
    </div>
  );
}

/** A step back, a step on, and back to today. */
function Steps({ show, day, today, onGo }: ToolbarProps): ReactElement {
  const span = spanOf(show, day);
  return (
    <Group gap={6} wrap="nowrap">
      <ActionIcon
        variant="default"
        size="lg"
        aria-label="Earlier"
        onClick={() => onGo({ day: addDays(span.from, -stepOf[show]) })}
      >
        <IconChevronLeft size={18} />
      </ActionIcon>
      <b className={classes.span}>{show === 'team' ? dayName(day) : spanName(span)}</b>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label="Later"
        onClick={() => onGo({ day: addDays(span.from, stepOf[show]) })}
      >
        <IconChevronRight size={18} />
      </ActionIcon>
      <Button
        variant="subtle"
        px="xs"
        disabled={today >= span.from && today <= span.to}
        onClick={() => onGo({ day: undefined })}
      >
        Today
      </Button>
    </Group>
  );
}

/** The next shift is looked for in the weeks ahead, whatever the page shows below. */
function Ahead({ today }: { readonly today: Day }): ReactElement | null {
  const ahead = useQuery(mineQuery(spanOf('list', today)));
  return ahead.data === undefined ? null : <NextShift shifts={ahead.data.shifts} />;
}

const noShifts: readonly never[] = [];

interface ShiftsProps {
  readonly span: Span;
  readonly show: 'list' | 'week';
  readonly today: Day;
}

function Shifts({ span, show, today }: ShiftsProps): ReactElement {
  const mine = useQuery({ ...mineQuery(span), placeholderData: keepPreviousData });
  const unread = useSeen(mine.data?.shifts ?? noShifts);
  if (mine.isError) return <ErrorPanel error={mine.error} onRetry={() => void mine.refetch()} />;
  if (mine.isPending) {
    return (
      <Panel>
        <LoadingLines count={6} height={28} />
      </Panel>
    );
  }
  const shown = { shifts: mine.data.shifts, span, today, unread };
  return show === 'list' ? <MyList {...shown} /> : <MyWeekPanel {...shown} />;
}
