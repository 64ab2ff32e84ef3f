import { Badge, Select } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { DownloadButton } from '../../../../web/controls/download-button.tsx';
import { EmptyPanel, ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { plural } from '../../../../web/figures.ts';
import { hoursText } from '../board/days.ts';
import { ApproveButton, StateBadge } from './approve-button.tsx';
import classes from './clock.module.css';
import { type SheetsAsk, sheetsFile, sheetsQuery } from './clock-api.ts';
import { differenceWords } from './clock-words.ts';
import type { Period, SheetRow, Sheets } from './contract.ts';
import { PeriodSteps } from './period-steps.tsx';
import { SumsList } from './sums-list.tsx';

interface Props {
  readonly ask: SheetsAsk;
  readonly onGo: (ask: SheetsAsk) => void;
}

/** For schedulers: the hours of their people in a period, to look at, approve and take along. */
export function SheetsView({ ask, onGo }: Props): ReactElement {
  const sheets = useQuery({ ...sheetsQuery(ask), placeholderData: keepPreviousData });
  if (sheets.isError) return <ErrorPanel error={sheets.error} onRetry={() => void sheets.refetch()} />;
  if (sheets.isPending) {
    return (
      <Panel>
        <LoadingLines count={6} height={32} />
      </Panel>
    );
  }
  const { period, people, totals } = sheets.data;
  return (
    <>
      <div className={classes.toolbar}>
        <PeriodSteps period={period} onGo={(from) => onGo({ ...ask, from })} />
        <Filters sheets={sheets.data} ask={ask} onGo={onGo} />
      </div>
      {people.length === 0 ? (
        <Panel>
          <EmptyPanel icon={<IconClock size={30} stroke={1.5} />} title="No hours here">
            People with shifts or hours in this period appear here. Choose another period, or all places.
          </EmptyPanel>
        </Panel>
      ) : (
        <>
          <SumsList sums={totals} label="Sums of everybody" />
          <ul className={classes.list}>
            {people.map((row) => (
              <Row key={row.personId} row={row} period={period} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

interface FilterProps extends Props {
  readonly sheets: Sheets;
}

function Filters({ sheets: { locations, roles }, ask, onGo }: FilterProps): ReactElement {
  const there = roles.filter(({ locationId }) => ask.location === undefined || locationId === ask.location);
  const choices = (all: readonly { readonly id: string; readonly name: string }[]) =>
    all.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className={classes.filters}>
      <Select
        aria-label="Location"
        placeholder="All locations"
        clearable
        data={choices(locations)}
        value={ask.location ?? null}
        onChange={(location) => onGo({ ...ask, location: location ?? undefined, role: undefined })}
      />
      <Select
        aria-label="Role"
        placeholder="All roles"
        clearable
        data={choices(there)}
        value={ask.role ?? null}
        onChange={(role) => onGo({ ...ask, role: role ?? undefined })}
      />
      <DownloadButton path={sheetsFile(ask)} name="coact-timesheets.csv" size="sm">
        CSV
      </DownloadButton>
    </div>
  );
}

function Row({ row, period }: { readonly row: SheetRow; readonly period: Period }): ReactElement {
  const figures: readonly (readonly [string, string])[] = [
    ['Planned', hoursText(row.planned)],
    ['Worked', hoursText(row.worked)],
    ['Difference', differenceWords(row.difference)],
    ['Overtime', hoursText(row.overtime)],
  ];
  return (
    <li className={classes.card}>
      <div>
        <Link to="/team/clock/people/$id" params={{ id: row.personId }} search={{ from: period.firstDay }}>
          <b>{row.name === '' ? 'Somebody known from Slack' : row.name}</b>
        </Link>
        <div className={classes.badges}>
          <StateBadge row={row} />
          {row.runningSince !== null && (
            <Badge variant="light" color={row.forgotten ? 'red' : 'pine'}>
              {row.forgotten ? 'Runs, maybe forgotten' : 'Working now'}
            </Badge>
          )}
          {row.asked > 0 && (
            <Badge variant="light" color="yellow">
              {plural(row.asked, 'correction')} asked
            </Badge>
          )}
        </div>
      </div>
      <dl className={classes.figures}>
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={classes.acts}>
        <ApproveButton row={row} period={period} />
      </div>
    </li>
  );
}
