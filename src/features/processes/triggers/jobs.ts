import { z } from 'zod';
import type { OrgId } from '../../../platform/db/index.ts';
import { handles, type JobHandler, jobKind } from '../../../platform/jobs/index.ts';
import type { ProcessParts } from '../parts.ts';
import { findProcess } from '../writing/store.ts';
import type { TriggerParts } from './beginning.ts';
import { runPeople } from './people-clock.ts';
import { runSchedule } from './schedule-clock.ts';
import { runShift } from './shift-clock.ts';
import { findTrigger, runningTriggers } from './store.ts';

/** Every minute: a shop is opened on the minute. What the clock finds is noted, so that it is done once, whoever finds it. */
const beginRuns = jobKind('processes.begin_runs', z.object({}), { cron: '* * * * *', onePerKey: true, atOnce: 1 });

/** @param organisations lists all of them */
export function triggerJobs(
  parts: ProcessParts,
  organisations: () => Promise<readonly OrgId[]>,
): readonly JobHandler[] {
  return [
    handles(beginRuns, async () => {
      const failed: unknown[] = [];
      for (const orgId of await organisations()) failed.push(...(await beginDue(parts, orgId)));
      if (failed.length > 0) throw failed[0];
    }),
  ];
}

/**
 * Begins everything of an organisation whose time has come. Each trigger is a unit of work of its own: one that fails keeps no
 * other from beginning, and is tried again. Gives what failed.
 */
export async function beginDue(parts: TriggerParts, orgId: OrgId): Promise<readonly unknown[]> {
  const failed: unknown[] = [];
  for (const id of await parts.db.inOrg(orgId, runningTriggers)) {
    try {
      await parts.db.inOrg(orgId, async (tx) => {
        const trigger = await findTrigger(tx, id, true);
        const found = trigger && (await findProcess(tx, trigger.processId));
        if (!trigger || !found || trigger.paused) return;
        if (trigger.kind === 'schedule') await runSchedule(parts, tx, trigger, found);
        else if (trigger.kind === 'shift') await runShift(parts, tx, trigger, found);
        else await runPeople(parts, tx, trigger, found);
      });
    } catch (error) {
      failed.push(error);
    }
  }
  return failed;
}
