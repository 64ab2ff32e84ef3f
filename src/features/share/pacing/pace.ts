import { z } from 'zod';

const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'Write a time of day, such as 22:00.');
const most = 1_000;
const cap = z
  .int('A cap is a whole number.')
  .min(1, 'A cap is at least 1. Leave it empty for none.')
  .max(most, `A cap is at most ${most}. Leave it empty for none.`)
  .nullable();

const sorted = (days: number[]) => [...new Set(days)].toSorted((left, right) => left - right);

/** How the organisation spares its channels. Everything is off until somebody chooses it. */
export const paceSchema = z.strictObject({
  quietHours: z
    .strictObject({ from: clockTime, until: clockTime })
    .refine(({ from, until }) => from !== until, {
      error: 'The quiet hours begin and end at the same time. Choose two different times, or switch them off.',
      path: ['until'],
    })
    .nullable()
    .describe('By the organisation’s clock; from a later to an earlier time they span midnight'),
  quietDays: z
    .array(z.int().min(1).max(7))
    .overwrite(sorted)
    .max(6, 'With all seven days quiet nothing could ever be sent. Leave at least one day.')
    .describe('ISO: 1 is Monday'),
  perDay: cap.describe('How many requests one channel takes on a day; null for any number'),
  perWeek: cap.describe('How many it takes in a week, which begins on Monday; null for any number'),
});

export type Pace = Readonly<z.infer<typeof paceSchema>>;

export const noPace: Pace = { quietHours: null, quietDays: [], perDay: null, perWeek: null };

/** Whether anything holds a request back at all. */
export function isPaced({ quietHours, quietDays, perDay, perWeek }: Pace): boolean {
  return quietHours !== null || quietDays.length > 0 || perDay !== null || perWeek !== null;
}

/** Why a message waits: by the clock, or as its channel has had its share of the day or the week. */
export const holdReasons = ['quiet_hours', 'quiet_day', 'day_full', 'week_full'] as const;
export type HoldReason = (typeof holdReasons)[number];
