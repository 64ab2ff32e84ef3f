import type { z } from '@hono/zod-openapi';
import { csvLine, csvMark } from '../../../platform/csv/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { ProcessParts } from '../parts.ts';
import type { Found } from '../writing/process.ts';
import { todayOf } from './asking.ts';
import { askedOf, everyReader } from './audience.ts';
import { notBegun, type Progress, type Reading, stateOf } from './reading.ts';
import type { peopleShape } from './shapes.ts';
import { progressOf } from './store.ts';

type Parts = Pick<ProcessParts, 'clock' | 'people' | 'policy'>;
type Row = z.infer<typeof peopleShape>['people'][number];

const time = (at: Date | null) => at?.toISOString() ?? null;

/** Who has confirmed and who has not yet, by name: those of whom it is asked, then those who confirmed and left its audience. */
export async function listPeople(parts: Parts, tx: Tx, found: Found, reading: Reading): Promise<readonly Row[]> {
  const { departments, locations } = await parts.people.places(tx);
  const places = new Map([...departments, ...locations].map(({ id, name }) => [id, name]));
  const named = (ids: readonly string[]) => ids.flatMap((id) => places.get(id) ?? []);
  const [progress, today] = [await progressOf(tx, reading.id), await todayOf(parts, tx)];
  const { asked } = askedOf(parts, found, reading.audience, await everyReader(parts, tx));
  const rows = asked.map(({ name, standing }) =>
    rowOf(reading, progress.get(standing.personId) ?? notBegun(standing.personId), today, {
      ...{ name, isAsked: true },
      ...{ departments: named(standing.departments), locations: named(standing.locations) },
    }),
  );
  const ids = new Set(rows.map(({ id }) => id));
  const others = [...progress.values()].filter(
    ({ personId, confirmedAt }) => confirmedAt !== null && !ids.has(personId),
  );
  const names = await parts.people.namesOf(
    tx,
    others.map(({ personId }) => personId),
  );
  const left = others.map((one) =>
    rowOf(reading, one, today, {
      ...{ name: names.get(one.personId) ?? '', isAsked: false, departments: [], locations: [] },
    }),
  );
  return [...rows, ...left.toSorted((one, other) => one.name.localeCompare(other.name))];
}

function rowOf(
  reading: Reading,
  progress: Progress,
  today: string,
  about: Pick<Row, 'name' | 'isAsked' | 'departments' | 'locations'>,
): Row {
  const { personId, confirmedAt, number, how, tries, passedAt, toldAt, remindedAt } = progress;
  const isConfirmed = confirmedAt !== null && number !== null && how !== null;
  return {
    ...about,
    ...{ id: personId, state: stateOf(reading, progress, today) },
    confirmed: isConfirmed ? { version: number, at: confirmedAt.toISOString(), how } : null,
    ...{ passed: reading.quiz === null ? null : passedAt !== null, tries },
    ...{ toldAt: time(toldAt), remindedAt: time(remindedAt) },
  };
}

const headings = [
  ...['Name', 'State', 'Confirmed at', 'Version', 'How', 'Quiz passed', 'Tries'],
  ...['Told at', 'Reminded at', 'Departments', 'Locations'],
];
const stateWords: Readonly<Record<Row['state'], string>> = { open: 'not yet', late: 'late', confirmed: 'confirmed' };

/** The same as a table for a spreadsheet. */
export function peopleCsv(rows: readonly Row[]): string {
  const lines = rows.map((row) => [
    ...[row.name, row.isAsked ? stateWords[row.state] : 'confirmed, not asked any more'],
    ...[row.confirmed?.at ?? '', row.confirmed?.version ?? '', row.confirmed?.how ?? ''],
    ...[row.passed === null ? '' : row.passed ? 'yes' : 'no', row.passed === null ? '' : row.tries],
    ...[row.toldAt ?? '', row.remindedAt ?? '', row.departments.join('; '), row.locations.join('; ')],
  ]);
  return csvMark + [headings, ...lines].map((line) => csvLine(line)).join('');
}
