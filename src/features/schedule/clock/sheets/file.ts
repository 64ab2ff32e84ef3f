import { csvLine, csvMark } from '../../../../platform/csv/index.ts';
import type { Worker } from '../../../people/index.ts';
import { localAt } from '../../calendar/zone.ts';
import type { PlaceNames } from '../names.ts';
import type { PersonSheet } from './load-sheets.ts';

const columns = [
  ...['Person', 'Person id', 'Day', 'Start', 'End', 'Time zone', 'Role', 'Location'],
  ...['Break minutes', 'Worked minutes', 'Overtime minutes', 'Planned', 'State'],
];

type NameOf = (work: { readonly roleId: string | null; readonly locationId: string | null }) => PlaceNames;

/** Timesheets as a file: a line for each entry that is over, by person and time. */
export function sheetsFile(
  people: readonly { readonly worker: Worker; readonly sheet: PersonSheet }[],
  nameOf: NameOf,
): string {
  const lines = people.flatMap(({ worker, sheet }) =>
    sheet.ended.map(({ entry, counted }) => {
      const { roleName, locationName } = nameOf(entry);
      const at = (minute: number) => localAt(entry.zone, minute).replace('T', ' ');
      return csvLine([
        ...[worker.name, worker.id, entry.day, at(entry.start), at(counted.shift.end), entry.zone],
        ...[roleName ?? '', locationName ?? '', counted.breaks, counted.shift.workMinutes, counted.overtime],
        ...[counted.isPlanned ? 'yes' : 'no', sheet.sheet?.approvedAt ? 'approved' : 'open'],
      ]);
    }),
  );
  return csvMark + csvLine(columns) + lines.join('');
}
