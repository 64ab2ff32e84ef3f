import { plural } from '../../../../web/figures.ts';
import { roleLabel } from '../members/roles.ts';
import type { Change, ImportRow, Mapping, Preview, RowVerdict } from './contract.ts';

/** The verdicts in the order in which they are of interest, with their words and colours. */
export const verdicts: readonly { readonly verdict: RowVerdict; readonly label: string; readonly color: string }[] = [
  { verdict: 'error', label: 'In error', color: 'red' },
  { verdict: 'new', label: 'New', color: 'pine' },
  { verdict: 'changed', label: 'Changed', color: 'lilac' },
  { verdict: 'same', label: 'As it is', color: 'gray' },
];

export function countOf(rows: readonly ImportRow[], verdict: RowVerdict): number {
  return rows.filter((row) => row.verdict === verdict).length;
}

/** What the button says; null while there is nothing to import. */
export function importLabel({ rows }: Pick<Preview, 'rows'>): string | null {
  const [added, changed] = [countOf(rows, 'new'), countOf(rows, 'changed')];
  if (added + changed === 0) return null;
  if (changed === 0) return `Add ${plural(added, 'person', 'people')}`;
  if (added === 0) return `Change ${plural(changed, 'person', 'people')}`;
  return `Add ${added}, change ${changed}`;
}

/** What differs, in a line: "Roles: Employee → Publisher". */
export function changeLine({ field, before, after }: Change): string {
  if (field === 'invitation') return 'Gets an invitation by mail';
  const shown = (text: string) => (field === 'roles' ? text.split(', ').map(roleLabel).join(', ') : text);
  const from = before === '' ? '' : `${shown(before)} → `;
  return `${fieldLabels[field]}: ${from}${after === '' ? 'none' : shown(after)}`;
}

const fieldLabels: Readonly<Record<Exclude<Change['field'], 'invitation'>, string>> = {
  ...{ name: 'Name', email: 'E-mail', roles: 'Roles', departments: 'Departments', locations: 'Locations' },
};

/** What a column may tell, with the words that the choice shows. */
export const mappingLabels: readonly { readonly field: keyof Mapping; readonly label: string }[] = [
  { field: 'name', label: 'Name' },
  { field: 'firstName', label: 'First name' },
  { field: 'lastName', label: 'Last name' },
  { field: 'email', label: 'E-mail' },
  { field: 'roles', label: 'Roles' },
  { field: 'departments', label: 'Departments' },
  { field: 'locations', label: 'Locations' },
];

/** A column as it is offered: its name, and what stands in it first. */
export function columnLabel({ name, sample }: Preview['columns'][number], index: number): string {
  const shown = name === '' ? `Column ${index + 1}` : name;
  return sample === '' ? shown : `${shown} (${sample.length > 24 ? `${sample.slice(0, 23)}…` : sample})`;
}
