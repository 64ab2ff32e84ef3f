import { z } from '@hono/zod-openapi';
import { idList, sentDay } from '../plan/shapes.ts';
import { lookReasons } from '../plan/wages.ts';
import { daysBetween, mostDays, stretches } from './days.ts';

/** What can be asked of reports: a stretch by its name, or days; and which work. */
const asked = z.object({
  stretch: z.enum(stretches).default('period'),
  from: sentDay.optional(),
  to: sentDay.optional(),
  locations: idList,
  departments: idList,
  roles: idList,
  /** Why what single people cost is asked for, by who may see it; without a reason nobody is told. */
  reason: z.enum(lookReasons).optional(),
});

export const isStretch = ({ from, to }: { from?: string | undefined; to?: string | undefined }) =>
  from === undefined && to === undefined ? true : daysBetween(from ?? '', to ?? '') !== null;
export const wrongDays = { message: `Ask for 1 to ${mostDays} days, with a first and a last one.`, path: ['from'] };

const tableNames = ['people', 'roles', 'locations', 'fairness', 'filled', 'weekdays', 'coverage', 'changes'] as const;
export type TableName = (typeof tableNames)[number];

export const reportQuery = asked.refine(isStretch, wrongDays);
export const fileQuery = asked.extend({ table: z.enum(tableNames) }).refine(isStretch, wrongDays);
export type ReportQuery = z.infer<typeof reportQuery>;

const figures = {
  people: z.int(),
  /** People on shifts. */
  assignments: z.int(),
  planned: z.int(),
  worked: z.int().nullable(),
  overtime: z.int().nullable(),
  workedOvertime: z.int().nullable(),
  costMinor: z.int().nullable(),
  workedCostMinor: z.int().nullable(),
  costMinutes: z.int(),
  /** What is paid in other currencies than the organisation's: never added up with it. */
  otherCosts: z.array(z.object({ currency: z.string(), minor: z.int().nullable(), workedMinor: z.int().nullable() })),
};
const filled = { places: z.int(), filled: z.int() };
/** In minutes of people: what the forecast needs, what of it is covered and what is not, and what is too much. */
const coverage = {
  needed: z.int(),
  covered: z.int(),
  short: z.int(),
  over: z.int(),
  /** In per cent; null: nobody is needed. */
  share: z.number().nullable(),
};
const changes = {
  traded: z.int(),
  claimed: z.int(),
  told: z.int(),
  late: z.int().nullable(),
  premiumMinutes: z.int(),
};
const spread = z.object({ least: z.number(), most: z.number(), mean: z.number() });
const named = { roleId: z.string().nullable(), name: z.string(), locationName: z.string() };

export const reportShape = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    currency: z.string(),
    /** Whether cost is what each really costs; else it is at the usual rate of roles that three people or more know. */
    exact: z.boolean(),
    /** Whether single wages are told to who asks, once they say why. */
    pays: z.boolean(),
    timeClock: z.boolean(),
    /** All roles in my reach, for filters. */
    choices: z.object({
      roles: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          locationId: z.string(),
          departmentId: z.string().nullable(),
        }),
      ),
      locations: z.array(z.object({ id: z.string(), name: z.string() })),
      departments: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
    totals: z.object(figures),
    people: z.array(z.object({ personId: z.string(), name: z.string(), ...figures })),
    roles: z.array(z.object({ ...named, ...figures })),
    locations: z.array(z.object({ locationId: z.string().nullable(), name: z.string(), ...figures })),
    fairness: z.object({
      people: z.array(
        z.object({
          personId: z.string(),
          name: z.string(),
          minutes: z.int(),
          wanted: z.int().nullable(),
          weekends: z.int(),
          nights: z.int(),
          disliked: z.int(),
        }),
      ),
      spread: z.object({ minutes: spread, weekends: spread, nights: spread, disliked: spread }).nullable(),
    }),
    filled: z.object({
      totals: z.object(filled),
      roles: z.array(z.object({ ...named, ...filled })),
      weekdays: z.array(z.object({ weekday: z.int(), ...filled })),
    }),
    /** Only of half hours that have a forecast. */
    coverage: z.object({ totals: z.object(coverage), roles: z.array(z.object({ ...named, ...coverage })) }),
    changes: z.object({
      /** Days of notice that a rule asks for; null: none does, and nothing is late. */
      noticeDays: z.int().nullable(),
      totals: z.object(changes),
      roles: z.array(z.object({ ...named, ...changes })),
    }),
  })
  .openapi('ScheduleReport');

export type ReportAnswer = z.infer<typeof reportShape>;
