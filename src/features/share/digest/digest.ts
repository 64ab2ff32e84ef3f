import { z } from 'zod';
import type { Period } from '../reports/question.ts';

export const digestSchema = z
  .strictObject({
    every: z.enum(['week', 'month']),
    weekday: z.int().min(1).max(7).describe('ISO: 1 is Monday. Of a month, the first such day'),
    hour: z.int().min(0).max(23).describe('By the organisation’s clock'),
    mail: z.boolean(),
    slack: z.boolean(),
  })
  .refine(({ mail, slack }) => mail || slack, { error: 'Choose at least one way.', path: ['mail'] });

/** How somebody wants the totals sent to them. */
export type Digest = z.infer<typeof digestSchema>;

/**
 * The last period that a digest should have told of by now: the week or month that was over when its hour last came.
 * @param now by the organisation's clock
 */
export function periodDue({ every, weekday, hour }: Digest, now: Temporal.PlainDateTime): Period {
  const today = now.toPlainDate();
  const units = every === 'week' ? { weeks: 1 } : { months: 1 };
  const begun = every === 'week' ? today.subtract({ days: today.dayOfWeek - 1 }) : today.with({ day: 1 });
  const isDue = Temporal.PlainDateTime.compare(now, momentIn(begun, weekday, hour)) >= 0;
  const after = isDue ? begun : begun.subtract(units);
  return { from: after.subtract(units).toString(), to: after.subtract({ days: 1 }).toString() };
}

/** When the digest's hour comes in a week or month: on the first such weekday of it. */
function momentIn(begun: Temporal.PlainDate, weekday: number, hour: number): Temporal.PlainDateTime {
  const day = begun.add({ days: (weekday - begun.dayOfWeek + 7) % 7 });
  return day.toPlainDateTime({ hour });
}
