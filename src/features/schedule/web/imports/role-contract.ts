import { mappingSchema, previewShape, verdictSchema } from '../../../../web/imports/contract.ts';
import { z } from '../../../../web/zod.ts';

const fields = [
  ...(['role', 'location', 'department', 'rate', 'colour', 'headcount'] as const),
  ...(['days', 'start', 'end', 'people'] as const),
] as const;
export type RoleField = (typeof fields)[number];
const mapping = mappingSchema(fields);
export type RoleMapping = z.infer<typeof mapping>;

const change = z.object({
  field: z.enum(['location', 'department', 'rate', 'colour', 'shifts']),
  before: z.string(),
  after: z.string(),
});

const row = z.object({
  line: z.number(),
  role: z.string(),
  location: z.string(),
  verdict: verdictSchema,
  changes: z.array(change),
  why: z.string().nullable(),
  mark: z.string(),
});
export type RoleRow = z.infer<typeof row>;

export const rolePreviewSchema = z.object({
  ...previewShape,
  mapping,
  from: z.string(),
  rows: z.array(row),
  missing: z.object({ departments: z.array(z.string()), locations: z.array(z.string()) }),
  notes: z.array(z.string()),
});
export type RolePreview = z.infer<typeof rolePreviewSchema>;

export const roleResultSchema = z.object({
  added: z.number(),
  changed: z.number(),
  shifts: z.number(),
  same: z.number(),
  placesMade: z.number(),
  findings: z.array(z.string()),
  refused: z.array(z.object({ line: z.number(), role: z.string(), why: z.string() })),
  refusedFile: z.string().nullable(),
});
export type RoleResult = z.infer<typeof roleResultSchema>;
