import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../test/support/database.ts';
import { makeBackup } from '../platform/backup/index.ts';
import { fixedClock, systemClock } from '../platform/clock/index.ts';
import { openDatabase, sql } from '../platform/db/index.ts';
import { loadRootKey, newFileKey, readSealedFile } from '../platform/vault/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'coact-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type TestDatabase = Awaited<ReturnType<typeof openTestDatabase>>;
const founded = sql`insert into organisations (org_id, name, time_zone, currency, small_group, created_at)
  select gen_random_uuid(), md5(n::text) || md5((n + 1)::text), 'Europe/Lisbon', 'EUR', 5, now() from generate_series(1, 2000) n`;

/** A database with two thousand organisations, closed where another process has to open it. */
async function prepared() {
  const db = await openTestDatabase();
  await loadRootKey(join(db.folder, 'keys'), db, fixedClock('2026-05-04T09:00:00Z'));
  await founded.execute(db.kysely);
  const url = 'pool' in db.engine ? (db.engine.pool.options.connectionString ?? '') : '';
  return { db, settings: { DATA_DIR: db.folder, DATABASE_URL: url, KEYS_DIR: join(db.folder, 'keys') } };
}

/** Coact as a process; with `killWhen`, killed with -9 as soon as that is true. */
async function run(words: readonly string[], settings: Record<string, string>, killWhen?: () => boolean) {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...settings };
  const child = spawn(process.execPath, ['src/main.ts', ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const closed = once(child, 'close');
  while (killWhen !== undefined && child.exitCode === null && child.signalCode === null) {
    if (killWhen()) child.kill('SIGKILL');
    await wait(2);
  }
  const [code] = await closed;
  return { code, said };
}

async function organisations(db: TestDatabase, settings: { readonly DATABASE_URL: string }): Promise<number> {
  const again = await openDatabase({
    folder: db.folder,
    ...(settings.DATABASE_URL ? { url: settings.DATABASE_URL } : {}),
  });
  const found = await again.directory((tx) =>
    sql<{ count: number }>`select count(*) as count from organisations`.execute(tx.on()),
  );
  await again.close();
  return found.rows[0]?.count ?? 0;
}

describe('the commands', () => {
  it('back up, refuse to overwrite, restore by force', async () => {
    const { db, settings } = await prepared();
    if (db.kind === 'pglite') {
      const refused = await run(['backup', '--to', folder], settings);
      expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('Set BACKUP_DIR') });
      await db.pause();
    }
    const to = join(folder, 'commands');
    const made = await run(['backup', '--to', to, '--keep', '3', '--json'], settings);
    expect(made.code, made.said).toBe(0);
    const { file, rows } = JSON.parse(made.said);
    expect(rows).toBeGreaterThan(2_000);
    const into = join(folder, 'restored');
    const restored = await run(['restore', file, '--into', into], settings);
    expect(restored, restored.said).toMatchObject({ code: 0, said: expect.stringContaining('all verified') });
    const again = await run(['restore', file, '--into', into], settings);
    expect(again).toMatchObject({ code: 1, said: expect.stringContaining('--force') });
    await db.close();
  });

  it('say how they are called', async () => {
    expect(await run(['restore'], {})).toMatchObject({ code: 2, said: expect.stringContaining('name one file') });
    expect(await run(['backup', '--to', folder, '--keep', '0'], {})).toMatchObject({ code: 2 });
    expect(await run(['backup'], {})).toMatchObject({ code: 2, said: expect.stringContaining('BACKUP_DIR') });
  });
});

describe('killed with -9', () => {
  it('during a backup, leaves no file of the final name that is not whole', async () => {
    const { db, settings } = await prepared();
    if (db.kind === 'pglite') await db.pause();
    const to = join(folder, 'killed');
    const files = () => (existsSync(to) ? readdirSync(to) : []);
    await run(['backup', '--to', to], settings, () => files().some((name) => name.endsWith('.part')));
    const key = await newFileKey({ keysDir: settings.KEYS_DIR });
    for (const name of files().filter((one) => one.endsWith('.backup'))) {
      const sealed = await readSealedFile(createReadStream(join(to, name)));
      if (key !== null) for await (const _chunk of sealed.open(key));
    }
    expect(await organisations(db, settings)).toBe(2_000);
    await db.close();
  });

  it('during a restore by force, leaves what was there', async () => {
    const { db, settings } = await prepared();
    if (db.kind !== 'pglite') return db.close();
    const made = await makeBackup({ db, clock: systemClock, keys: { keysDir: settings.KEYS_DIR }, folder });
    await founded.execute(db.kysely);
    await db.pause();
    const begun = () => existsSync(join(db.folder, 'pg.restoring', 'pg', 'base'));
    const killed = await run(['restore', made.file, '--force'], settings, begun);
    expect(killed.code, killed.said).toBeNull();
    expect(await organisations(db, settings)).toBe(4_000);
    const restored = await run(['restore', made.file, '--force'], settings);
    expect(restored.code, restored.said).toBe(0);
    expect(await organisations(db, settings)).toBe(2_000);
    await db.close();
  });
});
