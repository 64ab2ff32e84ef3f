import { z } from '@hono/zod-openapi';

const shownBand = z.object({
  title: z.string(),
  /** Null: the band for everywhere. */
  place: z.string().nullable(),
  min: z.int(),
  mid: z.int(),
  max: z.int(),
  currency: z.string(),
  per: z.enum(['hour', 'year']),
  weeklyMinutes: z.int().nullable(),
  from: z.iso.date(),
  until: z.iso.date().nullable(),
});

/** Where a wage stands, in thousandths. */
const standing = z.object({
  where: z.enum(['below', 'within', 'above']),
  /** Of the midpoint. */
  compa: z.int(),
  /** Of the way from minimum to maximum. */
  reach: z.int().nullable(),
});

/** What somebody's pay is told with. */
export const bandAnswer = {
  /** What they are called in their work. */
  title: z.string().nullable(),
  /** Today's band of their title, and where their wage for all work stands in it; null: none, or not for who asks. */
  band: z.object({ ...shownBand.shape, standing: standing.nullable() }).nullable(),
};

export type BandAnswer = z.infer<z.ZodObject<typeof bandAnswer>>;

/** A band as a list shows it. */
export const bandShape = z.object({ id: z.string(), ...shownBand.shape, locationId: z.string().nullable() });
