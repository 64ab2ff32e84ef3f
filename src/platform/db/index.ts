/**
 * The database: PGlite (PostgreSQL inside the process) by default, PostgreSQL 15 or later by DATABASE_URL, with one SQL
 * dialect and one set of migrations. Every query runs in a unit of work that has given up the login's rights: it acts as
 * a role that owns nothing and sees one organisation's rows only (row-level security, forced).
 */
export { sql } from 'kysely';
export { catalogueProblems } from './catalogue.ts';
export { type DatabaseOptions, openDatabase } from './database.ts';
export { eraseRows, tenantTables } from './dump/erase.ts';
export { type Dump, LoadProblem } from './dump/load.ts';
export { holdsOrganisations, OthersConnected, restoreDump } from './dump/restore.ts';
export { type DumpedRow, type DumpedTable, type Snapshot, withSnapshot } from './dump/snapshot.ts';
export { inspectServer, type ServerInspection } from './inspection.ts';
export { DatabaseInUse, lockFolder } from './lock.ts';
export {
  knownMigrations,
  MigrationProblem,
  type MigrationSet,
  migrate,
  pendingMigrations,
  unknownMigrations,
} from './migrate.ts';
export { migrations } from './migrations.ts';
export type { Payload } from './notifications.ts';
export { type OrgId, orgId } from './org-id.ts';
export { replaceEmbedded } from './replace.ts';
export { type Database, orgOf, type Tx } from './unit-of-work.ts';
export { watchDatabase } from './watched.ts';
