import { type CsvRow, csvLine, csvMark } from '../csv/index.ts';
import { tokenHash } from '../vault/index.ts';

/** What changes, in words that people know. */
export type Change<Field extends string> = {
  readonly field: Field;
  readonly before: string;
  readonly after: string;
};

type AnyVerdict = { readonly line: number } & (
  | { readonly verdict: 'new' | 'changed' | 'same' }
  | { readonly verdict: 'error'; readonly why: string }
);

/** The verdicts that have something to do. */
export type Doable<Verdict> = Extract<Verdict, { readonly verdict: 'new' | 'changed' }>;

/** Why a row is not taken that would do something else than its preview showed. */
export const judgedDifferently =
  'What is here has changed since the preview: this row would now do something else. Look at the preview again.';

/**
 * The same as long as a row does the same; what a commit has to find as the preview showed it.
 * @param does all that tells what the row does, and to whom
 */
export function markOf(does: readonly unknown[]): string {
  return Buffer.from(tokenHash(JSON.stringify(does)))
    .toString('base64url')
    .slice(0, 16);
}

/** Which rows are carried out: those without error that are still what their preview showed. The others, with why. */
export function sortOut<Verdict extends AnyVerdict>(
  verdicts: readonly Verdict[],
  marks: readonly string[],
  mark: (verdict: Verdict) => string,
): {
  readonly todo: readonly Doable<Verdict>[];
  readonly refused: readonly { readonly row: Verdict; readonly why: string }[];
} {
  const todo: Doable<Verdict>[] = [];
  const refused: { row: Verdict; why: string }[] = [];
  for (const [index, row] of verdicts.entries()) {
    if (row.verdict === 'same') continue;
    if (row.verdict === 'error') refused.push({ row, why: row.why });
    else if (mark(row) !== marks[index]) refused.push({ row, why: judgedDifferently });
    else todo.push(row as Doable<Verdict>);
  }
  return { todo, refused };
}

/** Rows that were not taken, as a file that can be mended and imported again; null where there are none. */
export function refusedFile(
  { header, rows }: { readonly header: readonly string[]; readonly rows: readonly CsvRow[] },
  refused: readonly { readonly line: number; readonly why: string }[],
): string | null {
  if (refused.length === 0) return null;
  const cellsAt = new Map(rows.map(({ line, cells }) => [line, cells]));
  const lines = refused.map(({ line, why }) =>
    csvLine([...(cellsAt.get(line) ?? []).slice(0, header.length), line, why]),
  );
  return csvMark + csvLine([...header, 'Line', 'Reason']) + lines.join('');
}
