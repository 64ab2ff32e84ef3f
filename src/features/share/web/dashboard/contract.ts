import { figureSchema } from '../../../../web/contract.ts';
import { z } from '../../../../web/zod.ts';

const period = z.object({ from: z.string(), to: z.string() });
const ratio = z
  .number()
  .nullish()
  .transform((value) => value ?? null);

/** The organisation's totals over a period, compared with the one before. Amounts in minor units. */
export const dashboardSchema = z.object({
  period,
  previous: period,
  currency: z.string(),
  otherValues: z.array(z.object({ currency: z.string(), value: z.number() })),
  totals: z.object({
    awareness: figureSchema,
    shares: figureSchema,
    clicks: z.object({ total: z.number(), unique: z.number() }),
    reach: z.object({ total: z.number().nullable(), accounts: figureSchema, countedAt: z.iso.date().nullable() }),
    value: figureSchema,
  }),
  change: z.object({ awareness: ratio, shares: ratio, clicks: ratio, reach: ratio, value: ratio }),
  byDay: z.array(z.object({ day: z.string(), shares: z.number(), clicks: z.number() })),
  topRequests: z.array(z.object({ id: z.string(), title: z.string(), shares: figureSchema, clicks: z.number() })),
  connected: figureSchema,
  open: z.number(),
});
export type Dashboard = z.infer<typeof dashboardSchema>;
