import { csvLine, csvMark } from '../../../platform/csv/index.ts';
import type { Act } from '../figures/act.ts';
import type { Figure } from '../figures/figure.ts';
import { amountIn, digitsOf, type Money } from '../figures/value.ts';
import { weekdays } from '../weekdays.ts';
import type { ReadReport } from './gather.ts';
import { actsIn, type Line } from './report.ts';

export const reportTables = ['totals', 'time', 'requests', 'campaigns', 'tags', 'networks', 'hours'] as const;
export type ReportTable = (typeof reportTables)[number];

type Cell = string | number;

export const actTitles: Readonly<Record<Act, string>> = {
  share: 'Shares',
  composer: 'Opened the composer',
  like: 'Likes',
  reshare: 'Reshares',
  comment: 'Comments',
};

const notByNetwork = 'not told by network';
const figureCell = (figure: Figure | null): Cell => {
  if (figure === null) return notByNetwork;
  return 'value' in figure ? figure.value : `fewer than ${figure.fewerThan}`;
};

/** An amount in units of its currency, with as many decimals as ISO 4217 gives it. */
const unitsOf = ({ currency, minor }: Money) => Number((minor / 10 ** digitsOf(currency)).toFixed(digitsOf(currency)));

/**
 * A table of a report as a file: what the screen shows, with the same words where a figure is hidden.
 * @param titleOf a network's name for people
 */
export function reportFile(read: ReadReport, table: ReportTable, titleOf: (network: string) => string): string {
  return (
    csvMark +
    tableOf(read, table, titleOf)
      .map((cells) => csvLine(cells))
      .join('')
  );
}

/** The lines of a table, its headings first. */
function tableOf(read: ReadReport, table: ReportTable, titleOf: (network: string) => string): readonly Cell[][] {
  const { report, question, compared } = read;
  switch (table) {
    case 'totals': {
      const rows = [{ ...question.period, line: report.totals }];
      if (compared && report.before) rows.push({ ...compared, line: report.before });
      return linesOf(read, ['From', 'To'], rows, ({ from, to }) => [from, to]);
    }
    case 'time':
      return linesOf(read, ['From', 'To'], report.overTime.map(asLine), ({ from, to }) => [from, to]);
    case 'requests': {
      const sent = (at: Date | null) => at?.toISOString() ?? '';
      const rows = report.requests.map(asLine);
      return linesOf(read, ['Request', 'Sent', 'Id'], rows, ({ title, sentAt, id }) => [title, sent(sentAt), id]);
    }
    case 'campaigns':
      return linesOf(read, ['Campaign', 'Id'], report.campaigns.map(asLine), ({ title, id }) => [title, id]);
    case 'tags':
      return linesOf(read, ['Tag'], report.tags.map(asLine), ({ tag }) => [tag]);
    case 'networks':
      return networkLines(read, titleOf);
    case 'hours':
      return hourLines(read);
  }
}

const asLine = <T extends Line>(line: T) => ({ ...line, line });

function linesOf<T extends { readonly line: Line }>(
  { report }: ReadReport,
  names: readonly string[],
  rows: readonly T[],
  namesOf: (row: T) => readonly Cell[],
): readonly Cell[][] {
  const lines = rows.map(({ line }) => line);
  const acts = actsIn([report.totals, ...lines]);
  const currencies = [...new Set(lines.flatMap(({ amounts }) => amounts.map(({ currency }) => currency)))];
  const headings = [
    ...[...names, 'Awareness', ...acts.map((act) => actTitles[act]), 'Clicks', 'Unique clicks', 'Robots'],
    ...currencies.map((currency) => `Advocacy value (${currency})`),
  ];
  const body = rows.map((row) => [
    ...namesOf(row),
    figureCell(row.line.awareness),
    ...acts.map((act) => figureCell(row.line.acts[act])),
    ...clickCells(row.line.clicks),
    ...currencies.map((currency) => unitsOf({ currency, minor: amountIn(currency, row.line.amounts) })),
  ]);
  return [headings, ...body];
}

const clickCells = ({ total, unique, robots }: Line['clicks']): Cell[] => [total, unique, robots];

function networkLines({ report }: ReadReport, titleOf: (network: string) => string): readonly Cell[][] {
  const acts = actsIn(report.networks);
  const titles = acts.map((act) => actTitles[act]);
  const headings = ['Network', ...titles, 'Clicks', 'Unique clicks', 'Robots', 'Potential audience'];
  const rows = report.networks.map((row): Cell[] => [
    ...[titleOf(row.network), ...acts.map((act) => figureCell(row.acts[act]))],
    ...[...clickCells(row.clicks), row.audience ?? 'not told'],
  ]);
  const rest = acts.map((act) => (act === 'share' ? figureCell(report.unsplit) : ''));
  return [headings, ...rows, ['Not told by network', ...rest, '', '', '', '']];
}

function hourLines({ report }: ReadReport): readonly Cell[][] {
  const headings = ['Clicks', ...Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`)];
  if (report.hours === null) return [headings];
  return [headings, ...weekdays.map((name, index) => [name, ...(report.hours?.clicks[index] ?? [])])];
}
