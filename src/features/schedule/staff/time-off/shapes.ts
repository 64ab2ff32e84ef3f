import { z } from '@hono/zod-openapi';
import { colour, line } from '../../work/fields.ts';
import { accruals } from './balance.ts';
import { requestStates } from './time-off.ts';

const kind = {
  name: line('a name'),
  colour,
  accrual: z.enum(accruals),
  minutesAYear: z
    .number()
    .int('Please enter whole minutes.')
    .min(0, 'That can’t be below zero.')
    .max(527_040, 'That is more than a year has.'),
  dayMinutes: z
    .number()
    .int('Please enter whole minutes.')
    .min(15, 'A day off takes 15 minutes or more.')
    .max(1_440, 'A day has 24 hours.'),
};

/** A kind of time off that is wanted: eight hours a day, not counted, unless told. */
export const wantedKind = z.strictObject({
  ...kind,
  colour: colour.default('cyan'),
  accrual: kind.accrual.default('none'),
  minutesAYear: kind.minutesAYear.default(0),
  dayMinutes: kind.dayMinutes.default(480),
});
export const kindChange = z.strictObject({ ...kind, archived: z.boolean() }).partial();
export const kindShape = z.object({ id: z.string(), ...kind, archived: z.boolean() }).openapi('TimeOffKind');

export const balanceShape = z
  .object({
    kindId: z.string(),
    name: z.string(),
    accrual: kind.accrual,
    dayMinutes: z.number().int(),
    minutes: z.number().int().nullable(),
    granted: z.number().int(),
    used: z.number().int(),
    corrected: z.number().int(),
    asked: z.number().int(),
  })
  .openapi('TimeOffBalance');

/** What is written for the other side: a note, a reason. */
export const words = z
  .string()
  .trim()
  .max(1_000, 'That is longer than 1000 characters.')
  // No text in the database holds the character zero; this one is sealed, but it travels into mails.
  .overwrite((text) => text.replaceAll('\0', ''))
  .nullable()
  .default(null)
  .transform((text) => (text === '' ? null : text));

export const wantedTimeOff = z.strictObject({
  personId: z.union([z.literal('me'), z.uuid().toLowerCase()]).default('me'),
  kindId: z.uuid(),
  from: z.string().max(20),
  to: z.string().max(20),
  note: words,
});

export const requestShape = z
  .object({
    id: z.string(),
    personId: z.string(),
    personName: z.string(),
    kindId: z.string(),
    zone: z.string(),
    from: z.string(),
    to: z.string(),
    startsAt: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    minutes: z.number().int(),
    state: z.enum(requestStates),
    note: z.string().nullable(),
    reason: z.string().nullable(),
    askedAt: z.iso.datetime(),
    decidedBy: z.string().nullable(),
    decidedAt: z.iso.datetime().nullable(),
    mayDecide: z.boolean(),
    mayWithdraw: z.boolean(),
  })
  .openapi('TimeOff');

/** Shifts that the person has meanwhile; nothing of them is changed. */
const conflictShape = z
  .object({
    shiftId: z.string(),
    roleId: z.string(),
    roleName: z.string(),
    startsAt: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    localStart: z.string(),
    localEnd: z.string(),
    zone: z.string(),
    published: z.boolean(),
  })
  .openapi('TimeOffConflict');

export const outcomeShape = z.object({
  request: requestShape,
  findings: z.array(z.string()),
  conflicts: z.array(conflictShape),
});
