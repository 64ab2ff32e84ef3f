import { csvLine, csvMark } from '../../../../platform/csv/index.ts';
import type { EquityAnswer } from './shapes.ts';

const headings = ['Group by', 'Group', 'Currency', 'People', 'Median an hour', 'People with a band', 'Median position'];

type Row = EquityAnswer['whole'];

/** The tables as one file, a line for each group and currency; what is not told has a line without figures. */
export function equityFile({ whole, tables }: EquityAnswer): string {
  const lines = [linesOf('everybody', whole), ...tables.flatMap(({ by, rows }) => rows.map((row) => linesOf(by, row)))];
  return csvMark + csvLine(headings) + lines.flat().join('');
}

function linesOf(by: string, { label, figures }: Row): readonly string[] {
  const group = label ?? (by === 'everybody' ? 'Everybody' : 'Not said');
  if (figures.length === 0) return [csvLine([by, group, '', '', 'not shown', '', 'not shown'])];
  return figures.map(({ currency, pay, compa }) =>
    csvLine([
      ...[by, group, currency, pay?.people ?? ''],
      pay === null ? 'not shown' : decimalOf(pay.value, currency),
      ...[compa?.people ?? '', compa === null ? 'not shown' : (compa.value / 100).toFixed(2)],
    ]),
  );
}

/** Minor units as an amount, with as many digits as the currency has. */
function decimalOf(minor: number, currency: string): string {
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return (minor / 10 ** digits).toFixed(digits);
}
