import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { openDatabase } from '../../src/platform/db/index.ts';

type TestDatabase = Awaited<ReturnType<typeof openDatabase>> & AsyncDisposable & { readonly folder: string };

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
  const close = async () => {
    if (closed) return;
    closed = true;
    await db.close();
    await dropDatabase();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...db, folder, close, [Symbol.asyncDispose]: close };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
