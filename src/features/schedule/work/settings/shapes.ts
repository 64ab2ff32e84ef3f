import { z } from '@hono/zod-openapi';
import { dayOfDate, weekdays } from '../../calendar/local.ts';
import { rulePacks } from '../../rules/packs.ts';
import { ruleShape } from './rule-shapes.ts';

/** A day `2026-03-02` that the calendar knows. */
export const dayShape = z
  .string()
  .refine((day) => dayOfDate(day) !== null, 'Please enter a day between 2000 and 2199, such as 2026-03-02.');

const weekday = z.enum(weekdays);
const slider = z
  .number()
  .int('Please choose a whole number.')
  .min(0, 'Please choose 0 to 100.')
  .max(100, 'Please choose 0 to 100.');

/** The settings as they come in; `revision` is the one that was read. */
export const settingsShape = z.strictObject({
  revision: z.number().int(),
  weekStart: weekday,
  periodWeeks: z.number().int().min(1, 'A period has 1 to 4 weeks.').max(4, 'A period has 1 to 4 weeks.'),
  periodFrom: dayShape,
  weekend: z.array(weekday).max(7),
  rules: z.array(ruleShape).max(100, 'That is more than this is for.'),
  packs: z.array(z.string().max(50)).max(20),
  weights: z.strictObject({
    rank: slider,
    preference: slider,
    fairness: slider,
    cost: slider,
    overtime: slider,
    stability: slider,
  }),
  schedulingOrder: z.enum(['simple', 'detailed']),
  unstated: z.enum(['available', 'unavailable', 'as_stated']),
  trades: z.enum(['off', 'rules', 'approval']),
  tradeDeadlineMinutes: z
    .number()
    .int('Please enter whole minutes.')
    .min(0, 'The deadline is from 0 minutes to two weeks before the shift.')
    .max(20_160, 'The deadline is from 0 minutes to two weeks before the shift.'),
  claims: z.enum(['first', 'picked']),
  timeClock: z.boolean(),
});

/** The settings as they go out. */
export const shownSettings = settingsShape
  .extend({
    availablePacks: z.array(z.object({ id: z.string(), name: z.string(), source: z.string() })),
    findings: z.array(z.string()),
  })
  .openapi('ScheduleSettings');

export const availablePacks = rulePacks.map(({ id, name, source }) => ({ id, name, source }));

export const holidayShape = z
  .object({ id: z.string(), day: z.string(), name: z.string(), locationId: z.string().nullable() })
  .openapi('Holiday');
