import { allMigrations } from '../../migrations.ts';
import { missingGuards } from '../../platform/audit/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Config } from '../../platform/config/index.ts';
import {
  catalogueProblems,
  type Database,
  DatabaseInUse,
  inspectServer,
  openDatabase,
  pendingMigrations,
  unknownMigrations,
} from '../../platform/db/index.ts';
import { sentenceOf } from '../problems.ts';
import { examineConnection } from './connection.ts';
import { about, type Finding } from './finding.ts';
import { examineKeys } from './keys.ts';
import { examineQueue } from './queue.ts';
import { examineWorkspaces } from './workspaces.ts';

/** Opens the database, changes nothing, and looks at server, tables, keys and queue. */
export async function examineDatabase(config: Config, clock: Clock): Promise<Finding[]> {
  const { problem, notChecked } = about('Database');
  const powerLoss = config.databaseUrl === undefined ? [embedded] : [];
  let db: Database;
  try {
    db = await openDatabase({ url: config.databaseUrl, folder: config.dataDir });
  } catch (error) {
    if (error instanceof DatabaseInUse) {
      const sentence = 'Coact is running on it, so database, keys and queue were left alone.';
      return [notChecked(sentence, 'Stop Coact to have them examined.'), ...powerLoss];
    }
    return [problem("it can't be opened.", `Check DATABASE_URL, or the folder ${config.dataDir}.`)];
  }
  try {
    return [...(await examine(db, config, clock)), ...powerLoss];
  } catch (error) {
    return [problem(sentenceOf(error) ?? 'It does not answer.', 'Check that it runs and that DATABASE_URL is right.')];
  } finally {
    await db.close();
  }
}

/** Measured: the embedded engine makes no fsync call, whatever it is asked to. */
const embedded = about('Embedded database').warning(
  'it survives a crash of Coact, but after a power cut the last writes may be missing.',
  'For more, set DATABASE_URL to a PostgreSQL.',
);

async function examine(db: Database, config: Config, clock: Clock): Promise<Finding[]> {
  const server = config.databaseUrl === undefined ? [] : await examineServer(db, config.databaseUrl, clock);
  const pending = await pendingMigrations(db, allMigrations).catch(nullIfEmpty);
  if (pending === null) {
    const { warning } = about('Database');
    return [
      ...server,
      warning('it is empty.', '`coact serve` sets it up.'),
      ...(await examineKeys(config, db, null, clock)),
    ];
  }
  return [
    ...server,
    await examineSchema(db, pending),
    ...(pending.length > 0 ? [] : [await examineAuditGuards(db)]),
    ...(await examineKeys(config, db, pending, clock)),
    ...(await examineQueue(db)),
    ...(pending.length > 0 ? [] : await examineWorkspaces(config, db, clock)),
  ];
}

/** A database that Coact has never seen has no list of migrations (PostgreSQL's undefined_table). */
function nullIfEmpty(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === '42P01') return null;
  throw error;
}

async function examineServer(db: Database, url: string, clock: Clock): Promise<Finding[]> {
  const { ok, warning, problem } = about('Database server');
  const { version, tls, login, clockAheadMs } = await inspectServer(db, () => clock.now().getTime());
  const findings: Finding[] = [];
  const major = Math.floor(version / 10_000);
  if (major < 15) findings.push(problem(`it is PostgreSQL ${major}.`, 'Use 15 or later.'));
  else findings.push(ok(`PostgreSQL ${major}${tls === null ? '' : `, ${tls}`}.`));
  findings.push(...examineConnection(url, tls));
  if (login.superuser) {
    const mend = 'Make one that may create roles and owns the database (docs/operating/database.md).';
    findings.push(warning(`the login ${login.name} is a superuser, which Coact does not need.`, mend));
  }
  const seconds = Math.round(Math.abs(clockAheadMs) / 1_000);
  if (seconds > 5) {
    const mend = 'Keep both clocks by NTP: sessions, links and jobs go by them.';
    findings.push((seconds > 60 ? problem : warning)(`its clock differs from this machine's by ${seconds} s.`, mend));
  }
  return findings;
}

async function examineSchema(db: Database, pending: readonly string[]): Promise<Finding> {
  const { ok, warning, problem } = about('Database');
  const newer = await unknownMigrations(db, allMigrations);
  if (newer.length > 0) {
    const mend = 'Start the newer version again, or restore a backup from before the upgrade.';
    return problem(`a newer version of Coact has changed it (${newer.join(', ')}).`, mend);
  }
  if (pending.length > 0) {
    return warning(`it lacks ${pending.length} changes of this version.`, '`coact migrate` applies them.');
  }
  const holes = await catalogueProblems(db);
  if (holes.length > 0) {
    return problem(
      `the wall between organisations has holes: ${holes.join('; ')}.`,
      'Undo what was changed by hand, or restore the backup from before it.',
    );
  }
  return ok(`${db.kind === 'pglite' ? 'embedded' : 'PostgreSQL'}, up to date, organisations walled off.`);
}

/** What keeps the audit log append-only even against the tables' owner. */
async function examineAuditGuards(db: Database): Promise<Finding> {
  const { ok, problem } = about('Audit log');
  const missing = await db.asOwner(missingGuards);
  if (missing.length === 0) return ok('nobody can change or delete what was recorded.');
  return problem(
    `the database lacks what keeps it append-only (${missing.join(', ')}): somebody with the owner’s rights took it away.`,
    'Run coact audit verify, keep a copy of the database, then put it back (docs/operating/audit.md).',
  );
}
