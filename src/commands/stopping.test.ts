import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../test/support/database.ts';

const folder = mkdtempSync(join(tmpdir(), 'coact-stopping-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Coact as a process of its own, until it says that it is ready or ends. */
async function start(words: readonly string[], settings: Record<string, string>) {
  const child = spawn(process.execPath, ['src/main.ts', ...words], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { text: '' };
  const ready = Promise.withResolvers<void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said.text += text;
      if (/"event":"(server|work)\.ready"/.test(said.text)) ready.resolve();
    });
  }
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal }));
  await Promise.race([ready.promise, ended]);
  return { child, said, ended };
}

async function freePort(): Promise<string> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return address !== null && typeof address === 'object' ? String(address.port) : '';
}

describe('a process', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('ends with 0 after %s', async (signal) => {
    await using db = await openTestDatabase();
    const url = 'pool' in db.engine ? (db.engine.pool.options.connectionString ?? '') : '';
    if (db.kind === 'pglite') await db.pause();
    const settings = { DATA_DIR: db.folder, DATABASE_URL: url, PORT: await freePort() };
    const serving = await start(['serve'], settings);
    serving.child.kill(signal);
    expect(await serving.ended, serving.said.text).toEqual({ code: 0, signal: null });
    expect(serving.said.text).toContain(`"signal":"${signal}"`);
    if (db.kind === 'pglite') return;
    const working = await start(['work'], settings);
    expect(working.said.text).toContain('Coact is at work.');
    working.child.kill(signal);
    expect(await working.ended, working.said.text).toEqual({ code: 0, signal: null });
  });

  it('that shares its database with nobody must serve and work', async () => {
    for (const words of [['work'], ['serve', '--no-work']]) {
      const refused = await start(words, { DATA_DIR: join(folder, 'embedded') });
      expect(await refused.ended).toEqual({ code: 1, signal: null });
      expect(refused.said.text).toMatch(/needs PostgreSQL.*DATABASE_URL/);
    }
  });

  it('says in a sentence that its port is taken', async () => {
    await using db = await openTestDatabase();
    const url = 'pool' in db.engine ? (db.engine.pool.options.connectionString ?? '') : '';
    if (db.kind === 'pglite') await db.pause();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = address !== null && typeof address === 'object' ? String(address.port) : '';
    const refused = await start(['serve'], { DATA_DIR: db.folder, DATABASE_URL: url, PORT: port });
    expect(await refused.ended).toEqual({ code: 1, signal: null });
    expect(refused.said.text).toContain('The port is taken');
    expect(refused.said.text).not.toContain('    at ');
    other.close();
  });
});
