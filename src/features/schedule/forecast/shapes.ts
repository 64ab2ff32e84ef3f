import { z } from '@hono/zod-openapi';
import { dayOfDate } from '../calendar/local.ts';
import { sentDay } from '../plan/shapes.ts';
import { line } from '../work/fields.ts';
import { mostPeople } from './cover.ts';
import { mostAmount, sources } from './forecast.ts';
import { halfHours } from './half-hours.ts';
import { pastSources } from './past.ts';

/** What the routes of the forecast take and answer. Half hours are numbered from midnight, 0 to 47. */

const mostDays = 42;
const day = z.iso.date();
const eachHalf = <Shape extends z.ZodType>(shape: Shape) => z.array(shape).length(halfHours);

export const roleParam = z.object({ id: z.uuid() });

const days = z.object({ from: sentDay, to: sentDay });
const isStretch = ({ from, to }: z.infer<typeof days>) => {
  const length = (dayOfDate(to) ?? 0) - (dayOfDate(from) ?? 0);
  return length >= 0 && length < mostDays;
};
const wrongDays = `Ask for 1 to ${mostDays} days.`;
export const stretch = days.refine(isStretch, wrongDays);

const twoPlaces = (amount: number) => Math.abs(amount * 100 - Math.round(amount * 100)) < 1e-6;
const amount = z
  .number('Please enter a number.')
  .min(0, 'Nothing less than 0 is expected.')
  .max(mostAmount, `At most ${mostAmount} can be expected in a half hour.`)
  .refine(twoPlaces, 'At most two decimal places are kept.');
const perPerson = z
  .number('Please enter a number.')
  .min(0.01, 'One person handles more than nothing.')
  .max(mostAmount, `At most ${mostAmount}.`)
  .refine(twoPlaces, 'At most two decimal places are kept.');

const forecastDay = z.object({
  day,
  /** Null: there is no forecast. */
  amounts: eachHalf(z.number().nullable()),
  sources: eachHalf(z.enum(sources).nullable()),
  /** People that the amount needs; null where there is no forecast, 0 where clocks skip the half hour. */
  needed: eachHalf(z.int().nullable()),
  /** People on shift in the plan, and places that shifts have, on average over the half hour. */
  staffed: eachHalf(z.number()),
  rostered: eachHalf(z.number()),
});

export const forecastShape = z
  .object({
    roleId: z.string(),
    roleName: z.string(),
    locationName: z.string(),
    zone: z.string(),
    unit: z.string(),
    perPerson: z.number(),
    revision: z.int(),
    days: z.array(forecastDay),
  })
  .openapi('Forecast');
export type ForecastAnswer = z.infer<typeof forecastShape>;

export const bodies = {
  changes: z.strictObject({
    /** Of the forecast when it was read. */
    revision: z.int(),
    changes: z
      .array(
        z.strictObject({
          day: sentDay,
          half: z
            .int()
            .min(0)
            .max(halfHours - 1),
          amount: amount.nullable(),
        }),
      )
      .min(1, 'Nothing is changed.')
      .max(mostDays * halfHours, `At most ${mostDays} days can be changed at once.`)
      .refine((all) => {
        const on = all.map((one) => dayOfDate(one.day) ?? 0);
        return Math.max(...on) - Math.min(...on) < mostDays;
      }, `At most ${mostDays} days can be changed at once.`),
  }),
  measure: z.strictObject({
    unit: line('what is counted, such as guests').max(40, 'That is longer than 40 characters.'),
    perPerson,
  }),
  project: z
    .strictObject({
      ...days.shape,
      weeks: z.int().min(1, 'At least one week is needed.').max(26, 'At most 26 weeks.'),
      source: z.enum(pastSources),
      /** Whether numbers that somebody typed or imported stay. */
      keepTyped: z.boolean(),
      /** Whether it is written; else it is only shown. */
      write: z.boolean(),
    })
    .refine(isStretch, wrongDays),
  headcount: z.strictObject({
    shifts: z
      .array(
        z.strictObject({ shiftId: z.uuid().toLowerCase(), headcount: z.int().min(0).max(mostPeople), now: z.int() }),
      )
      .min(1, 'No shift is named.')
      .max(300, 'At most 300 shifts can be changed at once.')
      .refine((all) => new Set(all.map(({ shiftId }) => shiftId)).size === all.length, 'A shift is named twice.'),
  }),
};
export type WantedHeadcount = z.infer<typeof bodies.headcount>;
export type WantedProjection = z.infer<typeof bodies.project>;

export const projectedShape = z
  .object({
    days: z.array(
      z.object({
        day,
        /** As they are to be. */
        amounts: eachHalf(z.number().nullable()),
        /** How many days the mean is of; 0: it stays as it is. */
        basis: z.int(),
      }),
    ),
    words: z.string(),
    /** How many half hours have another number now. */
    written: z.int(),
  })
  .openapi('ForecastProjection');
export type ProjectedAnswer = z.infer<typeof projectedShape>;

const localTime = z.string();
export const headcountShape = z
  .object({
    shifts: z.array(
      z.object({
        shiftId: z.string(),
        localStart: localTime,
        localEnd: localTime,
        now: z.int(),
        proposed: z.int(),
        words: z.string(),
      }),
    ),
    /** What no shift covers; `from` and `to` are local times such as `09:30`, the end of the day `24:00`. */
    gaps: z.array(z.object({ day, from: z.string(), to: z.string(), short: z.int(), words: z.string() })),
  })
  .openapi('ForecastHeadcount');
export type HeadcountAnswer = z.infer<typeof headcountShape>;

export const headcountTakenShape = z.object({
  changed: z.int(),
  /** About people who could not follow. */
  findings: z.array(z.string()),
});
