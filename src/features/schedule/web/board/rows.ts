import type { Day } from '../../../../web/zoned-time.ts';
import { openPlaces } from './coverage.ts';
import type { Assignment, Plan, PlanPerson, PlanRole, Shift } from './plan-contract.ts';

/** One thing in a cell: a shift itself, or somebody on a shift. */
export interface Chip {
  readonly key: string;
  readonly shift: Shift;
  /** Null: the shift itself, with its open places. */
  readonly assignment: Assignment | null;
}

interface RowParts {
  readonly key: string;
  readonly name: string;
  readonly cells: ReadonlyMap<Day, readonly Chip[]>;
  /** Chips in its fullest cell. */
  readonly depth: number;
}

/** A line of the board. A location's only heads the roles that follow it. */
export type Row = RowParts &
  (
    | { readonly kind: 'open' }
    | { readonly kind: 'person'; readonly person: PlanPerson }
    | { readonly kind: 'role'; readonly role: PlanRole; readonly place: string }
    | { readonly kind: 'location'; readonly shifts: readonly Shift[] }
  );

export type View = 'people' | 'roles' | 'locations';
type Shown = Pick<Plan, 'roles' | 'shifts' | 'people' | 'locations'>;

/** The lines of a view, in the order to show them. */
export function rowsOf(view: View, shown: Shown): readonly Row[] {
  const shifts = shown.shifts.toSorted(inOrder);
  if (view === 'people') return peopleRows(shown, shifts);
  if (view === 'roles') return roleRows(shown.locations, shifts, shown.roles.toSorted(byName));
  return shown.locations.toSorted(byName).flatMap((location) => {
    const roles = shown.roles.filter(({ locationId }) => locationId === location.id).toSorted(byName);
    if (roles.length === 0) return [];
    const here = shifts.filter(({ locationId }) => locationId === location.id);
    const head: Row = {
      kind: 'location',
      key: `location ${location.id}`,
      name: location.name,
      cells: new Map(),
      depth: 0,
      shifts: here,
    };
    return [head, ...roleRows(null, here, roles)];
  });
}

/** Earlier first, then longer, then by id so that nothing jumps. */
function inOrder(one: Shift, other: Shift): number {
  if (one.startsAt !== other.startsAt) return one.startsAt < other.startsAt ? -1 : 1;
  if (one.endsAt !== other.endsAt) return one.endsAt > other.endsAt ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return one.name.localeCompare(other.name, 'en', { sensitivity: 'base', numeric: true });
}

function peopleRows({ people }: Shown, shifts: readonly Shift[]): readonly Row[] {
  const open = cellsOf(shifts.filter((shift) => openPlaces(shift) > 0).map((shift) => [shift, null] as const));
  const perPerson = new Map<string, (readonly [Shift, Assignment])[]>();
  for (const shift of shifts) {
    for (const assignment of shift.assignments) {
      const own = perPerson.get(assignment.personId);
      if (own === undefined) perPerson.set(assignment.personId, [[shift, assignment]]);
      else own.push([shift, assignment]);
    }
  }
  const rows = people.toSorted(byName).map((person): Row => {
    const { id: key, name } = person;
    return { kind: 'person', key, name, person, ...cellsOf(perPerson.get(key) ?? []) };
  });
  return [{ kind: 'open', key: 'open', name: 'Open shifts', ...open }, ...rows];
}

/** @param locations named at each role; null below a location's own line */
function roleRows(
  locations: Plan['locations'] | null,
  shifts: readonly Shift[],
  roles: readonly PlanRole[],
): readonly Row[] {
  return roles.map((role): Row => {
    const own = shifts.filter(({ roleId }) => roleId === role.id);
    const pairs = own.flatMap((shift) => [
      [shift, null] as const,
      ...shift.assignments.map((assignment) => [shift, assignment] as const),
    ]);
    const place = locations?.find(({ id }) => id === role.locationId)?.name ?? '';
    return { kind: 'role', key: role.id, name: role.name, role, place, ...cellsOf(pairs) };
  });
}

function cellsOf(pairs: readonly (readonly [Shift, Assignment | null])[]): Pick<RowParts, 'cells' | 'depth'> {
  const cells = new Map<Day, Chip[]>();
  let depth = 0;
  for (const [shift, assignment] of pairs) {
    const cell = cells.get(shift.day) ?? [];
    cell.push({ key: assignment?.id ?? shift.id, shift, assignment });
    cells.set(shift.day, cell);
    depth = Math.max(depth, cell.length);
  }
  return { cells, depth };
}

/**
 * The rows of `after`, with the very objects of `before` where nothing changed, so that only rows that differ are drawn
 * again after an edit.
 */
export function reusedRows(before: readonly Row[], after: readonly Row[]): readonly Row[] {
  const known = new Map(before.map((row) => [row.key, row]));
  return after.map((row) => {
    const earlier = known.get(row.key);
    return earlier !== undefined && isSame(earlier, row) ? earlier : row;
  });
}

function isSame(one: Row, other: Row): boolean {
  if (one.kind !== other.kind || one.name !== other.name || one.cells.size !== other.cells.size) return false;
  if (one.kind === 'person' && other.kind === 'person' && one.person !== other.person) return false;
  if (one.kind === 'role' && other.kind === 'role' && (one.role !== other.role || one.place !== other.place))
    return false;
  if (one.kind === 'location' && other.kind === 'location') return isSameList(one.shifts, other.shifts);
  for (const [day, chips] of one.cells) {
    const others = other.cells.get(day);
    if (others === undefined || others.length !== chips.length) return false;
    if (!chips.every((chip, at) => chip.shift === others[at]?.shift && chip.assignment === others[at]?.assignment))
      return false;
  }
  return true;
}

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, at) => item === other[at]);
}
