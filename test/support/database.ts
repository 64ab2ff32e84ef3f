import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { openDatabase } from '../../src/platform/db/index.ts';

type TestDatabase = Awaited<ReturnType<typeof openDatabase>> &
  AsyncDisposable & {
    readonly folder: string;
    /** Gives the embedded database's folder back, so that something else can open it; nothing works here afterwards. */
    pause(): Promise<void>;
  };

/** A migrated database of one's own: a copy of the run's template. Close it with `await using`. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const template = inject('databaseTemplate');
  const folder = mkdtempSync(join(tmpdir(), 'coact-db-'));
  if ('folder' in template) {
    cpSync(template.folder, folder, { recursive: true });
    const db = await openDatabase({ folder });
    return disposable(db, folder, async () => undefined);
  }
  const name = `coact_test_${crypto.randomUUID().replaceAll('-', '')}`;
  await onServer(template.url, `create database ${name} template ${template.name}`);
  const address = new URL(template.url);
  address.pathname = `/${name}`;
  const db = await openDatabase({ url: address.href, folder, connections: 5 });
  return disposable(db, folder, () => onServer(template.url, `drop database if exists ${name} with (force)`));
}

/** A migrated database that several processes open one after the other, as a test does that kills them. */
export interface DatabasePlace {
  /** For the database where it is embedded, and for keys and journals. */
  readonly folder: string;
  /** PostgreSQL's address; empty for the embedded database. */
  readonly url: string;
  open(): ReturnType<typeof openDatabase>;
  close(): Promise<void>;
}

/** @param connections most connections of each that is opened */
export async function openDatabasePlace(connections: number): Promise<DatabasePlace> {
  const folder = mkdtempSync(join(tmpdir(), 'coact-place-'));
  const removeFolder = () => rmSync(folder, { recursive: true });
  const template = inject('databaseTemplate');
  if ('folder' in template) {
    cpSync(template.folder, folder, { recursive: true });
    return { folder, url: '', open: () => openDatabase({ folder }), close: async () => removeFolder() };
  }
  const db = await openTestDatabase();
  const url = 'pool' in db.engine ? (db.engine.pool.options.connectionString ?? '') : '';
  const close = async () => {
    await db.close();
    removeFolder();
  };
  return { folder, url, open: () => openDatabase({ folder, url, connections }), close };
}

function disposable(
  db: Awaited<ReturnType<typeof openDatabase>>,
  folder: string,
  dropDatabase: () => Promise<void>,
): TestDatabase {
  let closed = false;
  let paused = false;
  const pause = async () => {
    if (!paused) await db.close();
    paused = true;
  };
  const close = async () => {
    if (closed) return;
    closed = true;
    await pause();
    await dropDatabase();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...db, folder, pause, close, [Symbol.asyncDispose]: close };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
