import { Select, Switch, Text } from '@mantine/core';
import { IconChartHistogram } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { LinkButton, TextLink } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { EmptyPanel, ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { useTimeZone } from '../../../../web/queries.ts';
import { type Day, dayAt } from '../../../../web/zoned-time.ts';
import { locationsQuery } from '../../../people/web/index.ts';
import type { Role } from '../contract.ts';
import { rolesQuery } from '../queries.ts';
import { useWeekStart } from '../use-week-start.ts';
import { byLocation } from '../work/roles-page.tsx';
import classes from './forecast.module.css';
import { forecastQuery } from './forecast-api.ts';
import type { ForecastSearch } from './forecast-search.ts';
import { Leaving } from './leaving.tsx';
import { RoleForecast } from './role-forecast.tsx';
import { type Drafts, useDrafts } from './use-drafts.ts';
import { WeekSteps, weekOf } from './week-steps.tsx';

const route = getRouteApi('/member/team/forecast');

/** How much is expected, by role and half hour, and whether there are shifts for it. */
export function ForecastPage(): ReactElement {
  const roles = useQuery(rolesQuery);
  const locations = useQuery(locationsQuery);
  const drafts = useDrafts();
  const open = roles.data?.filter(({ archived }) => !archived);
  const nameOf = (id: string) => open?.find((role) => role.id === id)?.name ?? 'a role';
  return (
    <div data-wide>
      <PageHead
        title="Forecast"
        explains="How much is expected in each half hour. Coact says how many people that needs, and whether your shifts cover it."
      />
      {roles.isError && <ErrorPanel error={roles.error} onRetry={() => void roles.refetch()} />}
      {roles.isPending && <Loading />}
      {open?.length === 0 && <NoRoles />}
      {open !== undefined && open.length > 0 && (
        <Chosen roles={byLocation(open, locations.data ?? [])} drafts={drafts} nameOf={nameOf} />
      )}
      <Leaving roles={drafts.unsaved.map(nameOf)} />
    </div>
  );
}

function Loading(): ReactElement {
  return (
    <Panel>
      <LoadingLines count={8} height={28} />
    </Panel>
  );
}

function NoRoles(): ReactElement {
  return (
    <Panel>
      <EmptyPanel
        icon={<IconChartHistogram size={30} stroke={1.5} />}
        title="No roles yet"
        action={<LinkButton to="/team/roles">To the roles</LinkButton>}
      >
        A forecast is about the work of a role. Add roles first.
      </EmptyPanel>
    </Panel>
  );
}

interface ChosenProps {
  /** By location, at least one. */
  readonly roles: readonly (readonly [string, readonly Role[]])[];
  readonly drafts: Drafts;
  readonly nameOf: (roleId: string) => string;
}

function Chosen({ roles, drafts, nameOf }: ChosenProps): ReactElement {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/team/forecast' });
  const go = (next: ForecastSearch) => void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  const today = dayAt(new Date(), useTimeZone());
  const { day = today } = search;
  const span = weekOf(day, useWeekStart());
  const all = roles.flatMap(([, of]) => of);
  const roleId = search.role ?? all[0]?.id ?? '';
  const forecast = useQuery({ ...forecastQuery(roleId, span), placeholderData: keepPreviousData });
  // Another role's numbers are no placeholder: somebody might type into them.
  const shown = forecast.data?.roleId === roleId ? forecast.data : undefined;
  const others = drafts.unsaved.filter((id) => id !== roleId);
  return (
    <>
      <div className={classes.toolbar}>
        <div>
          <Select
            aria-label="Role"
            className={classes.role}
            searchable
            allowDeselect={false}
            nothingFoundMessage="No such role"
            data={roles.map(([group, of]) => ({
              group,
              items: of.map(({ id, name }) => ({ value: id, label: name })),
            }))}
            value={roleId}
            onChange={(role) => role !== null && go({ role })}
          />
          <WeekSteps span={span} day={day} today={today} onDay={(to) => go({ day: to })} />
          <Switch
            label="All hours"
            checked={search.hours === 'all'}
            onChange={(event) => go({ hours: event.currentTarget.checked ? 'all' : undefined })}
          />
        </div>
      </div>
      {others.length > 0 && <Elsewhere roles={others} nameOf={nameOf} day={day} />}
      {forecast.isError && <ErrorPanel error={forecast.error} onRetry={() => void forecast.refetch()} />}
      {shown === undefined && !forecast.isError && <Loading />}
      {shown !== undefined && (
        <RoleForecast
          key={roleId}
          forecast={shown}
          isStale={forecast.isPlaceholderData}
          draft={drafts.of(roleId)}
          day={day}
          today={today}
          allHours={search.hours === 'all'}
          onDraft={(change) => drafts.change(roleId, change)}
          onGo={go}
        />
      )}
    </>
  );
}

interface ElsewhereProps {
  readonly roles: readonly string[];
  readonly nameOf: (roleId: string) => string;
  readonly day: Day;
}

function Elsewhere({ roles, nameOf, day }: ElsewhereProps): ReactElement {
  return (
    <Text size="sm" mb="sm" role="status">
      Not saved yet in{' '}
      {roles.map((role, at) => (
        <span key={role}>
          {at > 0 && ', '}
          <TextLink to="/team/forecast" search={{ role, day }} size="sm">
            {nameOf(role)}
          </TextLink>
        </span>
      ))}
      .
    </Text>
  );
}
