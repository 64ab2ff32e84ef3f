import type { ShownRow } from '../../../../web/imports/contract.ts';
import { changeLine } from '../../../../web/imports/words.ts';
import type { RoleField, RoleRow } from './role-contract.ts';

/** What a column may tell, with the words that the choice shows. */
const roleFields: readonly { readonly field: RoleField; readonly label: string }[] = [
  { field: 'role', label: 'Role' },
  { field: 'location', label: 'Location' },
  { field: 'department', label: 'Department' },
  { field: 'rate', label: 'Hourly rate' },
  { field: 'colour', label: 'Colour' },
  { field: 'headcount', label: 'Headcount' },
  { field: 'days', label: 'Days of the shift' },
  { field: 'start', label: 'Start' },
  { field: 'end', label: 'End' },
  { field: 'people', label: 'People' },
];

/** The fields that somebody may import; what an hour costs is not everybody's to say. */
export function fieldsFor(seesRates: boolean): typeof roleFields {
  return seesRates ? roleFields : roleFields.filter(({ field }) => field !== 'rate');
}

const labels = { location: 'At', department: 'Department', rate: 'Hourly rate', colour: 'Colour', shifts: 'Shifts' };

/** A row as it stands in the list. */
export function shownRole({ line, role, location, verdict, changes, why }: RoleRow): ShownRow {
  const does = changes.map(({ field, before, after }) => changeLine(labels[field], before, after));
  return { line, title: role || 'No role', beneath: location, verdict, does, why };
}
