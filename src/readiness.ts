import { atMostEvery, type Clock } from './platform/clock/index.ts';
import { type Database, knownMigrations, type MigrationSet, pendingMigrations, sql } from './platform/db/index.ts';
import type { Log } from './platform/log/index.ts';
import { type Keys, rootKeyProblem } from './platform/vault/index.ts';

interface Parts {
  readonly db: Database;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly log: Log;
  readonly migrations: readonly MigrationSet[];
  /** What else keeps the process from serving. */
  readonly further: () => readonly string[];
}

/** Balancers ask every second or so, of every process; what changes by an operator's hand is looked at less often. */
const schemaMs = 5_000;
/** AWS KMS is paid by the call. */
const keysMs = { file: 5_000, kms: 60_000 } as const;

/**
 * What keeps this process from serving, as sentences for the operator. They stand in the log when they come and go, as
 * the probe tells the world no more than yes or no.
 */
export function openReadiness(parts: Parts): () => Promise<readonly string[]> {
  const { db, keys, clock, log, migrations, further } = parts;
  const now = () => clock.now().getTime();
  const schema = atMostEvery(schemaMs, now, () => schemaProblems(db, migrations));
  const root = atMostEvery(keysMs[keys.roots.kms === null ? 'file' : 'kms'], now, () => rootKeyProblem(keys, db));
  let told: readonly string[] = [];
  const look = async (): Promise<readonly string[]> => {
    if (!(await answers(db))) return ['The database does not answer.', ...further()];
    return [...(await schema()), ...[await root()].filter((problem) => problem !== null), ...further()];
  };
  return async () => {
    const problems = await look();
    for (const problem of problems) if (!told.includes(problem)) log.warn({ event: 'server.not_ready', problem });
    if (problems.length === 0 && told.length > 0) log.info({ event: 'server.ready_again' });
    told = problems;
    return problems;
  };
}

async function answers(db: Database): Promise<boolean> {
  return db
    .directory((tx) => sql`select 1`.execute(tx.on()))
    .then(
      () => true,
      () => false,
    );
}

/** Changes are applied before a process serves; later the database may still be put back to an earlier state. */
async function schemaProblems(db: Database, migrations: readonly MigrationSet[]): Promise<readonly string[]> {
  const pending = await pendingMigrations(db, migrations).catch(() => knownMigrations(migrations));
  if (pending.length === 0) return [];
  return [`The database lacks ${pending.length} changes of this version (${pending[0]}, …). Run: coact migrate`];
}
