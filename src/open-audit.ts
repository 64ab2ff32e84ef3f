import { allActs } from './acts.ts';
import { organisationIds } from './features/people/index.ts';
import { allMigrations } from './migrations.ts';
import { type Audit, openAudit } from './platform/audit/index.ts';
import { systemClock } from './platform/clock/index.ts';
import type { Config } from './platform/config/index.ts';
import { type Database, MigrationProblem, type OrgId, openDatabase, pendingMigrations } from './platform/db/index.ts';
import { loadRootKey, openVault } from './platform/vault/index.ts';
import { allSealedPlaces } from './sealed-places.ts';

/** The audit log of an installation, for a command that serves nothing. Close it with `await using`. */
export interface StoredAudit extends AsyncDisposable {
  readonly db: Database;
  readonly audit: Audit;
  organisations(): Promise<readonly OrgId[]>;
}

/**
 * Opens database, keys and audit log.
 * @throws DatabaseInUse while Coact runs on the embedded database; MigrationProblem if the database is older than the
 * code; RootKeyProblem
 */
export async function openStoredAudit(config: Config): Promise<StoredAudit> {
  await using opening = new AsyncDisposableStack();
  const db = await openDatabase({ url: config.databaseUrl, folder: config.dataDir });
  opening.defer(() => db.close());
  const audit = await openAuditOn(config, db);
  const opened = opening.move();
  return {
    db,
    audit,
    organisations: () => db.directory(organisationIds),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

/**
 * Opens the audit log of a database that is open already.
 * @throws MigrationProblem if the database is older than the code; RootKeyProblem
 */
export async function openAuditOn(config: Config, db: Database): Promise<Audit> {
  const pending = await pendingMigrations(db, allMigrations).catch(() => null);
  if (pending === null || pending.length > 0) {
    throw new MigrationProblem('The database is not up to date with this version. Run `coact migrate` first.');
  }
  const keys = await loadRootKey(config, db, systemClock);
  return openAudit({ db, clock: systemClock, vault: openVault(keys, db, systemClock, allSealedPlaces) }, allActs);
}
