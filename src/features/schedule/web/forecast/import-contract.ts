import { mappingSchema, previewShape, verdictSchema } from '../../../../web/imports/contract.ts';
import { z } from '../../../../web/zod.ts';

const fields = ['location', 'role', 'day', 'time', 'amount'] as const;
export type Field = (typeof fields)[number];
const mapping = mappingSchema(fields);
export type Mapping = z.infer<typeof mapping>;

/** What a row says, as it was written. */
const told = {
  ...{ line: z.number(), location: z.string(), role: z.string(), day: z.string(), time: z.string() },
};

const rowSchema = z.object({
  ...told,
  verdict: verdictSchema,
  before: z.number().nullable(),
  amount: z.number().nullable(),
  why: z.string().nullable(),
  mark: z.string(),
});
export type ImportRow = z.infer<typeof rowSchema>;

export const previewSchema = z.object({ ...previewShape, mapping, rows: z.array(rowSchema) });
export type Preview = z.infer<typeof previewSchema>;

export const resultSchema = z.object({
  added: z.number(),
  changed: z.number(),
  same: z.number(),
  refused: z.array(z.object({ ...told, why: z.string() })),
  refusedFile: z.string().nullable(),
});
export type ImportResult = z.infer<typeof resultSchema>;
