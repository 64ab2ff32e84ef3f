import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openOffice } from '../../../../test/support/sign-in.ts';
import { fixedClock } from '../../../platform/clock/index.ts';
import { openDatabase, sql } from '../../../platform/db/index.ts';
import { openJobs } from '../../../platform/jobs/index.ts';
import { memoryLog } from '../../../platform/log/index.ts';
import { loadRootKey, openVault } from '../../../platform/vault/index.ts';

/** A process that delivers what is queued, and writes each message to Slack down. Arguments: folder, database address. */
const [folder = '', url = ''] = process.argv.slice(2);
const db = await openDatabase({ folder, url, connections: 4 });
const [clock, log] = [fixedClock(new Date().toISOString()), memoryLog()];
const vault = openVault(await loadRootKey(join(folder, 'keys'), db, clock), db, clock);
let serial = 0;
const office = await openOffice(
  { db, vault, clock, log, openJobs: (handlers) => openJobs({ engine: { url }, log, handlers }) },
  {
    slack: {
      messages: () => ({
        postMessage: async (to, { text }) => {
          // As long as Slack takes: so that the other process comes to the same job meanwhile.
          await pause(50);
          await db.asOwner((tx) =>
            sql`insert into posted (text, worker) values (${text}, ${process.pid})`.execute(tx.on()),
          );
          serial += 1;
          return { ok: true, channelId: `D${to}`, ts: `${process.pid}.${serial}` };
        },
        updateMessage: async (at) => ({ ok: true, ts: at.ts }),
      }),
    },
  },
);
await office.jobs.work();
process.stdout.write('working\n');
