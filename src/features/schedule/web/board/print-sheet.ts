import { dayName, hoursText, timesOf } from './days.ts';
import type { Plan } from './plan-contract.ts';
import type { Chip, Row } from './rows.ts';

/** A printed line: a day of somebody, or of a role. */
export interface PrintLine {
  readonly day: string;
  readonly entries: readonly string[];
}

export interface PrintBlock {
  readonly key: string;
  readonly name: string;
  readonly note: string;
  readonly lines: readonly PrintLine[];
}

/** What is printed of the board: a block per person or role, with only the days on which there is something. */
export function printBlocks(
  rows: readonly Row[],
  plan: Pick<Plan, 'roles' | 'people' | 'locations'>,
): readonly PrintBlock[] {
  return rows.flatMap((row) => {
    if (row.kind !== 'person' && row.kind !== 'role') return [];
    const lines = [...row.cells.entries()]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([day, chips]) => ({
        day: dayName(day),
        entries: row.kind === 'person' ? chips.map((chip) => personEntry(chip, plan)) : roleEntries(chips, plan),
      }));
    if (lines.length === 0) return [];
    const note = row.kind === 'role' ? row.place : row.person.minutes === null ? '' : hoursText(row.person.minutes);
    return [{ key: row.key, name: row.name, note, lines }];
  });
}

function personEntry({ shift }: Chip, { roles, locations }: Pick<Plan, 'roles' | 'locations'>): string {
  const role = roles.find(({ id }) => id === shift.roleId)?.name ?? 'a role';
  const place = locations.length < 2 ? undefined : locations.find(({ id }) => id === shift.locationId)?.name;
  return [`${timesOf(shift)} ${role}`, shift.label, place].filter((part) => part != null).join(', ');
}

/** A shift with everybody on it, and what is open. */
function roleEntries(chips: readonly Chip[], { people }: Pick<Plan, 'people'>): readonly string[] {
  return chips
    .filter(({ assignment, shift }) => assignment === null && !shift.cancelled)
    .map(({ shift }) => {
      const names = shift.assignments.map(
        ({ personId }) => people.find(({ id }) => id === personId)?.name ?? 'Somebody else',
      );
      const open = shift.missing > 0 ? [`${shift.missing} open`] : [];
      const label = shift.label === null ? '' : ` ${shift.label}`;
      return `${timesOf(shift)}${label}: ${[...names, ...open].join(', ')}`;
    });
}
