import { z } from '@hono/zod-openapi';
import { currency, fromDay } from '../wages/shapes.ts';
import { bandShape } from './answer.ts';

const amount = z
  .number('Please enter an amount.')
  .int('Please enter a whole amount of the smallest unit.')
  .min(1, 'That is nothing.')
  .max(10_000_000_000, 'That is more than anybody earns.');
const title = z.string().trim().min(1, 'Please enter a title.').max(100, 'That is longer than 100 characters.');
const weeklyMinutes = z
  .number('Please say how many hours a week full time has.')
  .int('Please enter whole minutes.')
  .min(60, 'A week of work has at least one hour.')
  .max(6_000, 'A week of work has at most 100 hours.');

const said = {
  title,
  locationId: z.uuid().nullable(),
  from: fromDay,
  /** The last day; null: until another one. */
  until: fromDay.nullable(),
  ...{ min: amount, mid: amount, max: amount, currency },
};

/** What a band says. */
export const wantedBand = z
  .discriminatedUnion('per', [
    z.strictObject({ ...said, per: z.literal('hour') }),
    z.strictObject({ ...said, per: z.literal('year'), weeklyMinutes }),
  ])
  .refine(({ min, mid }) => min <= mid, { path: ['mid'], message: 'The midpoint is not below the minimum.' })
  .refine(({ mid, max }) => mid <= max, { path: ['max'], message: 'The maximum is not below the midpoint.' })
  .refine((band) => band.until === null || band.from <= band.until, {
    path: ['until'],
    message: 'The last day is not before the first.',
  });
export type WantedBand = z.infer<typeof wantedBand>;

export const bandsShape = z
  .object({
    today: z.iso.date(),
    /** The organisation's, to begin with. */
    currency: z.string(),
    /** By title, the last first. */
    bands: z.array(bandShape),
    /** Places that a band can be for. */
    locations: z.array(z.object({ id: z.string(), name: z.string() })),
    /** Every title that a band or a person has. */
    titles: z.array(z.string()),
  })
  .openapi('PayBands');

export const keptShape = z.object({
  id: z.string(),
  /** The band that ends the day before, as it was open. */
  ended: z.string().nullable(),
});
