import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { openDatabase, sql } from '../db/index.ts';
import { memoryLog } from '../log/index.ts';
import { handles, jobKind, openJobs } from './index.ts';

/** A worker in a process of its own; it writes down what it does. Arguments: folder, database address. */
const [folder = '', url = ''] = process.argv.slice(2);
const db = await openDatabase({ folder, url, connections: 2 });
const item = z.object({ number: z.number() });

const write = (what: string, number: number) =>
  db.asOwner((tx) =>
    sql`insert into work_done (what, number, worker) values (${what}, ${number}, ${process.pid})`.execute(tx.on()),
  );

const quick = handles(jobKind('several.quick', item, { atOnce: 4 }), async ({ number }) => {
  await write('quick', number);
});
/** Takes for ever at the first try, as if its worker were the one to be killed. */
const slow = handles(jobKind('several.slow', item), async ({ number }, { attempt }) => {
  await write(attempt === 1 ? 'slow begun' : 'slow done', number);
  if (attempt === 1) await pause(300_000);
});
const tick = handles(jobKind('several.tick', z.object({}), { cron: '* * * * *' }), async () => {
  await write('tick', Math.floor(Date.now() / 60_000));
});
const jobs = await openJobs({ engine: { url }, log: memoryLog(), handlers: [quick, slow, tick] });
await jobs.work();
process.stdout.write('working\n');
