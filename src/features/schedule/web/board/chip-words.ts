import { plural } from '../../../../web/figures.ts';
import { openPlaces } from './coverage.ts';
import { dayName, timesOf } from './days.ts';
import type { Assignment } from './plan-contract.ts';
import type { Chip } from './rows.ts';

interface Known {
  readonly role: string;
  readonly name: string | null;
}

/** "2 open", "full", "cancelled". */
export function placesWords({ shift }: Pick<Chip, 'shift'>): string {
  if (shift.cancelled) return 'cancelled';
  const open = openPlaces(shift);
  return open === 0 ? 'full' : `${open} open`;
}

/** What an assignment's marks mean, for those who don't see them. */
function markWords({ published, pinned, overruledWhy, faults }: Assignment): readonly string[] {
  return [
    published ? 'published' : 'not published yet',
    ...(pinned ? ['pinned'] : []),
    ...(faults.length > 0 ? [plural(faults.length, 'conflict')] : []),
    ...(overruledWhy === null ? [] : ['a rule was overruled']),
  ];
}

/** A chip's whole name: "Ana, bar, Mon 2 Mar 09:00–17:00, not published yet, pinned". */
export function chipName(chip: Chip, { role, name }: Known): string {
  const { shift, assignment } = chip;
  const when = `${dayName(shift.day)} ${timesOf(shift)}`;
  const what = shift.label === null ? role : `${role} (${shift.label})`;
  if (assignment === null) return [what, when, `needs ${shift.needs}`, placesWords(chip)].join(', ');
  return [name ?? 'Somebody', what, when, ...markWords(assignment)].join(', ');
}
