import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase } from '../test/support/database.ts';
import { type App, openApp } from './app.ts';
import { fixedClock } from './platform/clock/index.ts';
import { loadConfig } from './platform/config/index.ts';
import { sql } from './platform/db/index.ts';
import { memoryLog } from './platform/log/index.ts';

let db: Awaited<ReturnType<typeof openTestDatabase>>;
let app: App;
const clock = fixedClock('2026-05-04T09:00:00Z');
const log = memoryLog();
beforeAll(async () => {
  db = await openTestDatabase();
  const url = 'pool' in db.engine ? (db.engine.pool.options.connectionString ?? '') : '';
  app = await openApp(loadConfig({ DATA_DIR: db.folder, DATABASE_URL: url }), log, { db, clock });
});
afterAll(async () => {
  await app.close();
  await db.close();
});

/** What the probe answers some seconds later, and what the log has said of it meanwhile. */
async function probe() {
  clock.advance(6_000);
  log.lines.length = 0;
  const answer = await app.fetch(new Request('http://localhost:3000/readyz'));
  const said = log.lines.flatMap(({ fields }) =>
    /^server\./.test(fields.event) ? [Object.values(fields).join(' ')] : [],
  );
  return { status: answer.status, body: await answer.text(), said };
}

const ready = { status: 200, body: '{"ok":true}' };
/** However it is not ready: the world learns no more. */
const notReady = { status: 503, body: '{"ok":false}' };

it('is ready when database and root key are as they should be', async () => {
  expect(await probe()).toEqual({ ...ready, said: [] });
});

it('is not ready while the database lacks changes, which the log says once', async () => {
  const { rows } = await sql<{ file: string }>`
    update applied_migrations set slice = 'gone' where slice = 'share' returning file`.execute(db.kysely);
  const found = await probe();
  expect(found).toMatchObject(notReady);
  const sentence = new RegExp(`server.not_ready The database lacks ${rows.length} changes .*share/.*coact migrate`);
  expect(found.said).toEqual([expect.stringMatching(sentence)]);
  expect((await probe()).said).toEqual([]);
  await sql`update applied_migrations set slice = 'share' where slice = 'gone'`.execute(db.kysely);
  expect(await probe()).toEqual({ ...ready, said: ['server.ready_again'] });
});

it('is not ready while the root key is gone, another one, or damaged', async () => {
  const file = join(db.folder, 'keys', 'root.key');
  renameSync(file, `${file}.away`);
  const gone = await probe();
  expect(gone).toMatchObject(notReady);
  expect(gone.said).toEqual([
    expect.stringMatching(/sealed under the root key [0-9a-f]{16}, but .* holds no root key/),
  ]);
  writeFileSync(file, Buffer.alloc(32, 7).toString('base64'), { mode: 0o600 });
  const other = await probe();
  expect(other).toMatchObject(notReady);
  expect(other.said).toEqual([expect.stringMatching(/holds the root key [0-9a-f]{16}. Put the right one back/)]);
  writeFileSync(file, '', { mode: 0o600 });
  expect(await probe()).toMatchObject(notReady);
  renameSync(`${file}.away`, file);
  expect(await probe()).toEqual({ ...ready, said: ['server.ready_again'] });
});

it('is asked often and looks seldom', async () => {
  await probe();
  await sql`update applied_migrations set slice = 'gone' where slice = 'share'`.execute(db.kysely);
  clock.advance(1_000);
  expect((await app.fetch(new Request('http://localhost:3000/readyz'))).status).toBe(200);
  expect(await probe()).toMatchObject(notReady);
  await sql`update applied_migrations set slice = 'share' where slice = 'gone'`.execute(db.kysely);
});
