import type { CsvRow } from '../../../../platform/csv/index.ts';
import { folded, markOf, unfitRow } from '../../../../platform/imports/index.ts';
import type { WorkRole } from '../../work/roles/role.ts';
import { type ForecastDay, mostAmount } from '../forecast.ts';
import { timeOf } from '../half-hours.ts';
import { amountIn, dayIn, halfIn } from './cells.ts';
import { type Mapping, type Told, toldBy, untold } from './columns.ts';

/** A number for a half hour, as a row gives it. */
export interface Wanted {
  readonly role: WorkRole;
  readonly day: string;
  readonly half: number;
  readonly amount: number;
}

/** What an import makes of a row. */
export type Verdict = { readonly line: number; readonly told: Told } & (
  | { readonly verdict: 'new' | 'changed' | 'same'; readonly wanted: Wanted; readonly before: number | null }
  | { readonly verdict: 'error'; readonly why: string }
);

/** What rows are compared with. */
export interface Found {
  /** Those that whoever imports may plan, archived ones too. */
  readonly roles: readonly WorkRole[];
  /** Names of locations. */
  readonly places: ReadonlyMap<string, string>;
  readonly forecasts: ReadonlyMap<string, readonly ForecastDay[]>;
}

/** What rows ask for, without what is forecast already: those of which it has to be looked up. */
export function wantedBy(rows: readonly CsvRow[], mapping: Mapping, columns: number, found: Omit<Found, 'forecasts'>) {
  const rolesOf = roleFinder(found);
  return rows.flatMap((row) => {
    const read = readRow(row, mapping, columns, rolesOf);
    return typeof read === 'string' ? [] : [read];
  });
}

/** Judges every row against what is forecast and the rows above it. */
export function judge(rows: readonly CsvRow[], mapping: Mapping, columns: number, found: Found): readonly Verdict[] {
  const rolesOf = roleFinder(found);
  const known = new Map(
    [...found.forecasts].flatMap(([roleId, days]) => days.map((one) => [`${roleId} ${one.day}`, one.amounts] as const)),
  );
  const above = new Map<string, number>();
  return rows.map((row): Verdict => {
    const seen = { line: row.line, told: toldBy(row.cells, mapping) };
    const read = readRow(row, mapping, columns, rolesOf);
    if (typeof read === 'string') return { ...seen, verdict: 'error', why: read };
    const { role, day, half, amount } = read;
    const key = `${role.id} ${day} ${half}`;
    const first = above.get(key);
    if (first !== undefined)
      return { ...seen, verdict: 'error', why: `Line ${first} is about the same half hour. Keep one of the two.` };
    above.set(key, row.line);
    const before = known.get(`${role.id} ${day}`)?.[half] ?? null;
    const verdict = before === null ? 'new' : before === amount ? 'same' : 'changed';
    return { ...seen, verdict, wanted: read, before };
  });
}

/** What the preview says of a row, and the commit has to find again. */
export function markOfVerdict(verdict: Verdict): string {
  if (verdict.verdict === 'error') return markOf([verdict.line, verdict.why]);
  const { wanted, before } = verdict;
  return markOf([verdict.verdict, wanted.role.id, wanted.day, wanted.half, wanted.amount, before]);
}

type FindRole = (told: Told) => WorkRole | string;

/** What a row wants, or the sentence that says what is wrong with it. */
function readRow({ cells }: CsvRow, mapping: Mapping, columns: number, findRole: FindRole): Wanted | string {
  const missing = unfitRow(cells, columns) ?? untold(mapping);
  if (missing !== null) return missing;
  const told = toldBy(cells, mapping);
  const role = findRole(told);
  if (typeof role === 'string') return role;
  const [day, half, amount] = [dayIn(told.day), halfIn(told.time), amountIn(told.amount)];
  if (day === null) return `${quoted(told.day)} is no day. Write it such as 2026-03-02.`;
  if (half === null) return `${quoted(told.time)} is no half hour. Write when it begins, such as ${timeOf(19)}.`;
  if (amount === null)
    return `${quoted(told.amount)} is no number from 0 to ${mostAmount}. Write it such as 12 or 12.5.`;
  return { role, day, half, amount };
}

const quoted = (cell: string) => (cell === '' ? 'Nothing' : `“${cell.slice(0, 60)}”`);

/** Roles by their name, and by that of their location where there are several or one is given. */
function roleFinder({ roles, places }: Pick<Found, 'roles' | 'places'>): FindRole {
  const byName = Map.groupBy(roles, ({ name }) => folded(name));
  return ({ role: name, location }) => {
    if (name === '') return 'No role is given.';
    const namesakes = byName.get(folded(name)) ?? [];
    const isThere = ({ locationId }: WorkRole) => folded(places.get(locationId) ?? '') === folded(location);
    const there = location === '' ? namesakes : namesakes.filter(isThere);
    const [role, ...others] = there.length > 1 ? there.filter(({ archived }) => !archived) : there;
    const where = location === '' ? '' : ` at ${quoted(location)}`;
    if (role === undefined) return `There is no role ${quoted(name)}${where} among those that you schedule.`;
    if (others.length > 0) return `There are several roles ${quoted(name)}. Give the location too.`;
    return role.archived ? `The role ${quoted(name)} is archived. Bring it back first.` : role;
  };
}
