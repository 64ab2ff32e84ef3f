import { z } from 'zod';
import { orgId as parseOrgId } from '../../../platform/db/index.ts';
import { handles, type JobHandler, jobKind } from '../../../platform/jobs/index.ts';
import { localAt } from '../calendar/zone.ts';
import type { ScheduleParts } from '../parts.ts';
import { findEntry } from './store.ts';

/** Some time after the end of the shift for which somebody clocked in. */
export const stillRunning = jobKind('schedule.clock_still_running', z.object({ orgId: z.uuid(), entryId: z.uuid() }));

type Parts = Pick<ScheduleParts, 'db' | 'people'>;

/** The work that the clock leaves for later. */
export function clockJobs(parts: Parts): readonly JobHandler[] {
  return [handles(stillRunning, ({ orgId, entryId }) => tellOfRunning(parts, orgId, entryId))];
}

/** Points out to somebody that their clock still runs. It is left running: they may well be working still. */
async function tellOfRunning({ db, people }: Parts, orgId: string, entryId: string): Promise<void> {
  await db.inOrg(parseOrgId(orgId), async (tx) => {
    const entry = await findEntry(tx, entryId);
    if (entry === null || entry.end !== null) return;
    const since = localAt(entry.zone, entry.start);
    await people.tell(tx, [
      {
        ...{ personId: entry.personId, event: 'reminder', key: `clock/${entryId}/running` },
        subject: `You are still clocked in since ${since.replace('T', ' ')}`,
        lines: ['If you have gone home, say when: clocking out now would count the time until now.'],
        link: { label: 'Open the time clock', path: '/team/clock' },
      },
    ]);
  });
}
