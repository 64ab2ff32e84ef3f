import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist as btreeGist } from '@electric-sql/pglite/contrib/btree_gist';
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Log } from '../log/index.ts';
import { listenOnEmbedded } from './listen-embedded.ts';
import { listenOnPostgres } from './listen-postgres.ts';
import { lockFolder } from './lock.ts';
import type { Notifications } from './notifications.ts';
import { finishReplacement } from './replace.ts';
import { type Database, runUnitOfWork } from './unit-of-work.ts';

export interface DatabaseOptions {
  /** A PostgreSQL address; without it the embedded database in `folder` is opened. */
  readonly url?: string | undefined;
  /** Folder of the embedded database, made if absent. */
  readonly folder: string;
  /** Most connections to PostgreSQL at once; default 10. */
  readonly connections?: number;
  /** Told when the connection for notifications is lost. */
  readonly log?: Log;
  /** How often that connection proves that it hears; milliseconds, default 10,000. */
  readonly beatMs?: number;
}

const int8 = 20;
const calendarDate = 1082;
const searchPath = 'coact, public';

/** Both drivers give the same values: counts as numbers (refusing what a number can't hold), dates as YYYY-MM-DD. */
const parsers: Record<number, (text: string) => unknown> = {
  [int8]: (text) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value)) throw new RangeError('a number from the database is too large');
    return value;
  },
  [calendarDate]: (text) => text,
};

/**
 * Opens the database without changing it; call `migrate` before use.
 * @returns the database, and for the queue library the embedded engine or the connection pool behind it
 * @throws DatabaseInUse if another process holds the folder
 */
export async function openDatabase(
  options: DatabaseOptions,
): Promise<Database & { readonly engine: { pglite: PGlite } | { pool: pg.Pool } }> {
  return options.url === undefined ? openEmbedded(options.folder, options.log) : openPostgres(options.url, options);
}

async function openEmbedded(folder: string, log?: Log) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unlock = lockFolder(folder);
  try {
    finishReplacement(folder);
    const pglite = await PGlite.create({ dataDir: join(folder, 'pg'), parsers, extensions: { btreeGist } });
    await pglite.exec(`set search_path to ${searchPath}`);
    const kysely = new Kysely<unknown>({ dialect: new PGliteDialect({ pglite }) });
    return assemble('pglite', kysely, { pglite }, listenOnEmbedded(pglite, log), async () => {
      await kysely.destroy();
      if (!pglite.closed) await pglite.close();
      unlock();
    });
  } catch (error) {
    unlock();
    throw error;
  }
}

async function openPostgres(url: string, { connections = 10, log, beatMs }: Omit<DatabaseOptions, 'url' | 'folder'>) {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    options: `-c search_path=${searchPath.replace(' ', '')}`,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') => parsers[oid] ?? pg.types.getTypeParser(oid, format),
    },
  });
  // An idle connection that breaks is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const connect = () =>
    new pg.Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      application_name: 'coact listens',
    });
  const notifications = listenOnPostgres({ connect, log, ...(beatMs === undefined ? {} : { beatMs }) });
  return assemble('postgres', kysely, { pool }, notifications, () => kysely.destroy());
}

function assemble<Engine>(
  kind: Database['kind'],
  kysely: Kysely<unknown>,
  engine: Engine,
  notifications: Notifications,
  close: () => Promise<void>,
): Database & { readonly engine: Engine } {
  const turn = kind === 'pglite' ? lettingOthersIn() : <T>(work: () => Promise<T>) => work();
  return {
    kind,
    kysely,
    engine,
    listen: notifications.listen,
    silentMs: notifications.silentMs,
    close: async () => {
      await notifications.close();
      await close();
    },
    inOrg: (orgId, work) => turn(() => runUnitOfWork(kysely, 'coact_app', orgId, work)),
    directory: (work) => turn(() => runUnitOfWork(kysely, 'coact_directory', null, work)),
    asOwner: (work) => turn(() => runUnitOfWork(kysely, 'coact_owner', null, work)),
  };
}

/** How long units of work of the embedded database may follow each other before timers and requests get a turn. */
const longestTurnMs = 10;

/**
 * The embedded database answers within the same turn of the event loop, so that a loop of many units of work would keep
 * every timer, request and stop signal waiting until it is done.
 */
function lettingOthersIn(): <T>(work: () => Promise<T>) => Promise<T> {
  let turned = performance.now();
  return async (work) => {
    if (performance.now() - turned > longestTurnMs) {
      await setImmediate();
      turned = performance.now();
    }
    return work();
  };
}
