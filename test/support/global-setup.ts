import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
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
    rmSync(folder, { recursive: true, force: true });
    project.provide('databaseTemplate', { folder: await embeddedTemplate() });
    return async () => undefined;
  }
  const name = `coact_template_${project.name}_${process.pid}`;
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

/**
 * A migrated embedded database, made once for each state of the migrations and of the engine: to make it takes longer
 * than most test files.
 */
async function embeddedTemplate(): Promise<string> {
  const cache = join(import.meta.dirname, '../../node_modules/.cache/coact-templates');
  const template = join(cache, templateName());
  if (existsSync(template)) return template;
  mkdirSync(cache, { recursive: true });
  const making = mkdtempSync(join(cache, 'making-'));
  const db = await openDatabase({ folder: making });
  await migrate(db, allMigrations);
  await db.close();
  try {
    renameSync(making, template);
  } catch (error) {
    // Another run was quicker; its template is the same.
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(template)) throw error;
  }
  return template;
}

function templateName(): string {
  const hash = createHash('sha256');
  hash.update(readFileSync(join(import.meta.dirname, '../../node_modules/@electric-sql/pglite/package.json')));
  hash.update(readFileSync(join(import.meta.dirname, '../../src/platform/db/migrate.ts')));
  for (const { slice, folder } of allMigrations) {
    for (const name of readdirSync(folder).toSorted()) {
      hash.update(`\0${slice}/${name}\0`).update(readFileSync(new URL(name, folder)));
    }
  }
  return hash.digest('hex').slice(0, 16);
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
