import { z } from '../../../../web/zod.ts';

const figures = {
  people: z.number(),
  assignments: z.number(),
  planned: z.number(),
  worked: z.number().nullable(),
  overtime: z.number().nullable(),
  workedOvertime: z.number().nullable(),
  costMinor: z.number().nullable(),
  workedCostMinor: z.number().nullable(),
  costMinutes: z.number(),
  otherCosts: z.array(
    z.object({ currency: z.string(), minor: z.number().nullable(), workedMinor: z.number().nullable() }),
  ),
};
const filled = { places: z.number(), filled: z.number() };
const coverage = { needed: z.number(), covered: z.number(), short: z.number(), over: z.number() };
const changes = {
  traded: z.number(),
  claimed: z.number(),
  told: z.number(),
  late: z.number().nullable(),
  premiumMinutes: z.number(),
};
const spread = z.object({ least: z.number(), most: z.number(), mean: z.number() });
const person = { personId: z.string(), name: z.string() };
const role = { roleId: z.string().nullable(), name: z.string(), locationName: z.string() };
const choice = z.object({ id: z.string(), name: z.string() });

export const reportSchema = z.object({
  from: z.string(),
  to: z.string(),
  currency: z.string(),
  exact: z.boolean(),
  /** Whether what each costs is told to the reader once they say why. */
  pays: z.boolean(),
  timeClock: z.boolean(),
  choices: z.object({
    roles: z.array(
      choice.extend({
        locationId: z.string(),
        departmentId: z.string().nullable(),
      }),
    ),
    locations: z.array(choice),
    departments: z.array(choice),
  }),
  totals: z.object(figures),
  people: z.array(z.object({ ...person, ...figures })),
  roles: z.array(z.object({ ...role, ...figures })),
  locations: z.array(z.object({ locationId: z.string().nullable(), name: z.string(), ...figures })),
  fairness: z.object({
    people: z.array(
      z.object({
        ...person,
        minutes: z.number(),
        wanted: z.number().nullable(),
        weekends: z.number(),
        nights: z.number(),
        disliked: z.number(),
      }),
    ),
    spread: z.object({ minutes: spread, weekends: spread, nights: spread, disliked: spread }).nullable(),
  }),
  filled: z.object({
    totals: z.object(filled),
    roles: z.array(z.object({ ...role, ...filled })),
    weekdays: z.array(z.object({ weekday: z.number(), ...filled })),
  }),
  coverage: z.object({ totals: z.object(coverage), roles: z.array(z.object({ ...role, ...coverage })) }),
  changes: z.object({
    noticeDays: z.number().nullable(),
    totals: z.object(changes),
    roles: z.array(z.object({ ...role, ...changes })),
  }),
});
export type Report = z.infer<typeof reportSchema>;
export type Figures = Report['totals'];
