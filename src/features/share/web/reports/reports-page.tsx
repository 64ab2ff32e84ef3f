import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMail, IconPlus, IconPrinter, IconReportAnalytics, IconTags } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, type ReactElement, Suspense } from 'react';
import { DownloadButton } from '../../../../web/controls/download-button.tsx';
import { LinkButton, TextLink } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { EmptyPanel, ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { organisationQuery, useTimeZone } from '../../../../web/queries.ts';
import { dayAt } from '../../../../web/zoned-time.ts';
import { smallGroupReason } from '../definitions.tsx';
import { CampaignsWindow } from './campaigns-window.tsx';
import { DigestWindow } from './digest-window.tsx';
import { HoursPanel } from './hours-panel.tsx';
import { LineTable } from './line-table.tsx';
import { NetworkPanel } from './network-panel.tsx';
import { fileOf, reportQuery } from './report-api.ts';
import type { Report } from './report-contract.ts';
import { ReportControls } from './report-controls.tsx';
import { askedOf, daysAsked, type ReportSearch } from './report-search.ts';
import { ReportStats } from './report-stats.tsx';
import { daysWords, strideWords } from './report-words.ts';
import classes from './reports.module.css';

const route = getRouteApi('/app/reports');
const TimeChart = lazy(() => import('./time-chart.tsx').then((chart) => ({ default: chart.TimeChart })));

/** What sharing brought in a time: in total, over time, by request, campaign, tag and network. */
export function ReportsPage(): ReactElement {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/reports' });
  const today = dayAt(new Date(), useTimeZone());
  const period = daysAsked(search, today);
  const asked = askedOf(search, today);
  const found = useQuery({ ...reportQuery(asked), placeholderData: keepPreviousData });
  const onSearch = (change: Partial<ReportSearch>) => void navigate({ search: { ...search, ...change } });
  return (
    <>
      <PrintHead period={period} />
      <div className={classes.screen}>
        <PageHead title="Share reports" explains={daysWords(period)} actions={<Actions asked={asked} />} />
        <ReportControls search={search} period={period} today={today} report={found.data} onSearch={onSearch} />
      </div>
      {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && (
        <Panel>
          <LoadingLines count={8} height={28} />
        </Panel>
      )}
      {found.data !== undefined && (
        <div className={classes.stack} aria-busy={found.isPlaceholderData} data-stale={found.isPlaceholderData}>
          <Content report={found.data} asked={asked} />
        </div>
      )}
    </>
  );
}

/** On paper: whose report it is, of which days. */
function PrintHead({ period }: { readonly period: { readonly from: string; readonly to: string } }): ReactElement {
  const organisation = useQuery(organisationQuery).data;
  return (
    <header className={classes.printHead}>
      <b>{organisation?.name}</b>
      <span>What sharing brought, {daysWords(period)}</span>
    </header>
  );
}

function Actions({ asked }: { readonly asked: string }): ReactElement {
  const [campaigns, ofCampaigns] = useDisclosure(false);
  const [digest, ofDigest] = useDisclosure(false);
  return (
    <div className={classes.beside}>
      <Button variant="default" leftSection={<IconTags size={16} aria-hidden />} onClick={ofCampaigns.open}>
        Campaigns
      </Button>
      <Button variant="default" leftSection={<IconMail size={16} aria-hidden />} onClick={ofDigest.open}>
        Digest
      </Button>
      <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
        Print
      </Button>
      <DownloadButton path={fileOf('totals', asked)} name="coact-totals.csv" size="sm">
        CSV
      </DownloadButton>
      <CampaignsWindow opened={campaigns} onClose={ofCampaigns.close} />
      <DigestWindow opened={digest} onClose={ofDigest.close} />
    </div>
  );
}

function isQuiet({ requests, overTime }: Report): boolean {
  return requests.length === 0 && overTime.every(({ clicks }) => clicks.total + clicks.robots === 0);
}

function Content({ report, asked }: { readonly report: Report; readonly asked: string }): ReactElement {
  if (isQuiet(report)) return <Nothing />;
  return (
    <>
      <ReportStats report={report} />
      <Panel title={strideWords[report.stride]}>
        <Suspense fallback={<LoadingLines count={8} />}>
          <TimeChart report={report} />
        </Suspense>
      </Panel>
      <LineTable
        title="By request"
        names="Request"
        rows={report.requests}
        keyOf={({ id }) => id}
        nameOf={({ id, title }) => (
          <TextLink to="/requests/$id" params={{ id }} size="sm">
            {title}
          </TextLink>
        )}
        {...{ file: 'requests', asked }}
        empty="No request brought anything in these days."
      />
      <NetworkPanel report={report} asked={asked} />
      <LineTable
        title="By campaign"
        names="Campaign"
        rows={report.campaigns}
        keyOf={({ id }) => id}
        nameOf={({ title }) => title}
        {...{ file: 'campaigns', asked }}
        empty="None of these requests belongs to a campaign. File one under a campaign on its page."
      />
      <LineTable
        title="By tag"
        explains="A request with several tags counts under each of them, so the lines don’t add up to the total."
        names="Tag"
        rows={report.tags}
        keyOf={({ tag }) => tag}
        nameOf={({ tag }) => tag}
        {...{ file: 'tags', asked }}
        empty="None of these requests has a tag. Give it some on its page."
      />
      <HoursPanel hours={report.hours} />
      <Text size="xs" c="dimmed">
        {smallGroupReason(report.smallGroup)}
      </Text>
    </>
  );
}

function Nothing(): ReactElement {
  return (
    <Panel>
      <EmptyPanel
        icon={<IconReportAnalytics size={32} stroke={1.5} />}
        title="Nothing to report of these days"
        action={
          <LinkButton to="/requests/new" leftSection={<IconPlus size={18} aria-hidden />}>
            Compose a request
          </LinkButton>
        }
      >
        Choose a longer time, or take a filter away. If you haven’t sent a request yet, begin with one: what it brings
        is counted from the first share on.
      </EmptyPanel>
    </Panel>
  );
}
