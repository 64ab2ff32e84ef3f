import { z } from 'zod';
import type { OrgId } from '../../../platform/db/index.ts';
import { handles, type JobHandler, jobKind } from '../../../platform/jobs/index.ts';
import type { ProcessParts } from '../parts.ts';
import { replaceLost } from '../slack/lost.ts';
import { tellOfLate } from './telling.ts';

type Parts = Pick<ProcessParts, 'db' | 'clock' | 'people' | 'policy'>;

/** Every five minutes: what is late is told of, and who may not read a run any more has its message replaced. */
const findLate = jobKind('processes.find_late_runs', z.object({}), { cron: '*/5 * * * *', onePerKey: true, atOnce: 1 });

/** @param organisations lists all of them */
export function lateRunJobs(parts: Parts, organisations: () => Promise<readonly OrgId[]>): readonly JobHandler[] {
  return [
    handles(findLate, async () => {
      for (const orgId of await organisations()) {
        await parts.db.inOrg(orgId, (tx) => tellOfLate(parts, tx));
        await parts.db.inOrg(orgId, (tx) => replaceLost(parts, tx));
      }
    }),
  ];
}
