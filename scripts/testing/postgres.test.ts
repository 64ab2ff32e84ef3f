import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { findServerPrograms, startThrowAwayServer } from './postgres.ts';

const programs = findServerPrograms();

describe.runIf(programs !== null)('the throw-away server', () => {
  it('gives a login that may create databases and is no superuser, and leaves nothing', async () => {
    const server = await startThrowAwayServer(programs ?? '');
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query('create database one_more');
    const { rows } = await client.query(`select rolsuper as "isSuperuser",
      pg_has_role('pg_signal_backend', 'usage') as "dropsUnderAutovacuum" from pg_roles where rolname = current_user`);
    await client.end();
    await server[Symbol.asyncDispose]();
    expect(rows).toEqual([{ isSuperuser: false, dropsUnderAutovacuum: true }]);
    expect(existsSync(dirname(server.folder))).toBe(false);
    await expect(new pg.Client({ connectionString: server.url }).connect()).rejects.toThrow('ECONNREFUSED');
  });
});
