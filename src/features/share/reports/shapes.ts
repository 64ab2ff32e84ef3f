import { z } from '@hono/zod-openapi';
import { figureShape } from '../routes/shapes.ts';
import { comparisons, type Question } from './question.ts';
import { reportTables } from './tables.ts';

const day = z.iso.date();
const ratio = z
  .number()
  .nullable()
  .describe('By how much it changed, as a fraction; null where nothing can be compared');

const actsShape = z.object({
  share: figureShape.describe('Posts made'),
  composer: figureShape.describe(
    'How often the network’s own composer was opened; whether a post followed is not known',
  ),
  like: figureShape,
  reshare: figureShape,
  comment: figureShape,
});
const clicksShape = z.object({ total: z.int(), unique: z.int(), robots: z.int() });
const amountsShape = z
  .array(z.object({ currency: z.string(), minor: z.int() }))
  .readonly()
  .describe('Advocacy value in minor units, apart for each currency, the latest first');
const line = {
  awareness: figureShape.nullable().describe('Employees who acted; null in a report of one network'),
  acts: actsShape,
  clicks: clicksShape,
  amounts: amountsShape,
};
const totalsShape = z
  .object({
    ...line,
    audience: z.object({ total: z.int().nullable(), accounts: figureShape, countedAt: z.string().nullable() }),
  })
  .openapi('ReportTotals');

export const reportShape = z
  .object({
    period: z.object({ from: day, to: day }),
    compared: z.object({ from: day, to: day }).nullable(),
    stride: z.enum(['day', 'week', 'month']),
    smallGroup: z.int().describe('Figures of fewer people read "fewer than" this'),
    totals: totalsShape,
    before: totalsShape.nullable(),
    change: z.object({ awareness: ratio, shares: ratio, clicks: ratio, audience: ratio, value: ratio }),
    overTime: z.array(z.object({ from: day, to: day, ...line })).readonly(),
    requests: z
      .array(
        z.object({
          ...{ id: z.string(), title: z.string(), sentAt: z.iso.datetime().nullable() },
          ...{ campaignId: z.string().nullable(), ...line },
        }),
      )
      .describe('At most 500, most shares first'),
    campaigns: z.array(z.object({ id: z.string(), title: z.string(), ...line })).readonly(),
    tags: z.array(z.object({ tag: z.string(), ...line })).readonly(),
    networks: z
      .array(
        z.object({
          ...{ network: z.string(), acts: actsShape, clicks: clicksShape },
          audience: z.int().nullable().describe('Null where it would tell of few accounts'),
        }),
      )
      .readonly()
      .describe('Of requests that are closed, where no network has few'),
    unsplit: figureShape.describe('Shares in the total that are not told by network'),
    hours: z
      .object({
        clicks: z.array(z.array(z.int()).readonly()).readonly().describe('Clicks by weekday (Monday first) and hour'),
        best: z.object({ weekday: z.int(), hour: z.int() }),
      })
      .nullable()
      .describe('Null while there are too few clicks to go by'),
  })
  .openapi('ShareReport');

// No text in the database holds the character zero, and it would refuse to look for it.
const word = (most: number) =>
  z
    .string()
    .overwrite((text) => text.replaceAll('\0', ''))
    .max(most);

export const reportQuery = z.object({
  from: day.optional(),
  to: day.optional(),
  compare: z.enum(comparisons).default('previous'),
  campaign: z.uuid().optional(),
  tag: word(40).optional(),
  network: word(40).optional(),
  request: z.uuid().optional(),
});

export const fileQuery = reportQuery.extend({ table: z.enum(reportTables) });

/** What was asked for, without the days. */
export function askedOf(query: z.infer<typeof reportQuery>): Omit<Question, 'period'> {
  const { compare, campaign: campaignId, tag, network, request: requestId } = query;
  return { compare, campaignId, tag, network, requestId };
}
