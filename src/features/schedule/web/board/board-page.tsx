import { Button, SegmentedControl } from '@mantine/core';
import { IconCalendarPlus, IconCalendarUser } from '@tabler/icons-react';
import { keepPreviousData, type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { EmptyPanel, ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { useTimeZone } from '../../../../web/queries.ts';
import { addDays, dayAt } from '../../../../web/zoned-time.ts';
import { BoardActions } from './board-actions.tsx';
import { BoardFilters } from './board-filters.tsx';
import type { BoardSearch } from './board-search.ts';
import { monthOf, type Span, spanName } from './days.ts';
import type { Filters } from './filters.ts';
import classes from './page.module.css';
import { PeriodSwitcher } from './period-switcher.tsx';
import { openPeriod, periodQuery, planQuery } from './plan-api.ts';
import type { Period } from './plan-contract.ts';
import { SetUpFirst } from './set-up-first.tsx';
import { useEdits } from './use-edits.ts';
import { Workbench } from './workbench.tsx';

const route = getRouteApi('/member/team/schedule');

/** Who works where and when: made, changed, updated, published. */
export function BoardPage(): ReactElement {
  const today = dayAt(new Date(), useTimeZone());
  const { day = today } = route.useSearch();
  const period = useQuery({ ...periodQuery(day), placeholderData: keepPreviousData });
  if (period.data === undefined || period.data === null) {
    return (
      <>
        <PageHead title="Schedule" />
        <Reading of={period} />
        {period.data === null && <SetUpFirst />}
      </>
    );
  }
  return <Board period={period.data} today={today} />;
}

type Read = Pick<UseQueryResult, 'isError' | 'isPending' | 'error' | 'refetch'>;

/** While something is read, and when it could not be. */
function Reading({ of: { isError, isPending, error, refetch } }: { readonly of: Read }): ReactElement {
  return (
    <>
      {isError && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {isPending && (
        <Panel>
          <LoadingLines count={8} height={28} />
        </Panel>
      )}
    </>
  );
}

/** What is shown: the day for a timeline, else the period or the month around the day. */
function shownSpan({ view, month, day }: BoardSearch, period: Period, today: string): Span {
  const at = day ?? today;
  if (view === 'day') return { from: at, to: at };
  if (month) return monthOf(at);
  return { from: period.firstDay, to: addDays(period.firstDay, period.days - 1) };
}

function filtersOf({ locations = [], roles = [], departments = [], q = '' }: BoardSearch): Filters {
  return { locations, roles, departments, words: q };
}

function searchOf(filters: Partial<Filters>): BoardSearch {
  const { words, ...lists } = filters;
  const kept = Object.entries(lists).map(([name, ids]) => [name, ids.length === 0 ? undefined : [...ids]]);
  return { ...Object.fromEntries(kept), ...(words === undefined ? {} : { q: words || undefined }) };
}

function Board({ period, today }: { readonly period: Period; readonly today: string }): ReactElement {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/team/schedule' });
  const change = (next: BoardSearch) => void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  const span = shownSpan(search, period, today);
  const isOpened = period.id !== null;
  // Without placeholder a change of the span would close every window and lose the place on the board.
  const plan = useQuery({ ...planQuery(span), placeholderData: keepPreviousData });
  const edits = useEdits(span);
  const filters = filtersOf(search);
  const { view = 'people' } = search;
  const periodId = period.id;
  return (
    <div data-wide>
      <PageHead
        title="Schedule"
        actions={
          periodId !== null && (
            <BoardActions
              periodId={periodId}
              undo={plan.data?.undo ?? null}
              search={search}
              onUndo={() => void edits.undo(periodId)}
              onPanel={(panel) => change({ panel })}
            />
          )
        }
      />
      <div className={classes.toolbar}>
        <SpanAndView span={span} search={search} today={today} onChange={change} />
        <div>
          {plan.data !== undefined && (
            <BoardFilters plan={plan.data} filters={filters} onChange={(next) => change(searchOf(next))} />
          )}
        </div>
      </div>
      <Reading of={plan} />
      {plan.data?.roles.length === 0 && <SetUpFirst />}
      {plan.data !== undefined && plan.data.roles.length > 0 && !isOpened && <NotOpened period={period} />}
      {plan.data !== undefined && plan.data.roles.length > 0 && isOpened && (
        <Workbench
          period={period}
          plan={plan.data}
          span={span}
          today={today}
          view={view}
          filters={filters}
          panel={search.panel}
          edits={edits}
          isStale={plan.isPlaceholderData}
          onPanel={(panel) => change({ panel })}
          onClear={() => change({ q: undefined, locations: undefined, roles: undefined, departments: undefined })}
        />
      )}
    </div>
  );
}

interface SpanAndViewProps {
  readonly span: Span;
  readonly search: BoardSearch;
  readonly today: string;
  readonly onChange: (next: BoardSearch) => void;
}

function SpanAndView({ span, search, today, onChange }: SpanAndViewProps): ReactElement {
  const { view = 'people', month } = search;
  return (
    <div data-tour="board-days">
      <PeriodSwitcher
        span={span}
        isMonth={month === true && view !== 'day'}
        today={today}
        onDay={(day) => onChange({ day })}
        onMonth={(isMonth) => onChange({ month: isMonth || undefined })}
      />
      <SegmentedControl
        aria-label="View"
        className={classes.views}
        value={view}
        onChange={(value) => onChange({ view: value === 'people' ? undefined : value })}
        data={[
          { value: 'people', label: 'People' },
          { value: 'roles', label: 'Roles' },
          { value: 'locations', label: 'Locations' },
          { value: 'day', label: 'Day' },
        ]}
      />
    </div>
  );
}

function NotOpened({ period }: { readonly period: Period }): ReactElement {
  const client = useQueryClient();
  const open = useMutation({
    mutationFn: () => openPeriod(period.firstDay),
    onSuccess: () => client.invalidateQueries({ queryKey: ['schedule'] }),
  });
  const name = spanName({ from: period.firstDay, to: addDays(period.firstDay, period.days - 1) });
  return (
    <Panel>
      <EmptyPanel
        icon={<IconCalendarUser size={30} stroke={1.5} />}
        title="Not opened yet"
        action={
          <>
            {open.isError && <ErrorPanel error={open.error} />}
            <Button
              mt="xs"
              leftSection={<IconCalendarPlus size={18} aria-hidden />}
              loading={open.isPending}
              data-tour="board-open"
              onClick={() => open.mutate()}
            >
              Open {name}
            </Button>
          </>
        }
      >
        Opening writes down the shifts that the roles have in these days, so that people can be put on them. Nobody is
        told of anything.
      </EmptyPanel>
    </Panel>
  );
}
