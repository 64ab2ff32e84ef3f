import type { CsvRow } from '../../../../platform/csv/index.ts';
import type { Tx } from '../../../../platform/db/index.ts';
import { markOf, type Refused, readImport, toldBy } from '../../../../platform/imports/index.ts';
import type { Asking } from '../../../../platform/policy/index.ts';
import { workersOf } from '../../asking.ts';
import type { ScheduleParts } from '../../parts.ts';
import { seriesOfPeople } from '../../work/series/store.ts';
import { dayIn, readSettings } from '../../work/settings/read-settings.ts';
import { type Mapping, spellings } from './columns.ts';
import { addressOf, judge } from './judge.ts';
import type { Verdict } from './judgement.ts';

export const mostRows = 2_000;

/** A file and what whoever imports has chosen for it. */
export interface Asked {
  /** In base 64. */
  readonly file: string;
  /** Null: as the header tells. */
  readonly mapping: Partial<Mapping> | null;
  /** The first day of what repeats, where a row gives none; null: today. */
  readonly from: string | null;
}

export interface Judged {
  readonly ok: true;
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly mapping: Mapping;
  readonly from: string;
  readonly verdicts: readonly Verdict[];
}

/** Reads a file and judges each of its rows against what people have said of their time. */
export async function judgeFile(
  parts: ScheduleParts,
  tx: Tx,
  asking: Asking,
  { file, mapping: asked, from }: Asked,
): Promise<Judged | Refused> {
  const read = readImport(file, asked, spellings, mostRows);
  if (!read.ok) return read;
  const { header, rows, mapping } = read;
  if (mapping.person === null && mapping.email === null && asked !== null)
    return { ok: false, code: 'no_columns', why: 'No column tells who somebody is. Choose the name or the e-mail.' };
  const workers = await workersOf(parts, tx, asking);
  const addresses = rows.map(({ cells }) => addressOf(toldBy(cells, mapping))).filter(Boolean);
  const { timeZone } = await parts.people.organisation(tx);
  const first = from ?? dayIn(timeZone, parts.clock.now());
  const verdicts = judge(rows, {
    ...{ columns: header.length, mapping, from: first },
    found: {
      workers,
      idsByAddress: await parts.people.idsByAddress(tx, addresses),
      series: await seriesOfPeople(
        tx,
        workers.map(({ id }) => id),
      ),
      weekStart: (await readSettings(parts, tx)).weekStart,
    },
  });
  return { ok: true, header, rows, mapping, from: first, verdicts };
}

/** What the preview says of a row, and the commit has to find again. */
export function markOfVerdict(verdict: Verdict): string {
  const { verdict: made, person, email } = verdict;
  if (made !== 'new' && made !== 'changed') return markOf([made, person, email]);
  const what = made === 'new' ? verdict.times : [verdict.series.id, verdict.series.revision];
  return markOf([made, person, email, verdict.personId, verdict.kind, what]);
}
