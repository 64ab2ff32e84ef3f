import { mappingSchema, previewShape } from '../../../../web/imports/contract.ts';
import { z } from '../../../../web/zod.ts';
import { paySchema } from '../contract.ts';

const fields = ['person', 'role', 'kind', 'amount', 'currency', 'hours', 'from', 'why'] as const;
export type WageField = (typeof fields)[number];
const mapping = mappingSchema(fields);
export type WageMapping = z.infer<typeof mapping>;

const row = z.object({
  line: z.number(),
  name: z.string(),
  verdict: z.enum(['new', 'same', 'error']),
  wage: z.object({ from: z.string(), roleName: z.string().nullable(), pay: paySchema, why: z.string() }).nullable(),
  outside: z.boolean(),
  why: z.string().nullable(),
  mark: z.string(),
});
export type WageRow = z.infer<typeof row>;

export const wagePreviewSchema = z.object({ ...previewShape, mapping, rows: z.array(row) });
export type WagePreview = z.infer<typeof wagePreviewSchema>;

export const wageResultSchema = z.object({
  added: z.number(),
  people: z.number(),
  same: z.number(),
  holds: z.boolean(),
  refused: z.array(z.object({ line: z.number(), name: z.string(), why: z.string() })),
  refusedFile: z.string().nullable(),
});
export type WageResult = z.infer<typeof wageResultSchema>;
