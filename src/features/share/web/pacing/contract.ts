import { z } from '../../../../web/zod.ts';

const reason = z.enum(['quiet_hours', 'quiet_day', 'day_full', 'week_full']);
export type HoldReason = z.infer<typeof reason>;

/** Why a request does not go out at its time, and when it does as things stand. */
export const waitingSchema = z.object({
  reason,
  until: z.string(),
  /** Whether it ends before that. */
  endsFirst: z.boolean(),
  /** Whether its own time has come. */
  due: z.boolean(),
  channels: z.array(z.object({ id: z.string(), name: z.string(), reason, until: z.string(), place: z.number() })),
});
export type Waiting = z.infer<typeof waitingSchema>;

/** When nothing is posted to channels, and how many requests each takes. */
export const paceSchema = z.object({
  quietHours: z.object({ from: z.string(), until: z.string() }).nullable(),
  /** 1 is Monday. */
  quietDays: z.array(z.number()),
  perDay: z.number().nullable(),
  perWeek: z.number().nullable(),
});
export type Pace = z.infer<typeof paceSchema>;

export const queueSchema = z.object({
  requests: z.array(z.object({ id: z.string(), title: z.string(), sendAt: z.string(), waiting: waitingSchema })),
});
export type Queue = z.infer<typeof queueSchema>;
