import { z } from '../../../../web/zod.ts';

/** What the pages of the time clock are told by the server. Instants are ISO, local times `2026-03-02T09:00`. */

const stretch = {
  startsAt: z.string(),
  endsAt: z.string().nullable(),
  localStart: z.string(),
  localEnd: z.string().nullable(),
  breaks: z.array(
    z.object({
      startsAt: z.string(),
      endsAt: z.string().nullable(),
      localStart: z.string(),
      localEnd: z.string().nullable(),
    }),
  ),
  breakMinutes: z.number(),
  workedMinutes: z.number(),
};
const stretchSchema = z.object(stretch);
export type Stretch = z.infer<typeof stretchSchema>;

const entrySchema = z.object({
  id: z.string(),
  personId: z.string(),
  day: z.string(),
  ...stretch,
  zone: z.string(),
  roleId: z.string().nullable(),
  roleName: z.string().nullable(),
  locationName: z.string().nullable(),
  shiftId: z.string().nullable(),
  forgotten: z.boolean(),
  waiting: z.boolean(),
  version: z.number(),
});
export type Entry = z.infer<typeof entrySchema>;

const plannedSchema = z.object({
  shiftId: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  localStart: z.string(),
  localEnd: z.string(),
  zone: z.string(),
  roleName: z.string().nullable(),
  locationName: z.string().nullable(),
  workMinutes: z.number(),
});
export type Planned = z.infer<typeof plannedSchema>;

const roleSchema = z.object({ id: z.string(), name: z.string(), locationName: z.string(), zone: z.string() });
export type OwnRole = z.infer<typeof roleSchema>;

export const clockSchema = z.object({
  entry: entrySchema.nullable(),
  onBreak: z.boolean(),
  shift: plannedSchema.nullable(),
  next: plannedSchema.nullable(),
  roles: z.array(roleSchema),
  recent: z.array(entrySchema),
});
export type Clock = z.infer<typeof clockSchema>;

const periodSchema = z.object({ firstDay: z.string(), lastDay: z.string(), days: z.number(), isOver: z.boolean() });
export type Period = z.infer<typeof periodSchema>;

const sums = {
  planned: z.number(),
  worked: z.number(),
  breaks: z.number(),
  unplanned: z.number(),
  overtime: z.number(),
  difference: z.number(),
};
const sumsSchema = z.object(sums);
export type Sums = z.infer<typeof sumsSchema>;

const rowSchema = z.object({
  personId: z.string(),
  name: z.string(),
  ...sums,
  entries: z.number(),
  state: z.enum(['open', 'approved', 'reopened']),
  asked: z.number(),
  runningSince: z.string().nullable(),
  forgotten: z.boolean(),
  approvedBy: z.string().nullable(),
  approvedAt: z.string().nullable(),
  problem: z.string().nullable(),
});
export type SheetRow = z.infer<typeof rowSchema>;

export const sheetsSchema = z.object({
  period: periodSchema,
  people: z.array(rowSchema),
  totals: sumsSchema,
  locations: z.array(z.object({ id: z.string(), name: z.string() })),
  roles: z.array(z.object({ id: z.string(), name: z.string(), locationId: z.string() })),
});
export type Sheets = z.infer<typeof sheetsSchema>;

export const sheetSchema = z.object({
  period: periodSchema,
  person: rowSchema,
  planned: z.array(plannedSchema.extend({ day: z.string() })),
  entries: z.array(entrySchema.extend({ overtimeMinutes: z.number() })),
  mayDecide: z.boolean(),
  zone: z.string(),
  roles: z.array(roleSchema),
});
export type Sheet = z.infer<typeof sheetSchema>;

const correctionSchema = z.object({
  id: z.string(),
  personId: z.string(),
  personName: z.string(),
  kind: z.enum(['add', 'change', 'remove']),
  zone: z.string(),
  wanted: stretchSchema,
  present: stretchSchema.nullable(),
  roleName: z.string().nullable(),
  state: z.enum(['asked', 'approved', 'declined', 'withdrawn']),
  reason: z.string(),
  answer: z.string().nullable(),
  askedBy: z.string(),
  askedAt: z.string(),
  decidedBy: z.string().nullable(),
  mayDecide: z.boolean(),
  mayWithdraw: z.boolean(),
});
export type Correction = z.infer<typeof correctionSchema>;
export const correctionsSchema = z.object({ corrections: z.array(correctionSchema) });
export const correctedSchema = z.object({ correction: correctionSchema, reopened: z.array(z.string()) });

export const historySchema = z.object({
  versions: z.array(
    z.object({
      number: z.number(),
      act: z.enum(['in', 'break', 'back', 'out', 'correction']),
      ...stretch,
      removed: z.boolean(),
      by: z.string(),
      at: z.string(),
      reason: z.string().nullable(),
    }),
  ),
});
export type Version = z.infer<typeof historySchema>['versions'][number];
