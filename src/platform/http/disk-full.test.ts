import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase, sql } from '../db/index.ts';
import { memoryLog } from '../log/index.ts';
import { createApi, createLimits, emptyAnswer, guarded, publicRoute } from './index.ts';

/** A file system of a few megabytes, where this user may make one (root on Linux); else null. */
function smallDisk(megabytes: number): { folder: string; remove(): void } | null {
  const folder = mkdtempSync(join(tmpdir(), 'coact-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
  const remove = () => {
    execFileSync('umount', [folder]);
    rmSync(folder, { recursive: true });
  };
  return { folder, remove };
}

function apiThatFails(error: Error & { code?: string }) {
  const api = createApi({
    publicUrl: 'http://localhost:3000',
    limits: createLimits(),
    policy: { decide: () => false },
    log: memoryLog(),
    session: async () => null,
    actorOf: async () => null,
  });
  const config = {
    method: 'get',
    path: '/api/save',
    guard: publicRoute('a test'),
    responses: { 200: emptyAnswer('') },
  } as const;
  api.mount([guarded(config, () => Promise.reject(error))]);
  return api.fetch(new Request('http://localhost:3000/api/save'));
}

it.each(['53100', 'ENOSPC'])('says that the disk is full (%s), and that nothing was saved', async (code) => {
  const answer = await apiThatFails(Object.assign(new Error('could not extend file'), { code }));
  expect(answer.status).toBe(507);
  expect(await answer.json()).toMatchObject({ code: 'disk_full', detail: expect.stringContaining('was not saved') });
});

it('keeps what was acknowledged on a disk that runs full, and goes on when there is room again', async ({ skip }) => {
  const disk = smallDisk(90);
  if (disk === null) return skip('only root on Linux can make a small disk');
  const data = join(disk.folder, 'data');
  mkdirSync(data);
  const db = await openDatabase({ folder: data });
  const add = (n: number) => sql`insert into notes values (${n}, ${'x'.repeat(5000)})`.execute(db.kysely);
  await sql`create table notes (n int primary key, text text)`.execute(db.kysely);
  await add(1);
  const filler = join(disk.folder, 'filler');
  expect(() => writeFileSync(filler, Buffer.alloc(120 * 1_048_576))).toThrow('ENOSPC');
  const acknowledged = [1];
  let refused: unknown = null;
  for (let n = 2; n < 2000 && refused === null; n += 1) {
    await add(n).then(
      () => acknowledged.push(n),
      (error: unknown) => {
        refused = error;
      },
    );
  }
  expect(refused).toMatchObject({ code: '53100' });
  rmSync(filler);
  await add(5000);
  const rows = await sql<{ n: number }>`select n from notes order by n`.execute(db.kysely);
  expect(rows.rows.map((row) => row.n)).toEqual([...acknowledged, 5000]);
  await db.close();
  disk.remove();
});
