import { z } from '../../../../web/zod.ts';

const mineSchema = z.object({
  /** Any day of what is shown; today when left out. */
  day: z.iso.date().optional().catch(undefined),
  show: z.enum(['list', 'week', 'team']).optional().catch(undefined),
});
export type MineSearch = z.infer<typeof mineSchema>;

/** Which days of my schedule, and how they are shown. */
export const mineSearch = (search: Record<string, unknown>): MineSearch => mineSchema.parse(search);
