import { z } from '@hono/zod-openapi';
import { availabilityKinds } from '../../calendar/availability.ts';
import { weekdays } from '../../calendar/local.ts';
import type { Ending, Exception, Repeat, Rule } from '../../calendar/series.ts';
import { colour, line } from '../fields.ts';
import { dayShape } from '../settings/shapes.ts';
import type { AvailabilityPayload, Payload, ShiftPayload } from './series-rows.ts';

const weekday = z.enum(weekdays);
const monthDay = z.union([
  z.strictObject({ day: z.number().int() }),
  z.strictObject({ weekday, nth: z.number().int() }),
]);
const interval = z.number().int('It can repeat every 1 to 100 times.');

/** Forms only; whether a rule makes sense the calendar itself says, in sentences (`problemsOf`). */
const repeatShape = z.discriminatedUnion('every', [
  z.strictObject({ every: z.literal('day'), interval }),
  z.strictObject({ every: z.literal('week'), interval, days: z.array(weekday).max(7), weekStart: weekday }),
  z.strictObject({ every: z.literal('month'), interval, on: monthDay }),
]) satisfies z.ZodType<Repeat>;

const endingShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('never') }),
  z.strictObject({ kind: z.literal('after'), count: z.number().int() }),
  z.strictObject({ kind: z.literal('on'), date: z.string().max(20) }),
]) satisfies z.ZodType<Ending>;

const ruleShape = z
  .strictObject({ repeat: repeatShape, ends: endingShape })
  .openapi('Recurrence') satisfies z.ZodType<Rule>;

const shiftPayload = z
  .strictObject({
    needs: z
      .number()
      .int('Please enter a whole number of people.')
      .min(0, 'A shift needs 0 to 500 people.')
      .max(500, 'A shift needs 0 to 500 people.'),
    breakMinutes: z
      .number()
      .int('Please enter whole minutes.')
      .min(0, 'A break is from 0 minutes to 10 hours.')
      .max(600, 'A break is from 0 minutes to 10 hours.'),
    label: line('a label').nullable(),
  })
  .openapi('ShiftPayload') satisfies z.ZodType<ShiftPayload>;

const availabilityPayload = z
  .strictObject({ kind: z.enum(availabilityKinds) })
  .openapi('AvailabilityPayload') satisfies z.ZodType<AvailabilityPayload>;

/** What is said of an occurrence: of a role's shift, or of somebody's time. */
const payloadShape = z.union([shiftPayload, availabilityPayload]) satisfies z.ZodType<Payload>;

/** Local times and lengths: whether they make sense, the calendar says. */
const localTime = z.string().max(20);
const minutes = z.number().int('The length is not in whole minutes.');

const wanted = {
  start: localTime,
  minutes,
  rule: ruleShape.nullable().default(null),
  colour: colour.nullable().default(null),
};
/** Shifts, or times of somebody, that are wanted. The zone is the calendar's own. */
export const wantedShifts = z.strictObject({ ...wanted, payload: shiftPayload });
export const wantedTimes = z.strictObject({ ...wanted, payload: availabilityPayload });

export const scopeShape = z.enum(['one', 'following', 'all']);

export const changeShape = z.strictObject({
  on: localTime,
  scope: scopeShape,
  change: z
    .strictObject({
      moveBy: z.number().int('It can be moved by whole minutes.'),
      minutes,
      repeat: repeatShape.nullable(),
      ends: endingShape,
      colour: colour.nullable(),
      payload: payloadShape,
    })
    .partial(),
  revision: z.number().int(),
});

const own = { minutes: minutes.optional(), colour: colour.nullable().optional(), payload: payloadShape.optional() };
const exceptionShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('removed'), on: z.string() }),
  z.object({ kind: z.literal('changed'), on: z.string(), start: z.string().optional(), ...own }),
  z.object({ kind: z.literal('added'), on: z.string(), ...own }),
]) satisfies z.ZodType<Exception<Payload>>;

export const seriesShape = z
  .object({
    id: z.string(),
    zone: z.string(),
    start: z.string(),
    minutes: z.number().int(),
    rule: ruleShape.nullable(),
    exceptions: z.array(exceptionShape),
    colour: z.string().nullable(),
    payload: payloadShape,
    revision: z.number().int(),
    words: z.string(),
  })
  .openapi('Series');

const occurrenceShape = z
  .object({
    seriesId: z.string(),
    on: z.string(),
    startsAt: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    localStart: z.string(),
    localEnd: z.string(),
    minutes: z.number().int(),
    changed: z.boolean(),
    colour: z.string().nullable(),
    payload: payloadShape,
  })
  .openapi('Occurrence');

export const calendarShape = z.object({
  zone: z.string(),
  series: z.array(seriesShape),
  occurrences: z.array(occurrenceShape),
});

/** Days of a calendar, the last included. */
export const stretch = z.object({ from: dayShape, to: dayShape });
