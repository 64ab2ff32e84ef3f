import { figureSchema } from '../../../../web/contract.ts';
import { z } from '../../../../web/zod.ts';

const days = z.object({ from: z.string(), to: z.string() });
const actsSchema = z.object({
  ...{ share: figureSchema, composer: figureSchema },
  ...{ like: figureSchema, reshare: figureSchema, comment: figureSchema },
});
const clicks = z.object({ total: z.number(), unique: z.number(), robots: z.number() });
const lineSchema = z.object({
  awareness: figureSchema.nullable(),
  acts: actsSchema,
  clicks,
  amounts: z.array(z.object({ currency: z.string(), minor: z.number() })),
});
const totalsSchema = lineSchema.extend({
  audience: z.object({ total: z.number().nullable(), accounts: figureSchema, countedAt: z.string().nullable() }),
});
const ratio = z.number().nullable();

/** A report as the server makes it: every figure of people is a sum of released steps, or hidden. */
export const reportSchema = z.object({
  period: days,
  compared: days.nullable(),
  stride: z.enum(['day', 'week', 'month']),
  smallGroup: z.number(),
  totals: totalsSchema,
  before: totalsSchema.nullable(),
  change: z.object({ awareness: ratio, shares: ratio, clicks: ratio, audience: ratio, value: ratio }),
  overTime: z.array(lineSchema.extend(days.shape)),
  requests: z.array(lineSchema.extend({ id: z.string(), title: z.string(), sentAt: z.string().nullable() })),
  campaigns: z.array(lineSchema.extend({ id: z.string(), title: z.string() })),
  tags: z.array(lineSchema.extend({ tag: z.string() })),
  networks: z.array(z.object({ network: z.string(), acts: actsSchema, clicks, audience: z.number().nullable() })),
  unsplit: figureSchema,
  hours: z
    .object({
      clicks: z.array(z.array(z.number())),
      best: z.object({ weekday: z.number(), hour: z.number() }),
    })
    .nullable(),
});
export type Report = z.infer<typeof reportSchema>;
export type Line = z.infer<typeof lineSchema>;
export type Act = keyof Line['acts'];

export const campaignColours = ['green', 'blue', 'violet', 'rose', 'amber', 'teal', 'slate'] as const;
export const campaignSchema = z.object({
  id: z.string(),
  name: z.string(),
  colour: z.enum(campaignColours),
  from: z.string().nullable(),
  until: z.string().nullable(),
  archived: z.boolean(),
  requests: z.number(),
});
export type Campaign = z.infer<typeof campaignSchema>;
export const campaignsSchema = z.object({ campaigns: z.array(campaignSchema) });
export const tagsSchema = z.object({ tags: z.array(z.object({ tag: z.string(), requests: z.number() })) });

const digestSchema = z.object({
  every: z.enum(['week', 'month']),
  weekday: z.number(),
  hour: z.number(),
  mail: z.boolean(),
  slack: z.boolean(),
});
export type Digest = z.infer<typeof digestSchema>;
export const digestAnswerSchema = z.object({ digest: digestSchema.nullable() });
