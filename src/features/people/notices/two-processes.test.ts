import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, inject, it } from 'vitest';
import { openWorld } from '../../../../test/support/world.ts';
import { sql } from '../../../platform/db/index.ts';
import { noticeTo, openNoticeOffice } from './notices.fixture.ts';

const many = 40;

async function startWorker(folder: string, url: string): Promise<ChildProcess> {
  const file = new URL('./two-processes.fixture.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [file, folder, url], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

it.runIf('url' in inject('databaseTemplate'))(
  'two processes that are given each job twice tell each person once',
  async () => {
    await using world = await openWorld();
    const site = await openNoticeOffice(world);
    const { orgId } = await site.office.found();
    const ana = await site.person(orgId);
    const { engine } = world.db;
    const url = 'pool' in engine ? (engine.pool.options.connectionString ?? '') : '';
    await world.db.asOwner((tx) => sql`create table posted (text text not null, worker int not null)`.execute(tx.on()));
    const posted = async () =>
      (
        await world.db.asOwner((tx) =>
          sql<{ text: string; worker: number }>`select text, worker from posted`.execute(tx.on()),
        )
      ).rows;

    const subjects = Array.from({ length: many }, (_, index) => `Notice ${index}`);
    const workers = await Promise.all([1, 2].map(() => startWorker(world.folder, url)));
    await world.db.inOrg(orgId, async (tx) => {
      const notices = subjects.map((subject) => noticeTo(ana.id, { subject, lines: [] }));
      await site.office.people.tell(tx, notices);
      await tx.asLogin(async (trx) => {
        await sql`insert into jobs.job (name, data, policy, retry_limit, retry_delay, retry_backoff, expire_seconds)
          select name, data, policy, retry_limit, retry_delay, retry_backoff, expire_seconds from jobs.job
          where name = 'people.deliver_notice'`.execute(trx);
      });
    });
    for (const end = performance.now() + 60_000; (await posted()).length < many; await pause(200)) {
      if (performance.now() > end) throw new Error('they were not told in time');
    }
    // What runs a second time would show by now.
    await pause(2_000);
    for (const worker of workers) worker.kill('SIGKILL');
    await Promise.all(workers.filter((one) => one.exitCode === null).map((worker) => once(worker, 'exit')));

    const told = await posted();
    expect(told.map(({ text }) => text).toSorted()).toEqual(subjects.toSorted());
    expect(new Set(told.map(({ worker }) => worker)).size).toBe(2);
    expect(new Set(await site.states(orgId, ana.id))).toEqual(new Set(['sent:slack sent']));
  },
);
