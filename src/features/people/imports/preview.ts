import { csvLine, csvMark, readCsv } from '../../../platform/csv/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Role } from '../../../platform/policy/index.ts';
import { tokenHash } from '../../../platform/vault/index.ts';
import { addressKeyOf } from '../address.ts';
import type { PeopleContext } from '../context.ts';
import { nowhere } from '../places/place.ts';
import { listPlaces, placesOf } from '../places/store.ts';
import { guessMapping, type Mapping, mappingOf } from './columns.ts';
import { addressOf, type Case, judge, missingPlaces, type ReadRow } from './judge.ts';
import type { Choices, Found, Verdict } from './judgement.ts';
import { everybodyCompared } from './store.ts';

export const mostBytes = 5_000_000;
export const mostRows = 10_000;

/** A file and what whoever imports has chosen for it. */
export type Asked = {
  readonly file: Uint8Array;
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

/** Why a file can't be judged at all. */
export type Refused = {
  readonly ok: false;
  readonly code: 'too_large' | 'unreadable' | 'no_columns';
  readonly why: string;
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
  if (file.length > mostBytes) {
    return { ok: false, code: 'too_large', why: 'This file has more than 5 MB. Split it into smaller ones.' };
  }
  const read = readCsv(file, { mostRows });
  if (!read.ok) return { ok: false, code: 'unreadable', why: `Line ${read.line}: ${read.why}` };
  const { header } = read;
  const mapping = within(asked === null ? guessMapping(header) : mappingOf(asked), header.length);
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

/** A column that the file does not have tells nothing. */
function within(mapping: Mapping, columns: number): Mapping {
  const kept = Object.entries(mapping).filter(([, column]) => column !== null && column < columns);
  return mappingOf(Object.fromEntries(kept));
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

/** The same as long as a row does the same to the same person; what a commit has to find as the preview showed it. */
export function markOf(verdict: Verdict): string {
  const { email, name } = verdict;
  const person = verdict.verdict === 'changed' ? verdict.person.id : null;
  const changes = 'changes' in verdict ? verdict.changes : null;
  const text = JSON.stringify([verdict.verdict, person, name, email, changes]);
  return Buffer.from(tokenHash(text)).toString('base64url').slice(0, 16);
}

/** Rows that were not taken, as a file that can be mended and imported again; null where there are none. */
export function refusedFile(
  { header, rows }: Pick<Judged, 'header' | 'rows'>,
  refused: readonly { readonly line: number; readonly why: string }[],
): string | null {
  if (refused.length === 0) return null;
  const cellsAt = new Map(rows.map(({ line, cells }) => [line, cells]));
  const lines = refused.map(({ line, why }) =>
    csvLine([...(cellsAt.get(line) ?? []).slice(0, header.length), line, why]),
  );
  return csvMark + csvLine([...header, 'Line', 'Reason']) + lines.join('');
}
