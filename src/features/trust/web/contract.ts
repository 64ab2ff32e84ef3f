import { z } from '../../../web/zod.ts';

const named = z.object({ kind: z.string(), id: z.string(), name: z.string().nullable() });
const headSchema = z.object({ seq: z.number(), hash: z.string() });

export const entrySchema = z.object({
  seq: z.number(),
  at: z.string(),
  actor: named,
  action: z.string(),
  sentence: z.string(),
  reads: z.boolean(),
  target: named,
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  previous: z.string(),
  hash: z.string(),
});
export type Entry = z.infer<typeof entrySchema>;
export type Named = z.infer<typeof named>;

export const pageSchema = z.object({
  entries: z.array(entrySchema),
  next: z.number().nullable(),
  head: headSchema.nullable(),
});
export type EntryPage = z.infer<typeof pageSchema>;

export const actSchema = z.object({
  action: z.string(),
  group: z.string(),
  sentence: z.string(),
  reads: z.boolean(),
  target: z.string(),
  fields: z.record(z.string(), z.string()),
});
export type Act = z.infer<typeof actSchema>;
export const actsSchema = z.object({ acts: z.array(actSchema) });

/** The directory: names, without addresses. */
export const directorySchema = z.object({ people: z.array(z.object({ id: z.string(), name: z.string() })) });

export const verificationSchema = z.object({
  ok: z.boolean(),
  entries: z.number(),
  head: headSchema.nullable(),
  heads: z.number(),
  brokenAt: z.number().nullable(),
  problem: z.string().nullable(),
  guardsMissing: z.array(z.string()),
  verifiedAt: z.string(),
});
export type Verification = z.infer<typeof verificationSchema>;
