import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, inject, it } from 'vitest';
import { z } from 'zod';
import { openTestDatabase } from '../../../test/support/database.ts';
import { sql } from '../db/index.ts';
import { memoryLog } from '../log/index.ts';
import { handles, jobKind, openJobs } from './index.ts';

const onPostgres = 'url' in inject('databaseTemplate');
const item = z.object({ number: z.number() });
const kinds = { quick: jobKind('several.quick', item), slow: jobKind('several.slow', item) };
const many = 300;

async function startWorker(folder: string, url: string): Promise<ChildProcess> {
  const file = new URL('./worker.fixture.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [file, folder, url], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

it.runIf(onPostgres)(
  'three workers share the jobs, take over those of a killed one, and run what is due by the clock once',
  async () => {
    await using db = await openTestDatabase();
    const url = 'pool' in db.engine ? (db.engine.pool.options.connectionString ?? '') : '';
    await db.asOwner((tx) =>
      sql`create table work_done (what text not null, number bigint not null, worker int not null)`.execute(tx.on()),
    );
    const done = async (what: string) => {
      const read = sql<{ number: number; worker: number }>`select number, worker from work_done where what = ${what}`;
      return (await db.asOwner((tx) => read.execute(tx.on()))).rows;
    };
    const until = async (holds: () => Promise<boolean>, ms: number) => {
      for (const end = performance.now() + ms; !(await holds()); await pause(200)) {
        if (performance.now() > end) throw new Error('it did not happen in time');
      }
    };
    const handlers = Object.values(kinds).map((kind) => handles(kind, async () => undefined));
    const jobs = await openJobs({ engine: { url }, log: memoryLog(), handlers });
    const enqueue = (kind: (typeof kinds)['quick'], number: number) =>
      db.directory((tx) => jobs.enqueue(tx, kind, { number }));
    const workers = await Promise.all([1, 2, 3].map(() => startWorker(db.folder, url)));

    for (let number = 0; number < many; number += 1) await enqueue(kinds.quick, number);
    await until(async () => (await done('quick')).length >= many, 60_000);
    const quick = await done('quick');
    expect(new Set(quick.map((row) => row.number)).size).toBe(many);
    expect(quick).toHaveLength(many);
    expect(new Set(quick.map((row) => row.worker)).size).toBe(3);

    await enqueue(kinds.slow, 1);
    await until(async () => (await done('slow begun')).length === 1, 20_000);
    const [begun] = await done('slow begun');
    workers.find((worker) => worker.pid === begun?.worker)?.kill('SIGKILL');
    await until(async () => (await done('slow done')).length === 1, 60_000);
    expect((await done('slow done'))[0]?.worker).not.toBe(begun?.worker);

    await until(async () => (await done('tick')).length > 0, 120_000);
    await pause(3_000);
    const ticks = (await done('tick')).map((row) => row.number);
    expect(new Set(ticks).size).toBe(ticks.length);
    await jobs.close();
    const left = workers.filter((worker) => worker.signalCode === null);
    for (const worker of left) worker.kill('SIGKILL');
    await Promise.all(left.map((worker) => once(worker, 'exit')));
  },
);
