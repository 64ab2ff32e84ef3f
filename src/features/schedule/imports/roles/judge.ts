import type { CsvRow } from '../../../../platform/csv/index.ts';
import { toldBy, unfitRow } from '../../../../platform/imports/index.ts';
import { line as lineField } from '../../work/fields.ts';
import { palette } from '../../work/palette.ts';
import { amountIn, type Cell, peopleIn } from '../cells.ts';
import { isAt, type Times, timesKey, timesWords } from '../times.ts';
import { type Told, tellsShift } from './columns.ts';
import { type Case, type Change, type Does, type Judged, type PlaceRef, placeKey, type Verdict } from './judgement.ts';
import { type NamedPlaces, namedPlaces } from './named-places.ts';
import { afterRow, roleKey, type Said, type Standing, standings, untold } from './standing.ts';
import { type ToldShift, toldShift } from './told-shift.ts';

/** What is judged, with what rows may name. */
type Index = Case & {
  readonly department: NamedPlaces;
  readonly location: NamedPlaces;
  /** Roles as the rows so far leave them. */
  readonly standing: Map<string, Standing>;
};

const mostSeries = 500;
const notYours = 'This is not among the locations and departments that you schedule.';
const wrong = (why: string): Judged => ({ verdict: 'error', why });

/** Judges every row against the organisation and the rows above it; with the places that are missing. */
export function judge(rows: readonly CsvRow[], about: Case) {
  const index: Index = {
    ...about,
    department: namedPlaces('department', about.found.departments, about),
    location: namedPlaces('location', about.found.locations, about),
    standing: standings(about.found),
  };
  const verdicts = rows.map((row): Verdict => {
    const told = toldBy(row.cells, about.mapping);
    return { line: row.line, role: told.role, location: told.location, ...judgeRow(row, told, index) };
  });
  return { verdicts, missing: { departments: index.department.missing(), locations: index.location.missing() } };
}

function judgeRow(row: CsvRow, told: Told, index: Index): Judged {
  const unfit = unfitRow(row.cells, index.columns);
  if (unfit !== null) return wrong(unfit);
  if (told.role === '') return wrong('No role is named. Give its name.');
  const name = lineField('a name').safeParse(told.role);
  if (!name.success) return wrong(name.error.issues[0]?.message ?? 'This is no name.');
  // Both are looked up before either is refused: a choice may then create all that is missing.
  const [location, department] = [locationOf(told, index), departmentOf(told, index)];
  if ('why' in location) return wrong(location.why);
  if ('why' in department) return wrong(department.why);
  const key = roleKey(name.data, location.value);
  const standing = index.standing.get(key) ?? untold(key);
  if (standing.role?.archived) return wrong('This role is archived. Bring it back first, or leave the row out.');
  if (!plans(index, standing, location.value, department.value)) return wrong(notYours);
  const said = saidOf(told, department.value, index);
  if ('why' in said) return wrong(said.why);
  const contradicted = contradictionIn(standing, said.value);
  if (contradicted !== null) return wrong(contradicted);
  const shift = toldShift(told, index);
  if ('why' in shift) return wrong(shift.why);
  const doubled = doublingIn(standing, shift.value, told);
  if (doubled !== null) return wrong(doubled);
  const shiftKey = shift.value && timesKey(shift.value.times);
  index.standing.set(key, afterRow(standing, row.line, said.value, shiftKey));
  const add = standing.role === null && standing.line === null ? { name: name.data, location: location.value } : null;
  return judgeDoing(index, standing, said.value, shift.value, add);
}

function locationOf({ location }: Told, { location: places, found }: Index): Cell<PlaceRef> {
  if (location !== '') return places.find(location);
  const [only, ...others] = found.locations.filter(({ archived }) => !archived);
  if (only !== undefined && others.length === 0) return { value: { id: only.id } };
  return { why: 'No location is given. Say where the role is.' };
}

function departmentOf({ department }: Told, { department: places }: Index): Cell<PlaceRef | null> {
  return department === '' ? { value: null } : places.find(department);
}

/** Whether the one who imports plans the role's work, now and with what the row says. */
function plans(index: Index, { role, is }: Standing, location: PlaceRef, department: PlaceRef | null): boolean {
  if (role !== null && !index.mayPlan(role)) return false;
  const after = department ?? is.department;
  // Whoever may create a place plans everywhere.
  const departmentId = after === null ? null : placeKey(after);
  return index.mayPlan({ id: role?.id ?? 'imported', locationId: placeKey(location), departmentId });
}

