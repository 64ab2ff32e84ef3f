import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, sql } from '../../src/platform/db/index.ts';

/** A row of any table as a thief with the database reads it. */
export interface DumpedRow {
  /** `schema.table` */
  readonly table: string;
  /** All columns as JSON; bytes as `\x…`. */
  readonly text: string;
  /** The transaction that wrote it. */
  readonly xmin: string;
}

/** Every row of every table of the product and of the queue. */
export async function everyRow(db: Pick<Database, 'kysely'>): Promise<DumpedRow[]> {
  const tables = await sql<{ schema: string; name: string }>`
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('coact', 'jobs') and c.relkind = 'r' order by 1, 2`.execute(db.kysely);
  const rows: DumpedRow[] = [];
  for (const { schema, name } of tables.rows) {
    const found = await sql<{ text: string; xmin: string }>`
      select to_jsonb(t)::text as text, t.xmin::text as xmin from ${sql.table(`${schema}.${name}`)} t`.execute(
      db.kysely,
    );
    rows.push(...found.rows.map((row) => ({ table: `${schema}.${name}`, ...row })));
  }
  return rows;
}

/** Bytes with where they were found. */
export interface Residue {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The files under a folder that were written since a moment, without their trailing zeros. */
export function filesSince(folder: string, since: number): Residue[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => statSync(path).mtimeMs >= since)
    .map((name) => ({ name, bytes: trimmed(readFileSync(name)) }));
}

function trimmed(bytes: Buffer): Buffer {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return bytes.subarray(0, end);
}

/** Where the write-ahead log ends now. */
export async function walPosition(db: Pick<Database, 'kysely'>): Promise<number> {
  const found = await sql<{ lsn: string }>`select pg_current_wal_insert_lsn()::text as lsn`.execute(db.kysely);
  const [high = '0', low = '0'] = (found.rows[0]?.lsn ?? '').split('/');
  return Number.parseInt(high, 16) * 2 ** 32 + Number.parseInt(low, 16);
}

const pageSize = 8192;
/** Bytes of a page's header; the first page of a segment has the long one. */
const shortHeader = 24;
const longHeader = 40;

/**
 * What the write-ahead log gained since a position, once it is on the disk. Page headers are left out, so that what
 * crosses a page's end is found too.
 * @param folder the database's own folder, with `pg_wal` in it
 */
export async function walSince(db: Pick<Database, 'kysely'>, folder: string, from: number): Promise<Buffer> {
  const to = await walPosition(db);
  await flushed(db, to);
  const setting = await sql<{ bytes: string }>`
    select setting as bytes from pg_settings where name = 'wal_segment_size'`.execute(db.kysely);
  const segment = Number(setting.rows[0]?.bytes);
  const parts: Buffer[] = [];
  for (let start = Math.floor(from / segment) * segment; start < to; start += segment) {
    const lsn = `${Math.floor(start / 2 ** 32).toString(16)}/${((start % 2 ** 32) + 1).toString(16)}`;
    const named = await sql<{ name: string }>`select pg_walfile_name(${lsn}::pg_lsn) as name`.execute(db.kysely);
    const bytes = readFileSync(join(folder, 'pg_wal', named.rows[0]?.name ?? ''));
    for (let page = 0; page < segment; page += pageSize) {
      const begin = Math.max(page + (page === 0 ? longHeader : shortHeader), from - start);
      const end = Math.min(page + pageSize, to - start);
      if (begin < end) parts.push(bytes.subarray(begin, end));
    }
  }
  return Buffer.concat(parts);
}

/** A server may answer before its log is on the disk; a background process writes it some milliseconds later. */
async function flushed(db: Pick<Database, 'kysely'>, position: number): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) {
    const found = await sql<{ behind: number }>`
      select (${String(position)}::numeric - (pg_current_wal_flush_lsn() - '0/0'::pg_lsn))::float8 as behind`.execute(
      db.kysely,
    );
    if ((found.rows[0]?.behind ?? 0) <= 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the write-ahead log did not get to the disk');
}

/** A uuid as tables hold it. */
export const uuidBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');

/** Where any of `left` stands within `reach` bytes of any of `right`. */
export function besides(bytes: Buffer, left: readonly Buffer[], right: readonly Buffer[], reach: number): number[] {
  const places = left.flatMap((needle) => placesOf(bytes, needle));
  return places.filter((place) => {
    const around = bytes.subarray(Math.max(0, place - reach), place + reach);
    return right.some((needle) => around.includes(needle));
  });
}

function placesOf(bytes: Buffer, needle: Buffer): number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(needle); at !== -1; at = bytes.indexOf(needle, at + 1)) places.push(at);
  return places;
}
