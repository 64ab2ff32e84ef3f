import { mappingSchema, previewShape, verdictSchema } from '../../../../web/imports/contract.ts';
import { z } from '../../../../web/zod.ts';

const fields = ['person', 'email', 'kind', 'days', 'date', 'start', 'end', 'until'] as const;
export type TimeField = (typeof fields)[number];
const mapping = mappingSchema(fields);
export type TimeMapping = z.infer<typeof mapping>;

const row = z.object({
  line: z.number(),
  person: z.string(),
  email: z.string(),
  verdict: verdictSchema,
  changes: z.array(z.object({ field: z.enum(['kind', 'times']), before: z.string(), after: z.string() })),
  why: z.string().nullable(),
  mark: z.string(),
});
export type TimeRow = z.infer<typeof row>;

export const timePreviewSchema = z.object({ ...previewShape, mapping, from: z.string(), rows: z.array(row) });
export type TimePreview = z.infer<typeof timePreviewSchema>;

export const timeResultSchema = z.object({
  added: z.number(),
  changed: z.number(),
  people: z.number(),
  same: z.number(),
  refused: z.array(z.object({ line: z.number(), person: z.string(), email: z.string(), why: z.string() })),
  refusedFile: z.string().nullable(),
});
export type TimeResult = z.infer<typeof timeResultSchema>;
