import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../../web/api.ts';
import { z } from '../../../../web/zod.ts';
import type { Day } from '../../../../web/zoned-time.ts';
import { stateSchema } from '../contract.ts';
import { waitingSchema } from '../pacing/contract.ts';

const entrySchema = z.object({
  id: z.string(),
  title: z.string(),
  state: stateSchema,
  channel: z.object({ id: z.string(), name: z.string() }).nullable(),
  channels: z.array(z.object({ id: z.string(), name: z.string() })).default([]),
  /** When it went out, or is to (ISO). */
  at: z.string().nullable(),
  endsAt: z.string().nullable(),
  waiting: waitingSchema.nullish(),
  revision: z.number(),
  movable: z.boolean(),
});
export type Entry = z.infer<typeof entrySchema>;

const calendarSchema = z.object({ entries: z.array(entrySchema), more: z.boolean() });
export type Calendar = z.infer<typeof calendarSchema>;

/** Everything that goes out, went out or ends on these days. */
export const calendarQuery = (from: Day, to: Day) =>
  queryOptions({
    queryKey: ['requests', 'calendar', from, to],
    queryFn: ({ signal }): Promise<Calendar> => {
      const query = new URLSearchParams({ from, to });
      return call(calendarSchema, 'GET', `/api/share/calendar?${query}`, { signal });
    },
    refetchInterval: 60_000,
  });
