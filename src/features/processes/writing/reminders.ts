import { z } from 'zod';
import type { OrgId, Tx } from '../../../platform/db/index.ts';
import { handles, type JobHandler, jobKind } from '../../../platform/jobs/index.ts';
import type { ProcessParts } from '../parts.ts';
import { type DueProcess, dueUntil, noteReminder } from './reminders-store.ts';
import { dueReminder, dueWords, reminderDays } from './reminding.ts';

type Parts = Pick<ProcessParts, 'db' | 'clock' | 'people'>;

/** Every hour, so that it is done early in the day of each time zone; what was said is not said again. */
const remind = jobKind('processes.remind_reviews', z.object({}), { cron: '23 * * * *', onePerKey: true, atOnce: 1 });

/** Before this hour of the organisation's day nobody is reminded. */
const firstHour = 7;

/** The work of reminding. @param organisations lists all of them */
export function reminderJobs(parts: Parts, organisations: () => Promise<readonly OrgId[]>): readonly JobHandler[] {
  return [
    handles(remind, async () => {
      for (const orgId of await organisations()) await parts.db.inOrg(orgId, (tx) => remindOfReviews(parts, tx));
    }),
  ];
}

/** Reminds whoever answers for a process that the day to look through it is near, or past: each once. */
export async function remindOfReviews({ clock, people }: Parts, tx: Tx): Promise<void> {
  const now = clock.now();
  const { timeZone } = await people.organisation(tx);
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  if (local.hour < firstHour) return;
  const today = local.toPlainDate();
  for (const due of await dueUntil(tx, today.add({ days: reminderDays[0] }).toString())) {
    const daysLeft = today.until(due.reviewBy).days;
    const days = dueReminder(daysLeft);
    if (days === null || !(await noteReminder(tx, due, days, now))) continue;
    const told = await answeringFor({ people }, tx, due);
    await people.tell(
      tx,
      told.map((personId) => ({
        ...{ personId, event: 'reminder', key: `process/${due.id}/${due.reviewBy}/${days}` },
        subject: `Looking through “${due.title}” ${dueWords(daysLeft)}`,
        lines: ['Read it again, change what is not so any more, and choose the next day.'],
        link: { label: 'Open it', path: `/processes/${due.id}` },
      })),
    );
  }
}

/** Whoever answers for it, while they are here; else the organisation's owners, who see every process. */
export async function answeringFor(
  { people }: Pick<ProcessParts, 'people'>,
  tx: Tx,
  { ownerId }: Pick<DueProcess, 'ownerId'>,
): Promise<readonly string[]> {
  if (ownerId !== null && (await people.person(tx, ownerId))?.state === 'active') return [ownerId];
  return (await people.actorsIn(tx, ['owner'])).map(({ personId }) => personId);
}
