import type { ShownRow } from '../../../../web/imports/contract.ts';
import { changeLine } from '../../../../web/imports/words.ts';
import { roleLabel } from '../members/roles.ts';
import type { Change, Field, ImportRow } from './contract.ts';

/** A row as it stands in the list. */
export function shownRow({ line, name, email, verdict, changes, why }: ImportRow): ShownRow {
  const beneath = name === '' ? '' : email;
  return { line, title: name || email || 'Nobody', beneath, verdict, does: changes.map(lineOf), why };
}

/** What differs, in a line: "Roles: Employee → Publisher". */
export function lineOf({ field, before, after }: Change): string {
  if (field === 'invitation') return 'Gets an invitation by mail';
  const shown = (text: string) =>
    field === 'roles' && text !== '' ? text.split(', ').map(roleLabel).join(', ') : text;
  return changeLine(labels[field], shown(before), shown(after));
}

const labels: Readonly<Record<Field, string>> = {
  ...{ name: 'Name', firstName: 'First name', lastName: 'Last name', email: 'E-mail' },
  ...{ roles: 'Roles', departments: 'Departments', locations: 'Locations' },
};

/** What a column may tell, with the words that the choice shows. */
export const mappingLabels: readonly { readonly field: Field; readonly label: string }[] = [
  { field: 'name', label: labels.name },
  { field: 'firstName', label: labels.firstName },
  { field: 'lastName', label: labels.lastName },
  { field: 'email', label: labels.email },
  { field: 'roles', label: labels.roles },
  { field: 'departments', label: labels.departments },
  { field: 'locations', label: labels.locations },
];
