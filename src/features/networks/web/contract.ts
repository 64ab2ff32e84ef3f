import { figureSchema } from '../../../web/contract.ts';
import { z } from '../../../web/zod.ts';

const findingSchema = z.object({ level: z.enum(['good', 'note', 'warning', 'problem']), sentence: z.string() });
export type Finding = z.infer<typeof findingSchema>;

export const networkSetupSchema = z.object({
  network: z.enum(['linkedin', 'x', 'facebook', 'threads', 'mastodon', 'bluesky']),
  title: z.string(),
  mode: z.enum(['account', 'composer', 'none']),
  findings: z.array(findingSchema),
  callbackUrl: z.string().nullable(),
  canBeAsked: z.boolean(),
  asksServer: z.boolean(),
  connections: z.object({ active: figureSchema, ending: figureSchema, lost: figureSchema }),
});
export type NetworkSetup = z.infer<typeof networkSetupSchema>;

export const setupAnswerSchema = z.object({ networks: z.array(networkSetupSchema) });
export const inspectAnswerSchema = z.object({ findings: z.array(findingSchema) });
