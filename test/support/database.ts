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
