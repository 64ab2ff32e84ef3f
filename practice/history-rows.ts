import { orgOf, type Tx } from '../src/platform/db/index.ts';

export type Row = Readonly<Record<string, unknown>>;

/** Writes rows of the organisation some hundred at a time: a statement takes 65,535 values at most. */
export async function insertRows(tx: Tx, table: string, rows: readonly Row[]): Promise<void> {
  const inOrg = rows.map((row) => ({ org_id: orgOf(tx), ...row }));
  for (let from = 0; from < inOrg.length; from += 500) {
    await tx
      .on<Record<string, Row>>()
      .insertInto(table)
      .values(inOrg.slice(from, from + 500))
      .execute();
  }
}
