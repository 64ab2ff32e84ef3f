import { z } from '@hono/zod-openapi';
import { sentDay } from '../../plan/shapes.ts';
import { line } from '../../work/fields.ts';
import { stretches } from '../days.ts';
import { isStretch, wrongDays } from '../shapes.ts';
import { dateFormats, decimalMarks, fieldNames, rowKinds, separators, sources } from './mapping.ts';

const text = z
  .string()
  .max(200, 'At most 200 characters fit here.')
  .regex(/^\P{Cc}*$/u, 'Please keep it on one line.');
const heading = line('a heading');
const column = z.union([z.strictObject({ heading, field: z.enum(fieldNames) }), z.strictObject({ heading, text })]);

const mapping = {
  rows: z.enum(rowKinds),
  source: z.enum(sources),
  separator: z.enum(separators),
  decimals: z.enum(decimalMarks),
  dates: z.enum(dateFormats),
  columns: z.array(column).min(1, 'Choose at least one column.').max(40, 'More than 40 columns don’t fit.'),
};

export const mappingShape = z
  .object({ id: z.string(), name: z.string(), revision: z.int(), ...mapping })
  .openapi('PayrollMapping');

export const payrollShape = z.object({
  mappings: z.array(mappingShape),
  fields: z.array(
    z.object({
      field: z.enum(fieldNames),
      label: z.string(),
      kind: z.enum(['text', 'date', 'decimal', 'whole', 'money']),
    }),
  ),
  timeClock: z.boolean(),
});

export const previewShape = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  headings: z.array(z.string()),
  /** The first of them, as the file has them. */
  rows: z.array(z.array(z.string())),
  count: z.int(),
  /** What nobody approved yet: it is not in the rows. */
  unapproved: z.object({ entries: z.int(), people: z.int(), minutes: z.int() }),
});

const days = {
  stretch: z.enum(stretches).default('last_period'),
  from: sentDay.optional(),
  to: sentDay.optional(),
};

export const payrollBodies = {
  add: z.strictObject({ name: line('a name'), ...mapping }),
  change: z.strictObject({ name: line('a name'), revision: z.int(), ...mapping }),
  preview: z.strictObject({ ...days, mapping: z.strictObject(mapping) }).refine(isStretch, wrongDays),
};

export const payrollQuery = z.object(days).refine(isStretch, wrongDays);
