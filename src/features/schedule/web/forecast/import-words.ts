import type { ShownRow } from '../../../../web/imports/contract.ts';
import { changeLine } from '../../../../web/imports/words.ts';
import { amountText } from './amounts.ts';
import type { Field, ImportResult, ImportRow } from './import-contract.ts';

type Told = Pick<ImportRow, 'role' | 'location' | 'day' | 'time'>;

/** "Bar, Harbour" as a file names a role. */
function roleOf({ role, location }: Told): string {
  return [role, location].filter((part) => part !== '').join(', ') || 'No role';
}

/** A row as it stands in the list. */
export function shownRow(row: ImportRow): ShownRow {
  const { line, verdict, before, amount, why, day, time } = row;
  const beneath = [day, time].filter((part) => part !== '').join(' ');
  const does = amount === null ? [] : [changeLine('Expected', amountText(before), amountText(amount))];
  return { line, title: roleOf(row), beneath, verdict, does, why };
}

/** A row that was not taken, by what tells it apart. */
export function refusedRow(row: ImportResult['refused'][number]) {
  return { line: row.line, title: `${roleOf(row)} ${row.day} ${row.time}`.trim(), why: row.why };
}

/** What a column may tell, with the words that the choice shows. */
export const mappingLabels: readonly { readonly field: Field; readonly label: string }[] = [
  { field: 'location', label: 'Location' },
  { field: 'role', label: 'Role' },
  { field: 'day', label: 'Day' },
  { field: 'time', label: 'Time' },
  { field: 'amount', label: 'Amount' },
];
