import { z } from '@hono/zod-openapi';
import { dayText, entryShape, instant, ownRoleShape, plannedShape } from '../shapes.ts';

const minutes = z.int();

const sums = {
  ...{ planned: minutes, worked: minutes, breaks: minutes },
  unplanned: minutes.describe('Of what was worked: that nobody planned'),
  overtime: minutes.describe('By the thresholds of the rules that hold for the person'),
};

const periodShape = z
  .object({ firstDay: dayText, lastDay: dayText, days: z.int(), isOver: z.boolean() })
  .openapi('SheetPeriod');

const rowShape = z
  .object({
    ...{ personId: z.string(), name: z.string(), ...sums },
    difference: minutes.describe('Worked less planned'),
    entries: z.int(),
    state: z.enum(['open', 'approved', 'reopened']),
    asked: z.int().describe('Corrections that nobody has decided on'),
    runningSince: instant.nullable(),
    forgotten: z.boolean().describe('What runs does so long after the shift ended'),
    approvedBy: z.string().nullable(),
    approvedAt: instant.nullable(),
    problem: z.string().nullable().describe('Why I can’t approve it now'),
  })
  .openapi('TimesheetRow');
export type SheetRowAnswer = z.infer<typeof rowShape>;

export const sheetsShape = z
  .object({
    period: periodShape,
    people: z.array(rowShape),
    totals: z.object({ ...sums, difference: minutes }),
    locations: z.array(z.object({ id: z.string(), name: z.string() })),
    roles: z.array(z.object({ id: z.string(), name: z.string(), locationId: z.string() })),
  })
  .openapi('Timesheets');
export type SheetsAnswer = z.infer<typeof sheetsShape>;

export const sheetShape = z
  .object({
    period: periodShape,
    person: rowShape,
    planned: z.array(plannedShape.extend({ day: dayText })),
    entries: z.array(entryShape.extend({ overtimeMinutes: minutes })),
    mayDecide: z.boolean().describe('What I correct here holds at once'),
    zone: z.string().describe('Where the person works, for hours that were not clocked'),
    roles: z.array(ownRoleShape).describe('That they work in'),
  })
  .openapi('Timesheet');
export type SheetAnswer = z.infer<typeof sheetShape>;

export const sheetsQuery = z.object({
  from: dayText.optional().describe('Any day of the period; today unless told'),
  location: z.uuid().optional(),
  role: z.uuid().optional(),
});

export const approveBody = z.strictObject({
  firstDay: dayText,
  worked: z.int().min(0).describe('The minutes that were seen: what changed meanwhile is not approved'),
});
