import { z } from '../../../../web/zod.ts';
import { otherCosts } from './plan-contract.ts';

const placeSchema = z.object({ shiftId: z.string(), personId: z.string() });
const sumSchema = z.object({ open: z.number(), minutes: z.number(), costMinor: z.number().nullable(), otherCosts });
export type PlanSum = z.infer<typeof sumSchema>;

const unfilledSchema = z.object({
  shiftId: z.string(),
  missing: z.number(),
  candidates: z.array(z.object({ personId: z.string(), words: z.string() })),
  fixes: z.array(z.object({ personId: z.string(), sentence: z.string() })),
});
export type Unfilled = z.infer<typeof unfilledSchema>;

const outcomeSchema = z.object({
  added: z.array(placeSchema),
  removed: z.array(placeSchema),
  kept: z.number(),
  missing: z.number(),
  filled: z.number(),
  unfilled: z.array(unfilledSchema),
  before: sumSchema,
  after: sumSchema,
  /** `work`: all the searching was done that is worth it for this size, before the time was up. */
  ended: z.enum(['optimal', 'work', 'time', 'stopped']),
  seed: z.number(),
});
export type Outcome = z.infer<typeof outcomeSchema>;

const progressSchema = z.object({
  best: z.number().nullable(),
  bound: z.number().nullable(),
  missing: z.number().nullable(),
  seconds: z.number(),
  limit: z.number(),
});
export type Progress = z.infer<typeof progressSchema>;

/** One "Update schedule", from being asked for to being taken or not. */
export const updateSchema = z.object({
  id: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'taken', 'dropped']),
  progress: progressSchema.nullable(),
  outcome: outcomeSchema.nullable(),
  problem: z.string().nullable(),
  askedAt: z.string(),
  seed: z.number(),
});
export type PlanUpdate = z.infer<typeof updateSchema>;
