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

export const projectionSchema = z.object({
  days: z.array(z.object({ day: z.string(), amounts: z.array(z.number().nullable()), basis: z.number() })),
  words: z.string(),
  written: z.number(),
});
export type Projection = z.infer<typeof projectionSchema>;

export const headcountSchema = z.object({
  shifts: z.array(
    z.object({
      shiftId: z.string(),
      localStart: z.string(),
      localEnd: z.string(),
      now: z.number(),
      proposed: z.number(),
      words: z.string(),
    }),
  ),
  gaps: z.array(z.object({ day: z.string(), from: z.string(), to: z.string(), short: z.number(), words: z.string() })),
});
export type Headcount = z.infer<typeof headcountSchema>;
export type ProposedShift = Headcount['shifts'][number];

export const headcountTakenSchema = z.object({ changed: z.number(), findings: z.array(z.string()) });
