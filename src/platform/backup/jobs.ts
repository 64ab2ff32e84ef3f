import { z } from 'zod';
import type { Clock } from '../clock/index.ts';
import type { Database } from '../db/index.ts';
import { handles, type JobHandler, jobKind } from '../jobs/index.ts';
import type { Log } from '../log/index.ts';
import type { KeySettings } from '../vault/index.ts';
import { makeBackup } from './backup.ts';

interface Parts {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly config: KeySettings & {
    readonly backups: { readonly folder?: string | undefined; readonly everyHours: number; readonly keep: number };
  };
  /** Brings into the database what is still on its way there (clicks), as far as this process has it. */
  readonly settle: () => Promise<void>;
}

/** The running server's own backups, where BACKUP_DIR is set; none otherwise. */
export function backupJobs({ db, clock, log, config, settle }: Parts): JobHandler[] {
  const { folder, everyHours, keep } = config.backups;
  if (folder === undefined) return [];
  const kind = jobKind('backup.make', z.object({}), {
    onePerKey: true,
    atOnce: 1,
    retries: 3,
    cron: cronOf(everyHours),
  });
  let running = false;
  return [
    handles(kind, async () => {
      // The queue takes a job that runs for long as lost and hands it out again.
      if (running) return;
      running = true;
      try {
        await settle();
        const made = await makeBackup({ db, clock, keys: config, folder, keep });
        log.info({ event: 'backup.made', file: made.file, bytes: made.bytes, removed: made.removed });
      } finally {
        running = false;
      }
    }),
  ];
}

/** Every so many hours of the day, or daily, in UTC; at an odd minute, when fewer others run. */
export function cronOf(hours: number): string {
  return hours >= 24 ? '17 2 * * *' : `17 */${hours} * * *`;
}
