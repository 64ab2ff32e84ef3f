import { join } from 'node:path';
import { fixedClock } from '../../../platform/clock/index.ts';
import type { openDatabase } from '../../../platform/db/index.ts';
import { openJobs } from '../../../platform/jobs/index.ts';
import { memoryLog } from '../../../platform/log/index.ts';
import { loadRootKey, openVault } from '../../../platform/vault/index.ts';
import type { Ground } from '../pay-world.fixture.ts';

type Opened = Awaited<ReturnType<typeof openDatabase>>;

/** What the parts of pay stand on, on a database that several processes open. */
export async function groundOn(db: Opened, folder: string, now: string): Promise<Ground> {
  const [clock, log] = [fixedClock(now), memoryLog()];
  const vault = openVault(await loadRootKey(join(folder, 'keys'), db, clock), db, clock);
  const engine = 'pglite' in db.engine ? db.engine : { url: db.engine.pool.options.connectionString ?? '' };
  const opened: Awaited<ReturnType<typeof openJobs>>[] = [];
  return {
    ...{ db: { ...db, engine: db.engine }, clock, log, vault },
    openJobs: async (handlers) => {
      const jobs = await openJobs({ engine, log, handlers });
      opened.push(jobs);
      return jobs;
    },
    [Symbol.asyncDispose]: async () => {
      for (const jobs of opened) await jobs.close();
      await db.close();
    },
  };
}
