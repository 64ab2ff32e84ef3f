import { csvLine, csvMark } from '../../../../platform/csv/index.ts';
import { digitsOf, majorOf } from '../money.ts';
import { type Column, type Mapping, payrollFields } from './mapping.ts';
import type { PayrollRow } from './payroll-row.ts';

const marks = { comma: ',', semicolon: ';', tab: '\t' } as const;

/** The rows as a file. */
export function payrollFile(mapping: Mapping, rows: readonly PayrollRow[]): string {
  const line = (cells: readonly string[]) => csvLine(cells, marks[mapping.separator]);
  return csvMark + line(headings(mapping)) + rows.map((row) => line(cellsOf(mapping, row))).join('');
}

export function headings({ columns }: Pick<Mapping, 'columns'>): string[] {
  return columns.map(({ heading }) => heading);
}

/** A row as its mapping writes it. */
export function cellsOf(mapping: Mapping, row: PayrollRow): string[] {
  return mapping.columns.map((column) => cellOf(mapping, column, row));
}

function cellOf({ decimals, dates }: Mapping, column: Column, row: PayrollRow): string {
  if (!('field' in column)) return column.text;
  const value = row[column.field];
  if (value === null) return '';
  if (typeof value === 'string') return payrollFields[column.field].kind === 'date' ? dateAs(dates, value) : value;
  const currency = String(row.currency);
  const asNumber = (figure: number, digits: number) =>
    figure.toFixed(digits).replace('.', decimals === 'comma' ? ',' : '.');
  switch (payrollFields[column.field].kind) {
    case 'money':
      return asNumber(majorOf(value, currency), digitsOf(currency));
    case 'decimal':
      return asNumber(value, 2);
    default:
      return String(value);
  }
}

function dateAs(format: Mapping['dates'], date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  switch (format) {
    case 'iso':
      return date;
    case 'dots':
      return `${day}.${month}.${year}`;
    case 'slashes':
      return `${day}/${month}/${year}`;
    case 'us':
      return `${month}/${day}/${year}`;
  }
}
