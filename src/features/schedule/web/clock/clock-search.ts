import { z } from '../../../../web/zod.ts';

const clockSchema = z.object({
  tab: z.enum(['mine', 'sheets', 'corrections']).optional().catch(undefined),
  /** Any day of the period that is shown; today when left out. */
  from: z.iso.date().optional().catch(undefined),
  location: z.uuid().optional().catch(undefined),
  role: z.uuid().optional().catch(undefined),
});
export type ClockSearch = z.infer<typeof clockSchema>;

/** Which hours are shown. */
export const clockSearch = (search: Record<string, unknown>): ClockSearch => clockSchema.parse(search);

const sheetSchema = clockSchema.pick({ from: true });

/** Of which period somebody's hours are shown. */
export const sheetSearch = (search: Record<string, unknown>): z.infer<typeof sheetSchema> => sheetSchema.parse(search);
