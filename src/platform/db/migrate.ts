import { readdirSync, readFileSync } from 'node:fs';
import { type Kysely, sql, type Transaction } from 'kysely';
import { type Database, typed } from './unit-of-work.ts';

/** A slice's migrations: numbered SQL files (`0001-name.sql`), applied in order, never edited or undone. */
export interface MigrationSet {
  readonly slice: string;
  readonly folder: URL;
}

/** The database can't be used with this code; the message says what to do. */
export class MigrationProblem extends Error {
  override readonly name = 'MigrationProblem';
}

interface Migration {
  readonly slice: string;
  readonly file: string;
  readonly text: string;
}

interface Tables {
  applied_migrations: { slice: string; file: string; applied_at: Date };
}

/** Any number of processes may start at once: the first to take this lock migrates, the others wait and find it done. */
const lockNumber = 7_204_163;

/**
 * Brings the database up to the code. Forward only; each file is one transaction.
 * @returns the names of the files applied now
 * @throws MigrationProblem if the database is newer than the code, or its login may not create what is needed
 */
export async function migrate(db: Database, sets: readonly MigrationSet[]): Promise<string[]> {
  await prepare(db.kysely);
  const done: string[] = [];
  for (const migration of read(sets)) {
    const applied = await db.kysely.transaction().execute((trx) => apply(typed<Tables>(trx), migration));
    if (applied) done.push(`${migration.slice}/${migration.file}`);
  }
  await refuseNewer(typed<Tables>(db.kysely), sets);
  return done;
}

/**
 * The same in a transaction at hand, which begins with the login's own rights and keeps them: for a database that is
 * built as a whole or not at all.
 * @param only names of the files to apply; all unless given
 */
export async function migrateWithin(
  trx: Transaction<unknown>,
  sets: readonly MigrationSet[],
  only?: ReadonlySet<string>,
): Promise<void> {
  await prepareWithin(trx);
  await sql`reset role`.execute(trx);
  for (const migration of read(sets)) {
    if (only?.has(`${migration.slice}/${migration.file}`) ?? true) await apply(typed<Tables>(trx), migration);
  }
  await sql`reset role`.execute(trx);
}

/** The names of every migration of this code. */
export function knownMigrations(sets: readonly MigrationSet[]): string[] {
  return read(sets).map((migration) => `${migration.slice}/${migration.file}`);
}

/** The names of migrations that the database lacks; empty when it fits the code. */
export async function pendingMigrations(db: Database, sets: readonly MigrationSet[]): Promise<string[]> {
  const rows = await typed<Tables>(db.kysely).selectFrom('applied_migrations').select(['slice', 'file']).execute();
  const applied = new Set(rows.map((row) => `${row.slice}/${row.file}`));
  return read(sets)
    .map((migration) => `${migration.slice}/${migration.file}`)
    .filter((name) => !applied.has(name));
}

/** The names of migrations that the database has and this code does not know: it belongs to a newer version. */
export async function unknownMigrations(db: Database, sets: readonly MigrationSet[]): Promise<string[]> {
  return unknownTo(typed<Tables>(db.kysely), sets);
}

async function unknownTo(kysely: Kysely<Tables>, sets: readonly MigrationSet[]): Promise<string[]> {
  const known = new Set(read(sets).map((migration) => `${migration.slice}/${migration.file}`));
  const rows = await kysely.selectFrom('applied_migrations').select(['slice', 'file']).execute();
  return rows.map((row) => `${row.slice}/${row.file}`).filter((name) => !known.has(name));
}

function read(sets: readonly MigrationSet[]): Migration[] {
  return sets.flatMap(({ slice, folder }) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.sql'))
      .toSorted()
      .map((file) => ({ slice, file, text: readFileSync(new URL(file, folder), 'utf8') })),
  );
}

async function apply(trx: Transaction<Tables>, migration: Migration): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(${lockNumber})`.execute(trx);
  const applied = await trx
    .selectFrom('applied_migrations')
    .select('file')
    .where('slice', '=', migration.slice)
    .where('file', '=', migration.file)
    .executeTakeFirst();
  if (applied !== undefined) return false;
  await sql`set local role coact_owner`.execute(trx);
  for (const statement of statements(migration.text)) await sql.raw(statement).execute(trx);
  await trx
    .insertInto('applied_migrations')
    .values({ slice: migration.slice, file: migration.file, applied_at: new Date() })
    .execute();
  return true;
}

/** Splits a file at semicolons that end a line, outside of $$ bodies: the embedded database takes one at a time. */
function statements(text: string): string[] {
  const found: string[] = [];
  let part = '';
  let inBody = false;
  for (const line of text.split('\n')) {
    const code = line.replace(/--.*$/, '');
    if ((code.match(/\$\$/g)?.length ?? 0) % 2 === 1) inBody = !inBody;
    part += `${code}\n`;
    if (!inBody && code.trimEnd().endsWith(';')) {
      found.push(part.trim());
      part = '';
    }
  }
  if (part.trim() !== '') found.push(part.trim());
  return found.filter((statement) => statement !== ';');
}

async function prepare(kysely: Kysely<unknown>): Promise<void> {
  try {
    await kysely.transaction().execute(prepareWithin);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '42501') {
      throw new MigrationProblem(
        'The database login may not create roles and a schema. Give it those rights for the first start ' +
          '(ALTER ROLE … CREATEROLE; GRANT CREATE ON DATABASE … TO …), or run `coact migrate` once with a login that has them.',
      );
    }
    throw error;
  }
}

async function prepareWithin(trx: Transaction<unknown>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${lockNumber})`.execute(trx);
  for (const role of ['coact_owner', 'coact_app', 'coact_directory']) await sql.raw(createRole(role)).execute(trx);
  await sql.raw('create schema if not exists coact authorization coact_owner').execute(trx);
  await sql.raw('grant usage on schema coact to coact_app, coact_directory').execute(trx);
  // Lets a constraint say "no two of the same person overlap". Trusted: whoever may create in the database may add it.
  await sql.raw('create extension if not exists btree_gist with schema coact').execute(trx);
  await sql.raw('set local role coact_owner').execute(trx);
  await sql
    .raw(
      `create table if not exists coact.applied_migrations
         (slice text not null, file text not null, applied_at timestamptz not null, primary key (slice, file))`,
    )
    .execute(trx);
}

function createRole(role: string): string {
  return `do $$ begin
    if not exists (select 1 from pg_roles where rolname = '${role}') then
      begin create role ${role} nologin; exception when duplicate_object or unique_violation then null; end;
    end if;
    if not pg_has_role(current_user, '${role}', 'member') then execute 'grant ${role} to current_user'; end if;
  end $$`;
}

async function refuseNewer(kysely: Kysely<Tables>, sets: readonly MigrationSet[]): Promise<void> {
  const unknown = await unknownTo(kysely, sets);
  if (unknown.length === 0) return;
  throw new MigrationProblem(
    `The database is newer than this version of Coact (it has ${unknown.join(', ')}). ` +
      'Start the newer version again, or restore a backup from before the upgrade.',
  );
}
