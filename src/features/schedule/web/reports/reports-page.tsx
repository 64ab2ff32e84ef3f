import { MultiSelect, Tabs } from '@mantine/core';
import { IconCoins, IconReportAnalytics } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { LinkButton } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { EmptyPanel, ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { useSignedIn } from '../../../../web/queries.ts';
import { seesRates } from '../access.ts';
import { ChangesPanel } from './changes-panel.tsx';
import { CoveragePanel } from './coverage-panel.tsx';
import { DaysFields } from './days-field.tsx';
import { FairnessPanel } from './fairness-panel.tsx';
import { FilledPanel } from './filled-panel.tsx';
import { HoursPanel } from './hours-panel.tsx';
import { reportQuery } from './report-api.ts';
import type { Report } from './report-contract.ts';
import { askedOf, type ReportSearch, type Show, shows } from './report-search.ts';
import { costWords, hoursWords, percentWords } from './report-words.ts';
import classes from './reports.module.css';

const route = getRouteApi('/member/team/reports');
const showWords: Readonly<Record<Show, string>> = {
  hours: 'Hours',
  fairness: 'Fairness',
  filled: 'Filled',
  coverage: 'Coverage',
  changes: 'Changes',
};

/** What was planned and worked in any days, for those who schedule and those who pay. */
export function ReportsPage(): ReactElement {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/team/reports' });
  const [reason, setReason] = useState<string | null>(null);
  const asked = [askedOf(search), reason === null ? '' : `reason=${reason}`].filter(Boolean).join('&');
  const report = useQuery({ ...reportQuery(asked), placeholderData: keepPreviousData });
  const go = (next: ReportSearch) => void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  const pays = seesRates(useSignedIn());
  return (
    <>
      <PageHead
        title="Reports"
        explains="Hours, cost, fairness and how well shifts are filled, in any days."
        actions={
          pays ? (
            <LinkButton to="/team/payroll" variant="default" leftSection={<IconCoins size={18} aria-hidden />}>
              Payroll export
            </LinkButton>
          ) : undefined
        }
      />
      <Toolbar search={search} report={report.data} onGo={go} />
      {report.isPending && (
        <Panel>
          <LoadingLines count={6} height={32} />
        </Panel>
      )}
      {report.isError && <ErrorPanel error={report.error} onRetry={() => void report.refetch()} />}
      {report.data !== undefined && (
        <div className={classes.stack} data-stale={report.isPlaceholderData} aria-busy={report.isPlaceholderData}>
          <Shown report={report.data} asked={asked} onReason={setReason} show={search.show ?? 'hours'} onGo={go} />
        </div>
      )}
    </>
  );
}

interface ToolbarProps {
  readonly search: ReportSearch;
  readonly report: Report | undefined;
  readonly onGo: (next: ReportSearch) => void;
}

function Toolbar({ search, report, onGo }: ToolbarProps): ReactElement {
  const { roles = [], locations = [], departments = [] } = report?.choices ?? {};
  const isOwn = search.from !== undefined && search.to !== undefined;
  const place = (id: string) => locations.find((one) => one.id === id)?.name ?? '';
  const choices = (of: readonly { readonly id: string; readonly name: string }[]) =>
    of.map(({ id, name }) => ({ value: id, label: name }));
  const shared = { clearable: true, searchable: true, hidePickedOptions: true, className: classes.narrow };
  return (
    <div className={classes.toolbar}>
      <DaysFields
        stretch={isOwn ? null : (search.stretch ?? 'period')}
        from={report?.from}
        to={report?.to}
        onStretch={(stretch) => onGo({ stretch, from: undefined, to: undefined })}
        onDays={(from, to) => onGo({ from, to, stretch: undefined })}
      />
      {locations.length > 1 && (
        <MultiSelect
          {...shared}
          label="Locations"
          placeholder={search.locations?.length ? undefined : 'All'}
          data={choices(locations)}
          value={search.locations ?? []}
          onChange={(ids) => onGo({ locations: ids })}
        />
      )}
      {departments.length > 0 && (
        <MultiSelect
          {...shared}
          label="Departments"
          placeholder={search.departments?.length ? undefined : 'All'}
          data={choices(departments)}
          value={search.departments ?? []}
          onChange={(ids) => onGo({ departments: ids })}
        />
      )}
      {roles.length > 1 && (
        <MultiSelect
          {...shared}
          label="Roles"
          placeholder={search.roles?.length ? undefined : 'All'}
          data={roles.map(({ id, name, locationId }) => ({
            value: id,
            label: locations.length > 1 ? `${name}, ${place(locationId)}` : name,
          }))}
          value={search.roles ?? []}
          onChange={(ids) => onGo({ roles: ids })}
        />
      )}
    </div>
  );
}

interface ShownProps {
  readonly report: Report;
  readonly asked: string;
  readonly show: Show;
  readonly onGo: (next: ReportSearch) => void;
  readonly onReason: (reason: string | null) => void;
}

function Shown({ report, asked, show, onGo, onReason }: ShownProps): ReactElement {
  const isEmpty = report.filled.totals.places === 0 && report.people.length === 0;
  if (isEmpty && report.fairness.people.length === 0) return <NoWork report={report} />;
  return (
    <>
      <Totals report={report} />
      <Tabs value={show} onChange={(value) => onGo({ show: shows.find((one) => one === value) })} keepMounted={false}>
        <Tabs.List mb="md" aria-label="Parts of the report">
          {shows.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {showWords[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="hours">
          <HoursPanel report={report} asked={asked} onReason={onReason} />
        </Tabs.Panel>
        <Tabs.Panel value="fairness">
          <FairnessPanel report={report} asked={asked} />
        </Tabs.Panel>
        <Tabs.Panel value="filled">
          <FilledPanel report={report} asked={asked} />
        </Tabs.Panel>
        <Tabs.Panel value="coverage">
          <CoveragePanel report={report} asked={asked} />
        </Tabs.Panel>
        <Tabs.Panel value="changes">
          <ChangesPanel report={report} asked={asked} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function NoWork({ report }: { readonly report: Report }): ReactElement {
  return (
    <Panel>
      <EmptyPanel icon={<IconReportAnalytics size={30} stroke={1.5} />} title="Nothing to report in these days">
        {report.choices.roles.length === 0
          ? 'There are no roles whose work you see yet.'
          : 'No period is open here. Choose other days, or open the period in the schedule.'}
      </EmptyPanel>
    </Panel>
  );
}

function Totals({ report }: { readonly report: Report }): ReactElement {
  const { totals, timeClock, filled, changes } = report;
  const part = totals.costMinutes < totals.planned && totals.costMinor !== null;
  return (
    <dl className={classes.strip}>
      <Total label="Planned hours" value={hoursWords(totals.planned)} />
      {timeClock && <Total label="Worked hours" value={hoursWords(totals.worked)} />}
      <Total label="Overtime hours" value={hoursWords(timeClock ? totals.workedOvertime : totals.overtime)} />
      <Total
        label={timeClock ? 'Cost worked' : 'Cost planned'}
        value={costWords(totals, timeClock ? 'worked' : 'planned', report)}
        note={part ? `of ${hoursWords(totals.costMinutes)} planned hours` : undefined}
      />
      <Total
        label="Filled places"
        value={percentWords(filled.totals.filled, filled.totals.places)}
        note={`${filled.totals.filled} of ${filled.totals.places}`}
      />
      <Total label="Premium hours" value={hoursWords(changes.totals.premiumMinutes)} />
    </dl>
  );
}

interface TotalProps {
  readonly label: string;
  readonly value: string;
  readonly note?: string | undefined;
}

function Total({ label, value, note }: TotalProps): ReactElement {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {value}
        {note !== undefined && <small>{note}</small>}
      </dd>
    </div>
  );
}
