import { z } from '@hono/zod-openapi';
import { clockActs } from './entry.ts';

/** Bodies and answers of the time clock. Instants are ISO in UTC, local times `2026-03-02T09:00`, days `2026-03-02`. */

export const instant = z.iso.datetime();
const localTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);
export const dayText = z.iso.date();

const span = { startsAt: instant, endsAt: instant, localStart: localTime, localEnd: localTime, zone: z.string() };
const place = {
  ...{ roleId: z.string().nullable(), roleName: z.string().nullable() },
  ...{ locationId: z.string().nullable(), locationName: z.string().nullable() },
};

const breakShape = z.object({
  ...{ startsAt: instant, endsAt: instant.nullable() },
  ...{ localStart: localTime, localEnd: localTime.nullable() },
});
const stretch = {
  ...{ startsAt: instant, endsAt: instant.nullable(), localStart: localTime, localEnd: localTime.nullable() },
  ...{ zone: z.string(), breaks: z.array(breakShape), breakMinutes: z.int(), workedMinutes: z.int() },
};

// Without a name of its own: the description of the API loses "or null" of what has one.
export const entryShape = z.object({
  ...{ id: z.string(), personId: z.string(), day: dayText, ...stretch, ...place },
  shiftId: z.string().nullable().describe('The published shift that it was for; null: nobody planned this work'),
  forgotten: z.boolean().describe('It still runs, long after the shift ended'),
  waiting: z.boolean().describe('A correction of it was asked for'),
  version: z.int(),
});
export type EntryAnswer = z.infer<typeof entryShape>;

export const plannedShape = z.object({
  shiftId: z.string(),
  ...span,
  ...place,
  breakMinutes: z.int(),
  workMinutes: z.int(),
});
export type PlannedAnswer = z.infer<typeof plannedShape>;

export const ownRoleShape = z.object({
  ...{ id: z.string(), name: z.string(), locationId: z.string(), locationName: z.string(), zone: z.string() },
});

export const clockShape = z
  .object({
    entry: entryShape.nullable().describe('What runs'),
    onBreak: z.boolean(),
    shift: plannedShape.nullable().describe('The published shift that clocking in now is for, or the running entry is'),
    next: plannedShape.nullable().describe('The next published shift after that, within a week'),
    roles: z.array(ownRoleShape).describe('Roles that I may name for work that nobody planned'),
    recent: z.array(entryShape).describe('What I worked today and yesterday, the last first'),
  })
  .openapi('Clock');
export type ClockAnswer = z.infer<typeof clockShape>;

const key = z.string().min(1).max(100).describe('Made anew for each press of a button; sent again, it counts once');
export const pressBody = z.strictObject({ key });
export const inBody = z.strictObject({ key, roleId: z.uuid().toLowerCase().nullable().default(null) });

export const versionsShape = z.object({
  versions: z.array(
    z.object({
      number: z.int(),
      act: z.enum([...clockActs, 'correction']),
      ...stretch,
      removed: z.boolean(),
      roleName: z.string().nullable(),
      by: z.string(),
      at: instant,
      reason: z.string().nullable().describe('Why it was corrected'),
    }),
  ),
});
