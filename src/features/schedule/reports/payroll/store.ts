import { orgOf, sql, type Tx } from '../../../../platform/db/index.ts';
import type { Column, SavedMapping } from './mapping.ts';

interface MappingRow {
  org_id: string;
  id: string;
  name: string;
  rows: SavedMapping['rows'];
  source: SavedMapping['source'];
  separator: SavedMapping['separator'];
  decimals: SavedMapping['decimals'];
  dates: SavedMapping['dates'];
  columns: unknown;
  revision: number;
  created_at: Date;
  changed_at: Date;
}

interface Tables {
  payroll_mappings: MappingRow;
}

/** All of them by name. */
export async function listMappings(tx: Tx): Promise<SavedMapping[]> {
  const { rows } = await sql<MappingRow>`select * from payroll_mappings order by name_key, id`.execute(tx.on());
  return rows.map(fromRow);
}

/** One, or null. `lock` keeps others from changing it until the transaction ends. */
export async function findMapping(tx: Tx, id: string, lock = false): Promise<SavedMapping | null> {
  const query = tx.on<Tables>().selectFrom('payroll_mappings').selectAll().where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row === undefined ? null : fromRow(row);
}

/** One change of names at a time in an organisation: of two that want one name, the second is told so. */
async function isTaken(tx: Tx, { id, name }: SavedMapping): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`payroll_mappings ${orgOf(tx)}`}, 0))`.execute(tx.on());
  const { rows } = await sql`select 1 from payroll_mappings
    where name_key = folded(${name}) and id <> ${id}`.execute(tx.on());
  return rows.length > 0;
}

/** Adds a mapping; false when there is one of that name. */
export async function insertMapping(tx: Tx, mapping: SavedMapping, now: Date): Promise<boolean> {
  if (await isTaken(tx, mapping)) return false;
  const row = { ...columnsOf(mapping), org_id: orgOf(tx), id: mapping.id, created_at: now, changed_at: now };
  await tx.on<Tables>().insertInto('payroll_mappings').values(row).execute();
  return true;
}

/** Writes a mapping as it shall be; false when there is another of that name. */
export async function updateMapping(tx: Tx, mapping: SavedMapping, now: Date): Promise<boolean> {
  if (await isTaken(tx, mapping)) return false;
  const change = { ...columnsOf(mapping), changed_at: now };
  await tx.on<Tables>().updateTable('payroll_mappings').set(change).where('id', '=', mapping.id).execute();
  return true;
}

export async function deleteMapping(tx: Tx, id: string): Promise<void> {
  await tx.on<Tables>().deleteFrom('payroll_mappings').where('id', '=', id).execute();
}

function columnsOf({ id: _, columns, ...mapping }: SavedMapping) {
  return { ...mapping, columns: JSON.stringify(columns) };
}

/** Columns were checked at the edge before they were written. */
function fromRow({ id, name, rows, source, separator, decimals, dates, columns, revision }: MappingRow): SavedMapping {
  return { id, name, rows, source, separator, decimals, dates, columns: columns as readonly Column[], revision };
}
