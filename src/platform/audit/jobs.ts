import { z } from 'zod';
import type { OrgId } from '../db/index.ts';
import { handles, type JobHandler, jobKind } from '../jobs/index.ts';
import type { Log } from '../log/index.ts';
import type { Audit } from './audit.ts';

/** Once a day: keeps the head of every organisation's chain, and says it in the log, which is shipped elsewhere. */
const keepHeads = jobKind('audit.keep_heads', z.object({}), { cron: '41 2 * * *', atOnce: 1 });

interface Parts {
  readonly audit: Pick<Audit, 'keepHead'>;
  readonly log: Log;
  /** Ids of all organisations. */
  organisations(): Promise<readonly OrgId[]>;
}

/** The audit log's own work. */
export function auditJobs({ audit, log, organisations }: Parts): readonly JobHandler[] {
  return [
    handles(keepHeads, async () => {
      for (const orgId of await organisations()) {
        const head = await audit.keepHead(orgId);
        if (head !== null) log.info({ event: 'audit.head_kept', orgId, ...head });
      }
    }),
  ];
}
