import type { CsvRow } from '../../../../platform/csv/index.ts';
import type { Tx } from '../../../../platform/db/index.ts';
import { markOf, type Refused, readImport } from '../../../../platform/imports/index.ts';
import { listRoles } from '../../../schedule/index.ts';
import { bandNotes } from '../../bands/note.ts';
import type { PayParts } from '../../parts.ts';
import { readPaySettings } from '../../settings/store.ts';
import { asResource } from '../looking.ts';
import { openWages } from '../sealing.ts';
import type { Reader } from '../show.ts';
import { type Mapping, spellings } from './columns.ts';
import { judge, whoIn } from './judge.ts';
import type { Found, Verdict } from './judgement.ts';

export const mostRows = 5_000;

/** A file and what whoever imports has chosen for it. */
export interface Asked {
  /** In base 64. */
  readonly file: string;
  /** Null: as the header tells. */
  readonly mapping: Partial<Mapping> | null;
  /** Wages outside their band are meant so. */
  readonly outsideBand: boolean;
}

export interface JudgedFile {
  readonly ok: true;
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly mapping: Mapping;
  readonly verdicts: readonly Verdict[];
}

/** Who imports, and what the policies say to them. */
export type Importer = Pick<Reader, 'orgId' | 'allowed'>;

/** Reads a file and judges each of its rows against what people are paid. */
export async function judgeFile(
  parts: Pick<PayParts, 'people' | 'vault'>,
  tx: Tx,
  importer: Importer,
  { file, mapping: asked, outsideBand }: Asked,
): Promise<JudgedFile | Refused> {
  const read = readImport(file, asked, spellings, mostRows);
  if (!read.ok) return read;
  const { header, rows, mapping } = read;
  if (mapping.person === null && asked !== null)
    return { ok: false, code: 'no_columns', why: 'No column tells who somebody is. Choose that of the e-mail or id.' };
  const found = await findFor(parts, tx, importer, { rows, mapping });
  return {
    ok: true,
    header,
    rows,
    mapping,
    verdicts: judge(rows, { columns: header.length, mapping, outsideBand, found }),
  };
}

async function findFor(
  parts: Pick<PayParts, 'people' | 'vault'>,
  tx: Tx,
  importer: Importer,
  { rows, mapping }: Pick<JudgedFile, 'rows' | 'mapping'>,
): Promise<Found> {
  const { people } = parts;
  const named = rows.map(({ cells }) => whoIn(cells, mapping));
  const addresses = named.flatMap((who) => ('address' in who ? who.address : [])).filter(Boolean);
  const idsByAddress = await people.idsByAddress(tx, addresses);
  const ids = [...new Set([...named.flatMap((who) => ('id' in who ? who.id : [])), ...idsByAddress.values()])];
  const here = [...(await people.workers(tx)), ...(await people.leavers(tx, ids))];
  return {
    names: new Map(here.map(({ id, name }) => [id, name])),
    idsByAddress,
    mayEnter: await mayEnter(parts, tx, importer, ids),
    roles: await listRoles(tx),
    entries: Map.groupBy(await openWages(parts, tx, ids), ({ personId }) => personId),
    noteOf: await bandNotes(parts, tx, ids),
  };
}

async function mayEnter(
  { people }: Pick<PayParts, 'people'>,
  tx: Tx,
  { orgId, allowed }: Importer,
  ids: readonly string[],
): Promise<Found['mayEnter']> {
  const managers = await people.managersOf(tx, ids);
  const left = new Set((await people.leavers(tx, ids)).map(({ id }) => id));
  const { managersSee } = await readPaySettings(tx);
  return (personId) => {
    const state = left.has(personId) ? 'deactivated' : 'active';
    return allowed(
      'pay.enter',
      asResource({ personId, manager: managers.get(personId) ?? '', state, managersSee }, orgId),
    );
  };
}

/** What the preview says of a row, and the commit has to find again. */
export function markOfVerdict(verdict: Verdict): string {
  const { verdict: made } = verdict;
  if (made === 'error') return markOf([made, verdict.why]);
  return markOf([made, verdict.wanted, made === 'new' && verdict.outside]);
}
