import { z } from '../../../../web/zod.ts';

const words = z.string().max(100).optional().catch(undefined);
const ids = z.array(z.string()).optional().catch(undefined);

const boardSchema = z.object({
  /** Any day of what is shown; today when left out. */
  day: z.iso.date().optional().catch(undefined),
  view: z.enum(['people', 'roles', 'locations', 'day']).optional().catch(undefined),
  /** A calendar month in place of the period. */
  month: z.boolean().optional().catch(undefined),
  locations: ids,
  roles: ids,
  departments: ids,
  q: words,
  panel: z.enum(['update', 'publish', 'conflicts']).optional().catch(undefined),
});
export type BoardSearch = z.infer<typeof boardSchema>;

const printSchema = boardSchema.pick({ day: true, locations: true, roles: true }).extend({
  by: z.enum(['people', 'roles']).optional().catch(undefined),
});
export type PrintSearch = z.infer<typeof printSchema>;

/** What of the schedule is looked at: in the address, so that it can be sent to somebody and survives a reload. */
export const boardSearch = (search: Record<string, unknown>): BoardSearch => boardSchema.parse(search);

/** What is printed, and by what it is ordered. */
export const printSearch = (search: Record<string, unknown>): PrintSearch => printSchema.parse(search);
