import { type OrgId, orgId } from '../../../../platform/db/index.ts';
import { handles, type JobHandler } from '../../../../platform/jobs/index.ts';
import type { ScheduleParts } from '../../parts.ts';
import { findReminders, remindOfShift, remindOnce, sweepMessages } from './reminders/job-kinds.ts';
import { bringReminder, bringShiftReminder, findShiftsDue } from './reminders/reminders.ts';
import { deleteMessagesBefore } from './store.ts';

const year = 365 * 86_400_000;

/** The work of messages and reminders. `organisations` lists all organisations. */
export function messageJobs(
  parts: ScheduleParts,
  organisations: () => Promise<readonly OrgId[]>,
): readonly JobHandler[] {
  return [
    handles(findReminders, async () => {
      for (const id of await organisations()) await findShiftsDue(parts, id);
    }),
    handles(remindOfShift, ({ startsAt, ...payload }) =>
      bringShiftReminder(parts, orgId(payload.orgId), { ...payload, startsAt: new Date(startsAt) }),
    ),
    handles(remindOnce, (payload) => bringReminder(parts, orgId(payload.orgId), payload.reminderId)),
    handles(sweepMessages, async () => {
      const before = new Date(parts.clock.now().getTime() - year);
      for (const id of await organisations()) await parts.db.inOrg(id, (tx) => deleteMessagesBefore(tx, before));
    }),
  ];
}
