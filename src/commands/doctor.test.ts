import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../test/support/database.ts';
import { fixedClock } from '../platform/clock/index.ts';
import { loadConfig } from '../platform/config/index.ts';
import { sql } from '../platform/db/index.ts';
import { loadRootKey } from '../platform/vault/index.ts';
import { examine } from './doctor.ts';

const folder = mkdtempSync(join(tmpdir(), 'coact-doctor-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function findings(environment: Record<string, string>) {
  const found = await examine(loadConfig(environment));
  return Object.fromEntries(found.map(({ subject, level, sentence }) => [subject, { level, sentence }]));
}

/** The settings that lead to the database of a test, wherever that is. */
function settingsOf(db: Awaited<ReturnType<typeof openTestDatabase>>): Record<string, string> {
  const url = 'pool' in db.engine ? db.engine.pool.options.connectionString : undefined;
  return { DATA_DIR: db.folder, DATABASE_URL: url ?? '' };
}

describe('coact doctor', () => {
  it('says of a fresh installation what the first start will do', async () => {
    const found = await findings({ DATA_DIR: join(folder, 'fresh') });
    expect(found.Database).toMatchObject({ level: 'note', sentence: expect.stringContaining('coact serve') });
    expect(found.Keys).toMatchObject({ level: 'note' });
    expect(found.Disk).toMatchObject({ level: 'ok' });
    expect(found.Slack?.sentence).toContain('SLACK_SIGNING_SECRET');
    expect(found.Mail?.sentence).toContain('outbox');
  });

  it('says what the embedded database can’t promise', async () => {
    const found = await findings({ DATA_DIR: join(folder, 'embedded') });
    expect(found['Embedded database']).toMatchObject({ level: 'note', sentence: expect.stringContaining('power cut') });
  });

  it('leaves a running embedded database alone, and finds a served one in order', async () => {
    await using db = await openTestDatabase();
    await loadRootKey(join(db.folder, 'keys'), db, fixedClock('2026-05-04T09:00:00Z'));
    const found = await findings(settingsOf(db));
    if (db.kind === 'pglite') expect(found.Database?.sentence).toContain('Coact is running on it');
    else expect(found.Database).toMatchObject({ level: 'ok', sentence: expect.stringContaining('walled off') });
  });

  it('finds a hole in the wall between organisations', async () => {
    const db = await openTestDatabase();
    await loadRootKey(join(db.folder, 'keys'), db, fixedClock('2026-05-04T09:00:00Z'));
    await db.asOwner((tx) => sql`create table leaky (org_id uuid, id uuid, primary key (org_id, id))`.execute(tx.on()));
    const settings = settingsOf(db);
    if (db.kind === 'pglite') await db.pause();
    const found = await findings(settings);
    expect(found.Database).toMatchObject({ level: 'fail', sentence: expect.stringContaining('leaky') });
    expect(found.Keys).toMatchObject({ level: 'ok' });
    await db.close();
  });

  it('finds the key missing under which data is sealed', async () => {
    const db = await openTestDatabase();
    await loadRootKey(join(db.folder, 'keys'), db, fixedClock('2026-05-04T09:00:00Z'));
    rmSync(join(db.folder, 'keys'), { recursive: true });
    const settings = settingsOf(db);
    if (db.kind === 'pglite') await db.pause();
    expect((await findings(settings)).Keys).toMatchObject({
      level: 'fail',
      sentence: expect.stringContaining('root.key'),
    });
    await db.close();
  });

  it('says when PostgreSQL does not answer, and when the folder can’t be written', async () => {
    const away = await findings({ DATA_DIR: folder, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
    expect(
      Object.values(away).some(({ level, sentence }) => level === 'fail' && sentence.includes('DATABASE_URL')),
    ).toBe(true);
    expect((await findings({ DATA_DIR: '/dev/null/coact' })).Disk).toMatchObject({ level: 'fail' });
  });
});
