import { Button, Menu, SegmentedControl, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { DownloadButton } from '../../../../web/controls/download-button.tsx';
import { type FigureColumn, FigureTable, Share } from '../../../../web/controls/figure-table.tsx';
import { Panel } from '../../../../web/controls/panels.tsx';
import { lookReasons } from '../../../../web/look-reasons.ts';
import { fileOf } from './report-api.ts';
import type { Figures, Report } from './report-contract.ts';
import { costWords, hoursWords, roleWords } from './report-words.ts';
import classes from './reports.module.css';

const by = ['people', 'roles', 'locations'] as const;
type By = (typeof by)[number];
const byWords: Readonly<Record<By, string>> = { people: 'Person', roles: 'Role', locations: 'Location' };

interface Props {
  readonly report: Report;
  readonly asked: string;
  /** Says why what each costs is asked for; null: no more. */
  readonly onReason: (reason: string | null) => void;
}

/** Hours and cost by person, role or location. */
export function HoursPanel({ report, asked, onReason }: Props): ReactElement {
  const [shown, show] = useState<By>('people');
  const rows = rowsOf(report, shown);
  const most = Math.max(1, ...rows.map(({ planned, worked }) => Math.max(planned, worked ?? 0)));
  return (
    <Panel
      title="Hours"
      explains={explained(report)}
      aside={
        <div className={classes.beside}>
          <SegmentedControl
            size="xs"
            aria-label="By"
            value={shown}
            onChange={(value) => show(by.find((one) => one === value) ?? 'people')}
            data={by.map((one) => ({ value: one, label: byWords[one] }))}
          />
          <DownloadButton path={fileOf(shown, asked)} name={`coact-${shown}.csv`}>
            CSV
          </DownloadButton>
        </div>
      }
    >
      <FigureTable
        caption={`Hours by ${byWords[shown].toLowerCase()}`}
        names={byWords[shown]}
        rows={rows}
        keyOf={({ key }) => key}
        nameOf={({ name, planned }) => (
          <>
            {name}
            <Share part={planned} of={most} words={`${hoursWords(planned)} hours planned`} />
          </>
        )}
        columns={columnsOf(report, shown)}
        total={{ key: 'total', name: 'Total', ...report.totals }}
      />
      {report.pays && <CostOfEach isExact={report.exact} onReason={onReason} />}
      {!report.exact && (
        <Text size="sm" c="dimmed" mt="sm">
          Cost is an estimate at the usual rate of each role, of roles in which three people or more worked. The others
          are in no total, so that nobody’s pay can be read from it.
        </Text>
      )}
    </Panel>
  );
}

/** Whoever answers for pay sees what each costs once they have said why: each of those people can read it. */
function CostOfEach({
  isExact,
  onReason,
}: {
  readonly isExact: boolean;
  readonly onReason: Props['onReason'];
}): ReactElement {
  if (isExact)
    return (
      <Button variant="default" size="xs" mt="sm" onClick={() => onReason(null)}>
        Hide what each costs
      </Button>
    );
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" size="xs" mt="sm" rightSection={<IconChevronDown size={14} aria-hidden />}>
          Show what each costs
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Why? Each of them can read it.</Menu.Label>
        {Object.entries(lookReasons).map(([reason, words]) => (
          <Menu.Item key={reason} onClick={() => onReason(reason)}>
            {words}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

type Row = Figures & { readonly key: string; readonly name: string };

function rowsOf(report: Report, shown: By): readonly Row[] {
  if (shown === 'people') return report.people.map((row) => ({ ...row, key: row.personId }));
  if (shown === 'locations') return report.locations.map((row) => ({ ...row, key: row.locationId ?? '' }));
  return report.roles.map((row) => ({ ...row, key: row.roleId ?? '', name: roleWords(row) }));
}

function columnsOf(report: Report, shown: By): readonly FigureColumn<Row>[] {
  const { timeClock, exact } = report;
  const ofClock: readonly FigureColumn<Row>[] = [
    { label: 'Worked', of: ({ worked }) => hoursWords(worked) },
    { label: 'Difference', of: ({ planned, worked }) => differenceWords((worked ?? 0) - planned) },
  ];
  const hasCost = exact || shown !== 'people';
  return [
    { label: 'Planned', of: ({ planned }) => hoursWords(planned) },
    ...(timeClock ? ofClock : []),
    { label: 'Overtime', of: (row) => hoursWords(timeClock ? row.workedOvertime : row.overtime) },
    ...(hasCost
      ? [{ label: timeClock ? 'Cost planned' : 'Cost', of: (row: Row) => costWords(row, 'planned', report) }]
      : []),
    ...(hasCost && timeClock ? [{ label: 'Cost worked', of: (row: Row) => costWords(row, 'worked', report) }] : []),
  ];
}

function differenceWords(minutes: number): string {
  if (minutes === 0) return '0';
  return `${minutes > 0 ? '+' : '−'}${hoursWords(Math.abs(minutes))}`;
}

function explained({ timeClock, totals }: Report): string {
  const clock = timeClock
    ? 'Worked hours are those of the time clock; overtime is of what was worked.'
    : 'As planned: the time clock is off.';
  return totals.overtime === null ? clock : `${clock} A shift counts on the day on which it begins.`;
}
