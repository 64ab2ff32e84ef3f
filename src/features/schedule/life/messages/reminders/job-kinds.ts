import { z } from 'zod';
import { jobKind } from '../../../../../platform/jobs/index.ts';

/** Every five minutes: which shifts somebody wants to be reminded of soon. */
export const findReminders = jobKind('schedule.find_reminders', z.object({}), {
  ...{ cron: '*/5 * * * *', onePerKey: true, atOnce: 1 },
});

/** Reminds one person of one shift, as they were told of it. */
export const remindOfShift = jobKind(
  'schedule.remind_of_shift',
  z.object({ orgId: z.uuid(), personId: z.uuid(), shiftId: z.uuid(), startsAt: z.iso.datetime() }),
);

/** Brings a reminder that somebody wrote to themselves. */
export const remindOnce = jobKind('schedule.remind_once', z.object({ orgId: z.uuid(), reminderId: z.uuid() }));

/** Once a day: forgets messages of more than a year ago. */
export const sweepMessages = jobKind('schedule.sweep_messages', z.object({}), {
  ...{ cron: '41 3 * * *', onePerKey: true, atOnce: 1 },
});
