import { z } from '@hono/zod-openapi';
import { colour, line } from '../fields.ts';

const condition = z.strictObject({
  qualificationId: z.uuid().toLowerCase(),
  condition: z.enum(['must_have', 'must_not_have', 'must_be', 'must_not_be']),
});
const conditions = z.array(condition).max(50, 'That is more than this is for.');
const importance = z
  .number()
  .int('Please enter a whole number.')
  .min(1, 'The first place is 1.')
  .max(1_000, 'That is more than this is for.')
  .nullable();

/** A role that is wanted. */
export const wantedRole = z.strictObject({
  name: line('a name'),
  locationId: z.uuid().toLowerCase(),
  departmentId: z.uuid().toLowerCase().nullable().default(null),
  colour: colour.default('teal'),
  importance: importance.default(null),
  conditions: conditions.default([]),
});

/** What may change of a role. A role stays at its location: its shifts are told in the location's time. */
export const roleChange = z
  .strictObject({
    name: line('a name'),
    departmentId: z.uuid().toLowerCase().nullable(),
    colour,
    importance,
    conditions,
    archived: z.boolean(),
  })
  .partial();

const amountShape = z.object({ minor: z.number().int(), currency: z.string() });

export const roleShape = z
  .object({
    id: z.string(),
    name: z.string(),
    locationId: z.string(),
    departmentId: z.string().nullable(),
    colour: z.string(),
    importance: z.number().int().nullable(),
    conditions: z.array(condition),
    people: z.array(z.string()),
    series: z.number().int(),
    archived: z.boolean(),
    rate: amountShape.nullable(),
  })
  .openapi('WorkRole');

export const roleParams = z.object({ id: z.uuid() });

export const rankShape = z
  .strictObject({
    personId: z.uuid().toLowerCase(),
    weekday: z.number().int().min(0).max(6).nullable(),
    rank: z
      .number()
      .int('Please enter a whole number.')
      .min(0, 'Rank 1 is best, 0 is never.')
      .max(100, 'A rank is at most 100.'),
  })
  .openapi('Rank');

export const orderShape = z.strictObject({
  roles: z.array(z.strictObject({ id: z.uuid().toLowerCase(), importance })).max(2_000),
  weekdays: z
    .array(z.strictObject({ weekday: z.number().int().min(0).max(6), importance: importance.unwrap() }))
    .max(7)
    .refine((all) => new Set(all.map(({ weekday }) => weekday)).size === all.length, 'A weekday is named twice.')
    .optional(),
});
