import { z } from '../../../../web/zod.ts';

const forecastSchema = z.object({
  role: z.string().optional().catch(undefined),
  /** Any day of the week that is shown, and the one that phones show; today when left out. */
  day: z.iso.date().optional().catch(undefined),
  /** All hours, also those that nobody uses. */
  hours: z.literal('all').optional().catch(undefined),
});
export type ForecastSearch = z.infer<typeof forecastSchema>;

/** Which forecast is looked at: in the address, so that it can be sent to somebody and survives a reload. */
export const forecastSearch = (search: Record<string, unknown>): ForecastSearch => forecastSchema.parse(search);
