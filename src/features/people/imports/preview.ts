import type { Tx } from '../../../platform/db/index.ts';
import { markOf, type Refused, readImport } from '../../../platform/imports/index.ts';
import type { Role } from '../../../platform/policy/index.ts';
import { addressKeyOf } from '../address.ts';
import type { PeopleContext } from '../context.ts';
import { nowhere } from '../places/place.ts';
import { listPlaces, placesOf } from '../places/store.ts';
import { type Mapping, spellings } from './columns.ts';
import { addressOf, type Case, judge, missingPlaces, type ReadRow } from './judge.ts';
import type { Choices, Found, Verdict } from './judgement.ts';
import { everybodyCompared } from './store.ts';

export const mostRows = 10_000;

/** A file and what whoever imports has chosen for it. */
export type Asked = {
  /** In base 64. */
  readonly file: string;
  /** Null: as the header tells. */
  readonly mapping: Partial<Mapping> | null;
  readonly choices: Choices;
  readonly byId: string;
  readonly mayGive: (held: readonly Role[], wanted: readonly Role[]) => boolean;
};

export type Judged = {
  readonly ok: true;
  readonly header: readonly string[];
  readonly rows: readonly ReadRow[];
  readonly mapping: Mapping;
  readonly verdicts: readonly Verdict[];
  readonly found: Found;
  readonly missing: ReturnType<typeof missingPlaces>;
};

/**
 * Reads a file and judges each of its rows against the organisation as it is.
 * @param hold everybody stays as they are until the transaction ends
 */
export async function judgeFile(
  { vault }: Pick<PeopleContext, 'vault'>,
  tx: Tx,
  { file, mapping: asked, ...about }: Asked,
  hold = false,
): Promise<Judged | Refused> {
  const read = readImport(file, asked, spellings, mostRows);
  if (!read.ok) return read;
  const { header, mapping } = read;
  if (mapping.name === null && mapping.firstName === null && mapping.lastName === null && mapping.email === null) {
    const why =
      'No column tells who somebody is. The first line has to name the columns; one of them is the name or the e-mail.';
    if (asked !== null) return { ok: false, code: 'no_columns', why };
  }
  const rows: ReadRow[] = [];
  for (const row of read.rows) {
    const address = addressOf(row.cells, mapping);
    const key = address === null ? null : await addressKeyOf(vault, tx, address);
    rows.push({ ...row, emailKey: key === null ? null : Buffer.from(key).toString('hex') });
  }
  const found = await findAll(tx, hold);
  const case_: Case = { ...about, mapping, found, columns: header.length };
  const verdicts = judge(rows, case_);
  return { ok: true, header, rows, mapping, verdicts, found, missing: missingPlaces(rows, case_) };
}

async function findAll(tx: Tx, hold: boolean): Promise<Found> {
  const people = await everybodyCompared(tx, hold);
  const ids = people.map(({ id }) => id);
  const places = await placesOf(tx, ids);
  return {
    people: people.map((person) => {
      const { departments, locations } = places.get(person.id) ?? nowhere;
      return { ...person, departments, locations };
    }),
    places: { department: await listPlaces(tx, 'department'), location: await listPlaces(tx, 'location') },
  };
}

/** What the preview says of a row, and the commit has to find again. */
export function markOfVerdict(verdict: Verdict): string {
  const { email, name } = verdict;
  const person = verdict.verdict === 'changed' ? verdict.person.id : null;
  const changes = 'changes' in verdict ? verdict.changes : null;
  return markOf([verdict.verdict, person, name, email, changes]);
}
