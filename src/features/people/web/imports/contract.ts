import { z } from '../../../../web/zod.ts';

const columnSchema = z.number().nullable();
export const mappingSchema = z.object({
  ...{ name: columnSchema, firstName: columnSchema, lastName: columnSchema, email: columnSchema },
  ...{ roles: columnSchema, departments: columnSchema, locations: columnSchema },
});
/** For each field the number of the column that tells it. */
export type Mapping = z.infer<typeof mappingSchema>;

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
  verdict: z.enum(['new', 'changed', 'same', 'error']),
  changes: z.array(changeSchema),
  why: z.string().nullable(),
  mark: z.string(),
});
export type ImportRow = z.infer<typeof rowSchema>;
export type RowVerdict = ImportRow['verdict'];

export const previewSchema = z.object({
  columns: z.array(z.object({ name: z.string(), sample: z.string() })),
  mapping: mappingSchema,
  rows: z.array(rowSchema),
  missing: z.object({ departments: z.array(z.string()), locations: z.array(z.string()) }),
  refusedFile: z.string().nullable(),
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
