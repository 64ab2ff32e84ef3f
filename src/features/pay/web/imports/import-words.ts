import type { ShownRow } from '../../../../web/imports/contract.ts';
import { dayText, payText, scopeText } from '../words.ts';
import type { WageField, WageRow } from './contract.ts';

/** What a column may tell, with the words that the choice shows. */
export const wageFields: readonly { readonly field: WageField; readonly label: string }[] = [
  { field: 'person', label: 'Person' },
  { field: 'role', label: 'Role' },
  { field: 'kind', label: 'Hour, month or year' },
  { field: 'amount', label: 'Amount' },
  { field: 'currency', label: 'Currency' },
  { field: 'hours', label: 'Hours a week' },
  { field: 'from', label: 'From' },
  { field: 'why', label: 'Why' },
];

/** A row as it stands in the list: "€15.50 an hour", "for all work, from 1 June 2026". */
export function shownWage({ line, name, verdict, wage, outside, why }: WageRow): ShownRow {
  const beneath = wage === null ? '' : `${scopeText(wage)}, from ${dayText(wage.from)}`;
  const does = wage === null ? [] : [payText(wage.pay), ...(outside ? ['outside the band'] : []), wage.why];
  return { line, title: name || 'Nobody', beneath, verdict, does, why };
}
