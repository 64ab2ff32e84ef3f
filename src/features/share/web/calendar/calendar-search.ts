import { z } from '../../../../web/zod.ts';

const calendarSchema = z.object({
  /** Any day of what is shown; today when left out. */
  day: z.iso.date().optional().catch(undefined),
  view: z.enum(['month', 'week']).optional().catch(undefined),
});
export type CalendarSearch = z.infer<typeof calendarSchema>;

const composeSchema = z.object({ on: z.iso.date().optional().catch(undefined) });

/** What of the calendar is looked at. */
export const calendarSearch = (search: Record<string, unknown>): CalendarSearch => calendarSchema.parse(search);

/** The day for which something is composed from the calendar. */
export const composeSearch = (search: Record<string, unknown>): z.infer<typeof composeSchema> =>
  composeSchema.parse(search);
