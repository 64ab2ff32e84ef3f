import { z } from 'zod';
import type { Clock } from '../clock/index.ts';
import type { Database } from '../db/index.ts';
import { handles, type JobHandler, jobKind } from '../jobs/index.ts';
import type { Log } from '../log/index.ts';
import { sessionLimits } from './library.ts';
import { deleteSessions } from './session-store.ts';
import { deleteLinks } from './store.ts';

const sweep = jobKind('auth.sweep_ended', z.object({}), { cron: '17 * * * *', retries: 2 });

type Parts = { readonly db: Database; readonly clock: Clock; readonly log: Log };

/** Removes what has ended anyway: sessions that nobody came back to, links that nobody used. */
export function authJobs({ db, clock, log }: Parts): JobHandler[] {
  return [
    handles(sweep, async () => {
      // Sessions are stamped by the library's own clock, the machine's; links by ours.
      const machine = Date.now();
      const past = { idle: new Date(machine), absolute: new Date(machine - sessionLimits.absolute * 1_000) };
      const sessions = await db.asOwner(async (tx) => {
        await deleteLinks(tx, { endedBefore: clock.now() });
        return deleteSessions(tx, past);
      });
      log.info({ event: 'auth.swept', sessions });
    }),
  ];
}
