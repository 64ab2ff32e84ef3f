import { Alert, SimpleGrid, Text } from '@mantine/core';
import { IconBrandSlack, IconEyeOff, IconPlus, IconSeeding } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, type ReactElement, Suspense } from 'react';
import { call } from '../../../../web/api.ts';
import { LinkButton, TextLink } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { EmptyPanel, ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { plural } from '../../../../web/figures.ts';
import { organisationQuery, useSignedIn, useTimeZone } from '../../../../web/queries.ts';
import { dayAt } from '../../../../web/zoned-time.ts';
import { smallGroupReason } from '../definitions.tsx';
import { type Dashboard, dashboardSchema } from './contract.ts';
import classes from './dashboard.module.css';
import { DashboardStats } from './dashboard-stats.tsx';
import { PeriodPicker } from './period-picker.tsx';
import { periodOf, periodText } from './periods.ts';
import { TopRequests } from './top-requests.tsx';

const route = getRouteApi('/app/');
const DaysChart = lazy(() => import('./days-chart.tsx').then((chart) => ({ default: chart.DaysChart })));

/** What the organisation's requests brought over a period, in totals only. */
export function DashboardPage(): ReactElement {
  const timeZone = useTimeZone();
  const period = periodOf(route.useSearch(), dayAt(new Date(), timeZone));
  const dashboard = useQuery({
    queryKey: ['dashboard', period],
    queryFn: ({ signal }) =>
      call(dashboardSchema, 'GET', `/api/dashboard?from=${period.from}&to=${period.to}`, { signal }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHead title="Dashboard" explains={periodText(period)} actions={<PeriodPicker period={period} />} />
      <SlackMissing />
      {dashboard.isError && <ErrorPanel error={dashboard.error} onRetry={() => void dashboard.refetch()} />}
      {dashboard.isPending && (
        <Panel>
          <LoadingLines count={8} height={28} />
        </Panel>
      )}
      {dashboard.data !== undefined && (
        <div className={classes.stack} aria-busy={dashboard.isPlaceholderData} data-stale={dashboard.isPlaceholderData}>
          <Content dashboard={dashboard.data} />
        </div>
      )}
    </>
  );
}

function isQuiet({ byDay }: Dashboard): boolean {
  return byDay.every(({ clicks, shares }) => clicks === 0 && shares === 0);
}

function isEmpty(dashboard: Dashboard): boolean {
  return dashboard.open === 0 && dashboard.topRequests.length === 0 && isQuiet(dashboard);
}

function Content({ dashboard }: { readonly dashboard: Dashboard }): ReactElement {
  if (isEmpty(dashboard)) return <FirstTime />;
  return (
    <>
      <DashboardStats dashboard={dashboard} />
      <Panel title="Day by day">
        {isQuiet(dashboard) ? (
          <Text c="dimmed">Nothing yet in these days. Clicks and shares appear here as they come.</Text>
        ) : (
          <Suspense fallback={<LoadingLines count={8} />}>
            <DaysChart days={dashboard.byDay} />
          </Suspense>
        )}
      </Panel>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing={20}>
        <TopRequests rows={dashboard.topRequests} />
        <Privacy dashboard={dashboard} />
      </SimpleGrid>
    </>
  );
}

function FirstTime(): ReactElement {
  return (
    <Panel>
      <EmptyPanel
        icon={<IconSeeding size={32} stroke={1.5} />}
        title="Nothing was shared in these days"
        action={
          <LinkButton to="/requests/new" leftSection={<IconPlus size={18} aria-hidden />}>
            Compose a request
          </LinkButton>
        }
      >
        Send a request to a Slack channel. As soon as your people share it, you see here what it brings.
      </EmptyPanel>
    </Panel>
  );
}

function Privacy({ dashboard }: { readonly dashboard: Dashboard }): ReactElement {
  const smallGroup = useQuery(organisationQuery).data?.smallGroup ?? 5;
  const { connected } = dashboard;
  return (
    <Panel title="Totals, never people" style={{ alignSelf: 'start' }} data-tour="totals-only">
      <div className={classes.privacy}>
        <IconEyeOff size={22} stroke={1.5} aria-hidden />
        <div>
          <Text size="sm">
            {'value' in connected
              ? `${plural(connected.value, 'employee has', 'employees have')} connected an account.`
              : `Fewer than ${connected.fewerThan} employees have connected an account.`}{' '}
            Who shared what is not stored anywhere, so nobody can look it up: no administrator, and not the people who
            run this server.
          </Text>
          <Text size="sm" c="dimmed" mt="xs">
            {smallGroupReason(smallGroup)}
          </Text>
        </div>
      </div>
    </Panel>
  );
}

function SlackMissing(): ReactElement | null {
  const me = useSignedIn();
  if (me.organisation === null || me.organisation.setup.slackConnected) return null;
  return (
    <Alert color="lilac" variant="light" mb="md" icon={<IconBrandSlack size={20} />} title="Slack isn’t connected yet">
      <Text size="sm">
        Requests go to Slack channels.{' '}
        {me.can.manage ? (
          <TextLink to="/setup" size="sm">
            Connect your workspace
          </TextLink>
        ) : (
          'Ask an owner or admin to connect it.'
        )}
      </Text>
    </Alert>
  );
}
