import { z } from '../../../../web/zod.ts';

export const sources = ['typed', 'imported', 'projected'] as const;
export type Source = (typeof sources)[number];

/** Each list has an entry for every half hour of the day. */
const daySchema = z.object({
  day: z.string(),
  amounts: z.array(z.number().nullable()),
  sources: z.array(z.enum(sources).nullable()),
  needed: z.array(z.number().nullable()),
  staffed: z.array(z.number()),
  rostered: z.array(z.number()),
});

export const forecastSchema = z.object({
  roleId: z.string(),
  roleName: z.string(),
  locationName: z.string(),
  zone: z.string(),
  unit: z.string(),
  perPerson: z.number(),
  revision: z.number(),
  days: z.array(daySchema),
});
export type Forecast = z.infer<typeof forecastSchema>;
