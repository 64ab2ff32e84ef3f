import { z } from '@hono/zod-openapi';
import type { PersonalRules, Rule, RuleKind } from '../../rules/rule.ts';

const day = 24 * 60;
const minutes = (most: number) =>
  z
    .number()
    .int('Please enter whole minutes.')
    .min(0, 'That can’t be below zero.')
    .max(most, 'That is more than this rule is for.');
const count = (least: number, most: number) =>
  z
    .number()
    .int('Please enter a whole number.')
    .min(least, `Please enter ${least} or more.`)
    .max(most, `Please enter at most ${most}.`);

const force = {
  hard: z.boolean(),
  weight: z.number().min(0, 'A weight is from 0 on.').max(1_000, 'A weight is at most 1000.'),
};
const plain = <Kind extends RuleKind>(kind: Kind) => z.strictObject({ kind: z.literal(kind), ...force });
const hours = <Kind extends RuleKind>(kind: Kind, most: number) =>
  z.strictObject({ kind: z.literal(kind), min: minutes(most).nullable(), max: minutes(most).nullable(), ...force });

/** A rule as it comes in and goes out. */
export const ruleShape = z
  .discriminatedUnion('kind', [
    plain('knows_role'),
    plain('qualified'),
    plain('available'),
    plain('time_off'),
    plain('never_ranked'),
    plain('headcount'),
    plain('holiday'),
    z.strictObject({ kind: z.literal('rest'), minutes: minutes(7 * day), sameDay: z.boolean(), ...force }),
    hours('day_hours', 36 * 60),
    hours('week_hours', 7 * day),
    hours('period_hours', 28 * day),
    z.strictObject({
      kind: z.literal('overtime'),
      policy: z.enum(['never', 'last_resort', 'free']),
      dayMinutes: minutes(day).nullable(),
      weekMinutes: minutes(7 * day).nullable(),
      ...force,
    }),
    z.strictObject({ kind: z.literal('days_in_row'), max: count(1, 60), ...force }),
    z.strictObject({ kind: z.literal('days_off'), min: count(1, 28), ...force }),
    z.strictObject({ kind: z.literal('weekends'), max: count(0, 5), ...force }),
    z.strictObject({ kind: z.literal('notice'), days: count(0, 60), ...force }),
  ])
  .openapi('ScheduleRule') satisfies z.ZodType<Rule>;

const ruleKinds = [
  'knows_role',
  'qualified',
  'available',
  'time_off',
  'never_ranked',
  'rest',
  'day_hours',
  'week_hours',
  'period_hours',
  'overtime',
  'days_in_row',
  'days_off',
  'weekends',
  'headcount',
  'holiday',
  'notice',
] as const satisfies readonly RuleKind[];

/** What is different for one person, as it comes in and goes out. */
export const personalRulesShape = z.strictObject({
  instead: z.array(ruleShape).max(50, 'That is more than this is for.'),
  without: z.array(z.enum(ruleKinds)).max(ruleKinds.length, 'That is more than this is for.'),
}) satisfies z.ZodType<PersonalRules>;
