import { z } from '../../../../../web/zod.ts';

const field = z.enum([
  'person_name',
  'person_id',
  'role',
  'location',
  'department',
  'day',
  'first_day',
  'last_day',
  'hours',
  'minutes',
  'regular_hours',
  'overtime_hours',
  'overtime_minutes',
  'premium_hours',
  'premium_minutes',
  'rate',
  'amount',
  'premium_amount',
  'currency',
]);
export type Field = z.infer<typeof field>;

const column = z.union([z.object({ heading: z.string(), field }), z.object({ heading: z.string(), text: z.string() })]);
export type Column = z.infer<typeof column>;

const mapping = z.object({
  rows: z.enum(['day', 'span']),
  source: z.enum(['planned', 'worked']),
  separator: z.enum(['comma', 'semicolon', 'tab']),
  decimals: z.enum(['point', 'comma']),
  dates: z.enum(['iso', 'dots', 'slashes', 'us']),
  columns: z.array(column),
});
export type Mapping = z.infer<typeof mapping>;

export const savedSchema = mapping.extend({ id: z.string(), name: z.string(), revision: z.number() });
export type Saved = z.infer<typeof savedSchema>;

export const payrollSchema = z.object({
  mappings: z.array(savedSchema),
  fields: z.array(z.object({ field, label: z.string(), kind: z.enum(['text', 'date', 'decimal', 'whole', 'money']) })),
  timeClock: z.boolean(),
});
export type Payroll = z.infer<typeof payrollSchema>;

export const previewSchema = z.object({
  from: z.string(),
  to: z.string(),
  headings: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  count: z.number(),
  unapproved: z.object({ entries: z.number(), people: z.number(), minutes: z.number() }),
});
export type Preview = z.infer<typeof previewSchema>;
