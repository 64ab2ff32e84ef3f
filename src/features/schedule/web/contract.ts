import { z } from '../../../web/zod.ts';
import { weekdays } from '../calendar/local.ts';

/** What the pages of roles, settings, availability and time off are told by the server. */
const weekday = z.enum(weekdays);

export const conditions = ['must_have', 'must_not_have', 'must_be', 'must_not_be'] as const;

export const roleSchema = z.object({
  id: z.string(),
  name: z.string(),
  locationId: z.string(),
  departmentId: z.string().nullable(),
  colour: z.string(),
  importance: z.number().nullable(),
  conditions: z.array(z.object({ qualificationId: z.string(), condition: z.enum(conditions) })),
  people: z.array(z.string()),
  /** How many series of shifts it has. */
  series: z.number(),
  archived: z.boolean(),
});
export type Role = z.infer<typeof roleSchema>;

const force = { hard: z.boolean(), weight: z.number() };
const plain = <Kind extends string>(kind: Kind) => z.object({ kind: z.literal(kind), ...force });
const minutes = z.number().nullable();
const hours = <Kind extends string>(kind: Kind) =>
  z.object({ kind: z.literal(kind), min: minutes, max: minutes, ...force });

export const ruleSchema = z.discriminatedUnion('kind', [
  plain('knows_role'),
  plain('qualified'),
  plain('available'),
  plain('time_off'),
  plain('never_ranked'),
  plain('headcount'),
  plain('holiday'),
  z.object({ kind: z.literal('rest'), minutes: z.number(), sameDay: z.boolean(), ...force }),
  hours('day_hours'),
  hours('week_hours'),
  hours('period_hours'),
  z.object({
    kind: z.literal('overtime'),
    policy: z.enum(['never', 'last_resort', 'free']),
    dayMinutes: minutes,
    weekMinutes: minutes,
    ...force,
  }),
  z.object({ kind: z.literal('days_in_row'), max: z.number(), ...force }),
  z.object({ kind: z.literal('days_off'), min: z.number(), ...force }),
  z.object({ kind: z.literal('weekends'), max: z.number(), ...force }),
  z.object({ kind: z.literal('notice'), days: z.number(), ...force }),
]);

export const weightNames = ['rank', 'preference', 'fairness', 'cost', 'overtime', 'stability'] as const;

export const settingsSchema = z.object({
  revision: z.number(),
  weekStart: weekday,
  periodWeeks: z.number(),
  periodFrom: z.string(),
  weekend: z.array(weekday),
  rules: z.array(ruleSchema),
  packs: z.array(z.string()),
  weights: z.record(z.enum(weightNames), z.number()),
  schedulingOrder: z.enum(['simple', 'detailed']),
  unstated: z.enum(['available', 'unavailable', 'as_stated']),
  trades: z.enum(['off', 'rules', 'approval']),
  tradeDeadlineMinutes: z.number(),
  claims: z.enum(['first', 'picked']),
  timeClock: z.boolean(),
  availablePacks: z.array(z.object({ id: z.string(), name: z.string(), source: z.string() })),
  findings: z.array(z.string()),
});
export type Settings = z.infer<typeof settingsSchema>;

export const holidaySchema = z.object({
  id: z.string(),
  day: z.string(),
  name: z.string(),
  locationId: z.string().nullable(),
});

export const rankSchema = z.object({ personId: z.string(), weekday: z.number().nullable(), rank: z.number() });
export type Rank = z.infer<typeof rankSchema>;

const likingSchema = z.object({
  roleId: z.string(),
  weekday: z.number().nullable(),
  part: z.enum(['early', 'late', 'night']).nullable(),
  liking: z.union([z.literal(1), z.literal(-1)]),
});
export const preferencesSchema = z.object({
  wantedMinutes: z.number().nullable(),
  extraShifts: z.boolean(),
  likings: z.array(likingSchema),
});
export type Preferences = z.infer<typeof preferencesSchema>;

export const qualificationSchema = z.object({ id: z.string(), name: z.string(), archived: z.boolean() });
export type Qualification = z.infer<typeof qualificationSchema>;

export interface Person {
  readonly id: string;
  readonly name: string;
}
