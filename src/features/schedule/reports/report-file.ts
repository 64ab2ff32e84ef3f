import { csvLine, csvMark } from '../../../platform/csv/index.ts';
import { weekdayAfter, weekdayNames } from '../calendar/local.ts';
import { hoursIn, majorOf } from './money.ts';
import type { ReportAnswer, TableName } from './shapes.ts';

type Cell = string | number;
type Table = { readonly head: readonly string[]; readonly rows: readonly (readonly Cell[])[] };

const hours = (minutes: number | null): Cell => (minutes === null ? '' : hoursIn(minutes));
const count = (one: number | null): Cell => one ?? '';

/** One table of a report as CSV, with the figures that its reader sees on the page. */
export function reportFile(report: ReportAnswer, table: TableName): string {
  const { head, rows } = tableOf(report, table);
  return csvMark + csvLine(head) + rows.map((row) => csvLine(row)).join('');
}

function tableOf(report: ReportAnswer, table: TableName): Table {
  const { people, roles, locations, fairness, filled, coverage, changes } = report;
  switch (table) {
    case 'people':
      return hoursTable(
        report,
        ['Person'],
        people.map((row) => [[row.name], row]),
      );
    case 'roles':
      return hoursTable(
        report,
        ['Role', 'Location'],
        roles.map((row) => [[row.name, row.locationName], row]),
      );
    case 'locations':
      return hoursTable(
        report,
        ['Location'],
        locations.map((row) => [[row.name], row]),
      );
    case 'fairness':
      return {
        head: ['Person', 'Hours', 'Wanted hours', 'Weekends', 'Nights', 'Disliked shifts'],
        rows: fairness.people.map((one) => [
          ...[one.name, hours(one.minutes), hours(one.wanted), one.weekends, one.nights, one.disliked],
        ]),
      };
    case 'filled':
      return {
        head: ['Role', 'Location', 'Places', 'Filled'],
        rows: filled.roles.map((row) => [row.name, row.locationName, row.places, row.filled]),
      };
    case 'weekdays':
      return {
        head: ['Weekday', 'Places', 'Filled'],
        rows: filled.weekdays.map((row) => [weekdayNames[weekdayAfter('MO', row.weekday)], row.places, row.filled]),
      };
    case 'coverage':
      return {
        head: ['Role', 'Location', 'Hours needed', 'Hours covered', 'Hours short', 'Hours over', 'Share covered (%)'],
        rows: coverage.roles.map((row) => [
          ...[row.name, row.locationName, hours(row.needed), hours(row.covered), hours(row.short), hours(row.over)],
          row.share ?? '',
        ]),
      };
    case 'changes':
      return {
        head: ['Role', 'Location', 'Traded', 'Claimed', 'Told', 'Told late', 'Premium hours'],
        rows: changes.roles.map((row) => [
          ...[row.name, row.locationName, row.traded, row.claimed, row.told, count(row.late)],
          hours(row.premiumMinutes),
        ]),
      };
  }
}

type Figures = ReportAnswer['totals'];

/** Columns of the time clock stand there only where it is on, and cost only where there may be some. */
function hoursTable(
  { timeClock, exact, currency }: ReportAnswer,
  names: readonly string[],
  given: readonly (readonly [readonly string[], Figures])[],
): Table {
  const money = (minor: number | null | undefined, of = currency): Cell =>
    minor === null || minor === undefined ? '' : majorOf(minor, of);
  const hasCost = exact || names[0] !== 'Person';
  const about = exact ? '' : 'about ';
  const cost = (kind: string, of = currency) => `${kind} (${about}${of})`;
  const others = [...new Set(given.flatMap(([, row]) => row.otherCosts.map((one) => one.currency)))].toSorted();
  const otherIn = (row: Figures, of: string) => row.otherCosts.find((one) => one.currency === of);
  return {
    head: [
      ...[...names, 'Assignments', 'Planned hours', 'Overtime hours'],
      ...(timeClock ? ['Worked hours', 'Worked overtime hours'] : []),
      ...(hasCost ? [cost('Cost planned')] : []),
      ...(hasCost && timeClock ? [cost('Cost worked')] : []),
      ...others.flatMap((of) => [cost('Cost planned', of), ...(timeClock ? [cost('Cost worked', of)] : [])]),
    ],
    rows: given.map(([name, row]) => [
      ...[...name, row.assignments, hours(row.planned), hours(row.overtime)],
      ...(timeClock ? [hours(row.worked), hours(row.workedOvertime)] : []),
      ...(hasCost ? [money(row.costMinor)] : []),
      ...(hasCost && timeClock ? [money(row.workedCostMinor)] : []),
      ...others.flatMap((of) => {
        const other = otherIn(row, of);
        return [money(other?.minor, of), ...(timeClock ? [money(other?.workedMinor, of)] : [])];
      }),
    ]),
  };
}
