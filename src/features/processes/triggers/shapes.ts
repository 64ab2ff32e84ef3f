import { z } from '@hono/zod-openapi';
import { type Weekday, weekdays } from '../../schedule/index.ts';
import { triggerDoers, triggerKinds } from './trigger.ts';

const id = z.uuid();
const named = z.object({ id: z.string(), name: z.string() });

/** On which days: every day, some days of the week, or one of the month (−1: its last). */
const wantedRepeat = z.discriminatedUnion('every', [
  z.strictObject({ every: z.literal('day') }),
  z.strictObject({
    every: z.literal('week'),
    days: z.array(z.enum(weekdays)).min(1, 'Choose a day of the week.').max(7),
  }),
  z.strictObject({
    every: z.literal('month'),
    day: z
      .int()
      .min(-1)
      .max(28)
      .refine((day) => day !== 0, 'Choose a day of the month.'),
  }),
]);
export type WantedRepeat = z.infer<typeof wantedRepeat>;

export const wantedTrigger = z.strictObject({
  kind: z.enum(triggerKinds),
  locationId: id.nullable().default(null).describe('Where; its clock counts'),
  repeat: wantedRepeat.nullable().default(null).describe('Of `schedule`'),
  atTime: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time such as 08:30.')
    .nullable()
    .default(null)
    .describe('Of `schedule`: local time'),
  minutesBefore: z.int().min(0).max(720).default(0).describe('Of `shift`: how long before it begins'),
  withinMinutes: z.int().min(5).max(43_200).nullable().default(null).describe('How long there is to go through it'),
  doer: z.enum(triggerDoers).describe('Whose the runs are; of `shift` the first opener’s'),
  doerId: id.nullable().default(null),
  doerRoleId: id.nullable().default(null),
  tellWithout: z.boolean().default(false).describe('Of `shift`: whether a day without one is told'),
});
export type WantedTrigger = z.infer<typeof wantedTrigger>;

const repeatShape = z.object({
  every: z.enum(['day', 'week', 'month']),
  days: z.array(z.enum(weekdays as readonly [Weekday, ...Weekday[]])),
  day: z.number().nullable(),
});

export const triggerShape = z
  .object({
    ...{ id: z.string(), kind: z.enum(triggerKinds), location: named.nullable(), repeat: repeatShape.nullable() },
    ...{ atTime: z.string().nullable(), minutesBefore: z.number(), withinMinutes: z.number().nullable() },
    ...{ doer: z.enum(triggerDoers), doerName: named.nullable(), tellWithout: z.boolean(), paused: z.boolean() },
    words: z.string().describe('What begins it, as a sentence'),
    next: z.object({
      at: z.string().nullable().describe('When it begins next, as far as that is known'),
      local: z.string().nullable().describe('The same by the clock at its place'),
      words: z.string().describe('What will happen next'),
    }),
    last: z
      .object({
        at: z.string(),
        state: z.enum(['waiting', 'begun', 'skipped', 'empty']),
        words: z.string(),
        runId: z.string().nullable(),
      })
      .nullable(),
    problem: z.string().nullable().describe('Why it could not begin as it should, as a sentence'),
  })
  .openapi('ProcessTrigger');

const minutes = z.int().min(0).max(10_080).nullable();

export const alarmShape = z
  .strictObject({
    ownerAfter: minutes.describe('Minutes after which whoever answers for the process is told; null: not'),
    managerAfter: minutes.describe('Minutes after which the manager of the place is told; null: not'),
    stepAfter: z.int().min(1).max(10_080).nullable().describe('Minutes beyond what a step takes; null: not watched'),
  })
  .openapi('ProcessAlarms');

export const beginsShape = z.object({ triggers: z.array(triggerShape), alarms: alarmShape, mayEdit: z.boolean() });
