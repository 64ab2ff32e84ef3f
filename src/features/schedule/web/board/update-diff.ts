import { formatMoney, plural } from '../../../../web/figures.ts';
import { dayName, hoursText, timesOf } from './days.ts';
import type { Plan, Shift } from './plan-contract.ts';
import type { Outcome, PlanSum } from './update-contract.ts';

/** What an update changes for somebody: the shifts that come and those that go, in the order of days. */
export interface PersonDiff {
  readonly personId: string;
  readonly name: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

type Known = Pick<Plan, 'people' | 'shifts' | 'roles'>;

/** "Mon 2 Mar 09:00–17:00, bar". */
export function shiftWords(shift: Shift, roles: Plan['roles']): string {
  const role = roles.find(({ id }) => id === shift.roleId)?.name ?? 'a role';
  return `${dayName(shift.day)} ${timesOf(shift)}, ${shift.label === null ? role : `${role} (${shift.label})`}`;
}

/** Everybody for whom an update changes something, by name. */
export function diffOf(outcome: Pick<Outcome, 'added' | 'removed'>, known: Known): readonly PersonDiff[] {
  const shifts = new Map(known.shifts.map((shift) => [shift.id, shift]));
  const linesOf = (places: Outcome['added'], personId: string) =>
    places
      .flatMap((place) => (place.personId === personId ? (shifts.get(place.shiftId) ?? []) : []))
      .toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1))
      .map((shift) => shiftWords(shift, known.roles));
  const touched = new Set([...outcome.added, ...outcome.removed].map(({ personId }) => personId));
  return [...touched]
    .map((personId) => ({
      personId,
      name: nameOf(known, personId),
      added: linesOf(outcome.added, personId),
      removed: linesOf(outcome.removed, personId),
    }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en', { sensitivity: 'base' }));
}

/** Somebody's name; people out of the scheduler's sight have none. */
export function nameOf({ people }: Pick<Plan, 'people'>, personId: string): string {
  return people.find(({ id }) => id === personId)?.name ?? 'Somebody else';
}

/** "3 shifts more, 1 less". */
export function diffWords({ added, removed }: Pick<PersonDiff, 'added' | 'removed'>): string {
  if (removed.length === 0) return `${plural(added.length, 'shift')} more`;
  if (added.length === 0) return `${plural(removed.length, 'shift')} less`;
  return `${plural(added.length, 'shift')} more, ${removed.length} less`;
}

/** Figures before and after, side by side. Cost only where both are known. */
export function figuresOf(
  before: PlanSum,
  after: PlanSum,
  currency: string,
): readonly { readonly label: string; readonly before: string; readonly after: string }[] {
  const places = (count: number) => plural(count, 'place');
  const cost =
    before.costMinor === null || after.costMinor === null
      ? []
      : [
          {
            label: 'Labour cost',
            before: formatMoney(before.costMinor, currency),
            after: formatMoney(after.costMinor, currency),
          },
        ];
  return [
    { label: 'Open', before: places(before.open), after: places(after.open) },
    { label: 'Hours', before: hoursText(before.minutes), after: hoursText(after.minutes) },
    ...cost,
  ];
}

/** How it ended, and whether it would end so again: not where the clock or somebody has cut it short. */
export function endedWords({ ended, seed }: Pick<Outcome, 'ended' | 'seed'>): string {
  const how = {
    optimal: 'Proved to be the best there is.',
    work: 'All the searching that pays for a schedule of this size is done; more time would not change it.',
    time: 'The best found in the time it had; more seconds may find a better one.',
    stopped: 'The best found until it was stopped.',
  }[ended];
  const again = ended === 'optimal' || ended === 'work';
  return `${how} ${again ? `Seed ${seed} gives the same again.` : `It began with seed ${seed}.`}`;
}