function saidOf(told: Told, department: PlaceRef | null, { found }: Index): Cell<Partial<Said>> {
  const rate = told.rate === '' ? null : amountIn(told.rate, found.digits);
  if (rate !== null && 'why' in rate) return rate;
  const headcount = told.headcount === '' ? null : peopleIn(told.headcount);
  if (headcount !== null && 'why' in headcount) return headcount;
  const colour = told.colour.toLowerCase();
  if (colour !== '' && !palette.some((one) => one === colour))
    return { why: `There is no colour “${told.colour.slice(0, 60)}”. Use ${palette.join(', ')}.` };
  return {
    value: {
      ...(department === null ? {} : { department }),
      ...(colour === '' ? {} : { colour }),
      ...(rate === null ? {} : { rate: rate.value }),
      ...(headcount === null ? {} : { headcount: headcount.value }),
    },
  };
}

const partWords = { department: 'department', colour: 'colour', rate: 'hourly rate' } as const;

/** Two rows that say different things of one role. */
function contradictionIn({ is, by }: Standing, said: Partial<Said>): string | null {
  const same = (part: keyof Said) => JSON.stringify(is[part]) === JSON.stringify(said[part]);
  const part = (['department', 'colour', 'rate'] as const).find(
    (one) => said[one] !== undefined && by[one] !== undefined && !same(one),
  );
  return part === undefined
    ? null
    : `Line ${by[part]} gives this role another ${partWords[part]}. Say the same in both, or leave one empty.`;
}

function doublingIn(standing: Standing, shift: ToldShift | null, told: Told): string | null {
  const { shifts, line } = standing;
  const same = shift === null ? undefined : shifts.get(timesKey(shift.times));
  if (same !== undefined) return `Line ${same} tells the same shift of this role. Keep one of the two.`;
  if (line !== null && !tellsShift(told)) return `Line ${line} is about the same role. Keep one of the two.`;
  if (shift !== null && standing.series.length + shifts.size >= mostSeries)
    return `A calendar has at most ${mostSeries} series: take out what is over.`;
  return null;
}

function judgeDoing(
  index: Index,
  standing: Standing,
  said: Partial<Said>,
  shift: ToldShift | null,
  add: Does['add'] | null,
): Judged {
  const { is } = standing;
  const differs = (part: keyof Said) =>
    said[part] !== undefined && JSON.stringify(said[part]) !== JSON.stringify(is[part]);
  const attributes = {
    ...(said.department && differs('department') ? { department: said.department } : {}),
    ...(said.colour && differs('colour') ? { colour: said.colour } : {}),
    ...(said.rate !== undefined && said.rate !== null && differs('rate') ? { rate: said.rate } : {}),
  };
  const people = shift?.people ?? said.headcount ?? is.headcount;
  const does: Does = {
    key: standing.key,
    ...(add ? { add } : {}),
    ...attributes,
    ...(shift === null ? {} : shiftDone(standing, shift.times, people)),
  };
  const changes = changesOf(index, standing, does);
  if (changes.length === 0) return { verdict: 'same' };
  return { verdict: standing.role === null ? 'new' : 'changed', does, changes };
}

/** A shift that is there already stays, with as many people as the row says, if it does; any other is added. */
function shiftDone({ series }: Standing, times: Times, people: number | null): Pick<Does, 'shifts' | 'needs'> {
  const there = series.filter((one) => isAt(one, times));
  const [first] = there;
  if (first === undefined) return { shifts: { times, needs: people ?? 1 } };
  if (people === null || there.some(({ payload }) => payload.needs === people)) return {};
  return { needs: { series: first, people } };
}

function changesOf({ found, department, location }: Index, { is }: Standing, does: Does): readonly Change[] {
  const change = (field: Change['field'], before: string, after: string): Change => ({ field, before, after });
  const money = (minor: number | null) =>
    minor === null ? '' : `${(minor / 10 ** found.digits).toFixed(found.digits)} ${found.currency}`;
  const people = (count: number) => (count === 1 ? '1 person' : `${count} people`);
  const was = is.department === null ? '' : department.nameOf(is.department);
  const { add, shifts, needs } = does;
  return [
    ...(add ? [change('location', '', location.nameOf(add.location))] : []),
    ...(does.department ? [change('department', was, department.nameOf(does.department))] : []),
    ...(does.rate === undefined ? [] : [change('rate', money(is.rate), money(does.rate))]),
    ...(does.colour ? [change('colour', is.colour ?? '', does.colour)] : []),
    ...(shifts ? [change('shifts', '', `${timesWords(shifts.times)}, ${people(shifts.needs)}`)] : []),
    ...(needs
      ? [change('shifts', `${timesWords(needs.series)}, ${people(needs.series.payload.needs)}`, people(needs.people))]
      : []),
  ];
}
