import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../test/support/database.ts';
import { fixedClock, systemClock } from '../platform/clock/index.ts';
import { loadConfig } from '../platform/config/index.ts';
import { sql } from '../platform/db/index.ts';
import { openJobs } from '../platform/jobs/index.ts';
import { memoryLog } from '../platform/log/index.ts';
import { loadRootKey } from '../platform/vault/index.ts';
import { examine } from './doctor.ts';

const folder = mkdtempSync(join(tmpdir(), 'coact-doctor-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type TestDatabase = Awaited<ReturnType<typeof openTestDatabase>>;

/** What is said about a subject, as one text a finding: `level sentence mend`. */
async function findings(environment: Record<string, string>, clock = systemClock) {
  const found = await examine(loadConfig(environment), clock);
  for (const one of found) if (one.level !== 'ok' && one.level !== 'not_checked') expect(one.mend).toMatch(/\w/);
  return (subject: string) =>
    found
      .filter((one) => one.subject === subject)
      .map(({ level, sentence, mend }) => [level, sentence, mend].join(' '))
      .join('\n');
}

function urlOf(db: TestDatabase): string {
  return 'pool' in db.engine ? (db.engine.pool.options.connectionString ?? '') : '';
}

/** Looks at a test's database after something was done to it. */
async function findingsAfter(act: (db: TestDatabase) => Promise<void>, clock = systemClock) {
  await using db = await openTestDatabase();
  await loadRootKey(join(db.folder, 'keys'), db, fixedClock('2026-05-04T09:00:00Z'));
  await act(db);
  const settings = { DATA_DIR: db.folder, DATABASE_URL: urlOf(db) };
  if (db.kind === 'pglite') await db.pause();
  return await findings(settings, clock);
}

const engineOf = (db: TestDatabase) => ('pglite' in db.engine ? db.engine : { url: urlOf(db) });

describe('coact doctor', () => {
  it('says of a fresh installation what the first start will do, and what the embedded database can’t promise', async () => {
    const about = await findings({ DATA_DIR: join(folder, 'fresh') });
    expect(about('Database')).toMatch(/^warning.*coact serve/);
    expect(about('Keys')).toContain('not_checked');
    expect(about('Disk')).toMatch(/^ok/);
    expect(about('Slack')).toContain('SLACK_SIGNING_SECRET');
    expect(about('Mail')).toContain('outbox');
    expect(about('Embedded database')).toMatch(/^warning.*power cut/);
    expect(about('Address')).toMatch(/^warning.*this machine only/);
  });

  it('finds all well', async () => {
    const about = await findingsAfter(async (db) => {
      const jobs = await openJobs({ engine: engineOf(db), log: memoryLog(), handlers: [] });
      await jobs.close();
    });
    expect(about('Database')).toMatch(/^ok.*walled off/);
    expect(about('Keys')).toMatch(/^ok root key/);
    expect(about('Audit log')).toMatch(/^ok/);
    expect(about('Queue')).toBe('ok 0 jobs wait, none for long. ');
  });

  it('leaves a running embedded database alone', async () => {
    await using db = await openTestDatabase();
    if (db.kind !== 'pglite') return;
    const about = await findings({ DATA_DIR: db.folder });
    expect(about('Database')).toMatch(/^not_checked Coact is running on it/);
  });
});

describe('a problem is found:', () => {
  it('a hole in the wall between organisations', async () => {
    const about = await findingsAfter(async (db) => {
      await db.asOwner((tx) =>
        sql`create table leaky (org_id uuid, id uuid, primary key (org_id, id))`.execute(tx.on()),
      );
    });
    expect(about('Database')).toMatch(/^problem.*leaky/);
  });

  it('an audit log that somebody has opened for changes', async () => {
    const about = await findingsAfter(async (db) => {
      await db.asOwner((tx) => sql`alter table audit_entries disable trigger audit_entries_stay`.execute(tx.on()));
      await db.asOwner((tx) => sql`grant delete on audit_entries to coact_app`.execute(tx.on()));
    });
    expect(about('Audit log')).toMatch(/^problem.*\(audit_entries_no_delete, audit_entries_stay\).*coact audit verify/);
  });

  it('a database that a newer version has changed, and one that lacks changes', async () => {
    const newer = await findingsAfter(async (db) => {
      await sql`insert into applied_migrations values ('share', '0999-later.sql', now())`.execute(db.kysely);
    });
    expect(newer('Database')).toMatch(/^problem a newer version.*share\/0999-later.sql/);
    const older = await findingsAfter(async (db) => {
      await sql`delete from applied_migrations where slice = 'share'`.execute(db.kysely);
    });
    expect(older('Database')).toMatch(/^warning it lacks \d+ changes.*coact migrate/);
  });

  it('a root key that is missing, another one, or readable by others', async () => {
    const keyOf = (db: TestDatabase) => join(db.folder, 'keys', 'root.key');
    const missing = await findingsAfter(async (db) => rmSync(keyOf(db)));
    expect(missing('Keys')).toMatch(/^problem.*root.key does not exist/);
    const another = await findingsAfter(async (db) => writeFileSync(keyOf(db), Buffer.alloc(32, 7).toString('base64')));
    expect(another('Keys')).toMatch(/^problem.*sealed under/);
    const readable = await findingsAfter(async (db) => chmodSync(keyOf(db), 0o644));
    expect(readable('Keys')).toMatch(/^problem.*chmod 600/);
  });

  it('jobs that nobody does, and jobs that have failed for good', async () => {
    const kept = async (db: TestDatabase, state: string) => {
      const jobs = await openJobs({ engine: engineOf(db), log: memoryLog(), handlers: [] });
      await jobs.close();
      await sql`select jobs.create_queue('mail.send', ${JSON.stringify({
        policy: 'standard',
        retryLimit: 1,
        retryDelay: 1,
        retryBackoff: false,
        expireInSeconds: 300,
        retentionSeconds: 1000,
        deleteAfterSeconds: 1000,
        partition: false,
      })}::jsonb)`.execute(db.kysely);
      await sql`insert into jobs.job (name, state, start_after)
        values ('mail.send', ${sql.lit(state)}, now() - interval '20 minutes')`.execute(db.kysely);
    };
    const waiting = await findingsAfter((db) => kept(db, 'created'));
    expect(waiting('Queue')).toMatch(/^problem a job has been due for 20 minutes/);
    const failed = await findingsAfter((db) => kept(db, 'failed'));
    expect(failed('Queue')).toMatch(/^warning 1 jobs.*mail\.send/);
  });

  it('a server that does not answer, and a folder that can’t be written', async () => {
    const away = await findings({ DATA_DIR: folder, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
    expect(away('Database')).toMatch(/^problem.*nothing listens.*DATABASE_URL/);
    expect((await findings({ DATA_DIR: '/dev/null/coact' }))('Disk')).toMatch(/^problem/);
  });

  it('a clock that is not the database’s, a wrong password', async () => {
    await using db = await openTestDatabase();
    if (db.kind === 'pglite') return;
    const settings = { DATA_DIR: db.folder, DATABASE_URL: urlOf(db) };
    const about = await findings(settings, { now: () => new Date(Date.now() - 90_000) });
    expect(about('Database server')).toMatch(/^ok PostgreSQL 1\d[\s\S]*problem its clock differs.*by (89|90|91) s/);
    const url = new URL(settings.DATABASE_URL);
    url.password = 'wrong';
    const refused = await findings({ ...settings, DATABASE_URL: url.href });
    expect(refused('Database')).toMatch(/^problem.*refuses the password/);
  });
});
