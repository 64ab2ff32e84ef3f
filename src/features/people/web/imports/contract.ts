import { mappingSchema, previewShape, verdictSchema } from '../../../../web/imports/contract.ts';
import { z } from '../../../../web/zod.ts';

const fields = ['name', 'firstName', 'lastName', 'email', 'roles', 'departments', 'locations'] as const;
export type Field = (typeof fields)[number];
const mapping = mappingSchema(fields);
export type Mapping = z.infer<typeof mapping>;

const changeSchema = z.object({
  field: z.enum(['name', 'email', 'roles', 'departments', 'locations', 'invitation']),
  before: z.string(),
  after: z.string(),
});
export type Change = z.infer<typeof changeSchema>;

const rowSchema = z.object({
  line: z.number(),
  name: z.string(),
  email: z.string(),
  verdict: verdictSchema,
  changes: z.array(changeSchema),
  why: z.string().nullable(),
  mark: z.string(),
});
export type ImportRow = z.infer<typeof rowSchema>;

export const previewSchema = z.object({
  ...previewShape,
  mapping,
  rows: z.array(rowSchema),
  missing: z.object({ departments: z.array(z.string()), locations: z.array(z.string()) }),
});
export type Preview = z.infer<typeof previewSchema>;

export const resultSchema = z.object({
  added: z.number(),
  changed: z.number(),
  invited: z.number(),
  same: z.number(),
  placesMade: z.number(),
  refused: z.array(z.object({ line: z.number(), name: z.string(), email: z.string(), why: z.string() })),
  refusedFile: z.string().nullable(),
});
export type ImportResult = z.infer<typeof resultSchema>;
