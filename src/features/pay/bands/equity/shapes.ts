import { z } from '@hono/zod-openapi';
import { lookReasons } from '../../../schedule/index.ts';
import { dimensions } from './groups.ts';

const by = z.enum(dimensions);

/** People who are alike in one thing; without a value those of whom nothing is said. */
export const equityQuery = z.object({ by: by.optional(), value: z.string().max(200).optional() });
/** What is taken along is said why. */
export const fileQuery = equityQuery.extend({ reason: z.enum(lookReasons, 'Please choose why you take it along.') });

export interface Within {
  readonly by: z.infer<typeof by>;
  readonly value: string | null;
}

/** Who is asked about; null: everybody. */
export function withinOf(asked: z.infer<typeof equityQuery>): Within | null {
  return asked.by === undefined ? null : { by: asked.by, value: asked.value ?? null };
}

const figure = z
  .object({
    value: z.number(),
    /** How many people it is about. */
    people: z.int(),
    /** When it was told: it stays until another may be told beside all that were. */
    on: z.iso.date(),
  })
  .nullable();
const name = { by: by.nullable(), value: z.string().nullable(), label: z.string().nullable() };
const row = z.object({
  ...name,
  /** One for each currency; none: too few people, or figures that are told already would give somebody away. */
  figures: z.array(
    z.object({
      currency: z.string(),
      /** Minor units an hour, in three figures. */
      pay: figure,
      /** Hundredths of the midpoint. */
      compa: figure,
    }),
  ),
});

export const equityShape = z
  .object({
    today: z.iso.date(),
    within: z.object(name).nullable(),
    choices: z.array(z.object(name)),
    whole: row,
    tables: z.array(z.object({ by, rows: z.array(row) })),
  })
  .openapi('PayEquity');
export type EquityAnswer = z.infer<typeof equityShape>;
