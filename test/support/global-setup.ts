import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { allMigrations } from '../../src/migrations.ts';
import { migrate, openDatabase } from '../../src/platform/db/index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseTemplate: { folder: string } | { url: string; name: string };
  }
}

/**
 * Makes one migrated database for the whole run; each test that needs one gets a copy of it. With TEST_DATABASE_URL
 * (a login that may create databases) that is PostgreSQL, else the embedded database.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'coact-test-'));
  const url = process.env.TEST_DATABASE_URL;
  if (url === undefined || url === '') {
    const template = join(folder, 'template');
    mkdirSync(template);
    const db = await openDatabase({ folder: template });
    await migrate(db, allMigrations);
    await db.close();
    project.provide('databaseTemplate', { folder: template });
    return async () => rmSync(folder, { recursive: true, force: true });
  }
  const name = `coact_template_${process.pid}`;
  await onServer(url, [`drop database if exists ${name}`, `create database ${name}`]);
  const db = await openDatabase({ url: withDatabase(url, name), folder });
  await migrate(db, allMigrations);
  await db.close();
  project.provide('databaseTemplate', { url, name });
  return async () => {
    await onServer(url, [`drop database if exists ${name} with (force)`]);
    rmSync(folder, { recursive: true, force: true });
  };
}

async function onServer(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

function withDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
