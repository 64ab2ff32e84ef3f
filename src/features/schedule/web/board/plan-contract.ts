import { z } from '../../../../web/zod.ts';

/** A rule that speaks against somebody on a shift, in words. */
const faultSchema = z.object({ hard: z.boolean(), words: z.string() });

export const periodSchema = z.object({
  /** Null: nobody has opened it yet, so it has no shifts. */
  id: z.string().nullable(),
  firstDay: z.string(),
  days: z.number(),
  revision: z.number(),
  published: z.enum(['none', 'part', 'all']),
  /** Assignments that differ from what people were told. */
  changes: z.number(),
});
export type Period = z.infer<typeof periodSchema>;
export const periodsSchema = z.array(periodSchema);

const assignmentSchema = z.object({
  id: z.string(),
  personId: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  madeBy: z.enum(['hand', 'solver', 'trade', 'claim']),
  pinned: z.boolean(),
  overruledWhy: z.string().nullable(),
  published: z.boolean(),
  faults: z.array(faultSchema),
});
export type Assignment = z.infer<typeof assignmentSchema>;

const shiftSchema = z.object({
  id: z.string(),
  roleId: z.string(),
  locationId: z.string(),
  /** The local day on which it begins. */
  day: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  localStart: z.string(),
  localEnd: z.string(),
  zone: z.string(),
  needs: z.number(),
  /** Places that nobody has. */
  missing: z.number(),
  label: z.string().nullable(),
  colour: z.string().nullable(),
  cancelled: z.boolean(),
  importance: z.number().nullable(),
  assignments: z.array(assignmentSchema),
});
export type Shift = z.infer<typeof shiftSchema>;

const roleSchema = z.object({
  id: z.string(),
  name: z.string(),
  locationId: z.string(),
  departmentId: z.string().nullable(),
  colour: z.string(),
  importance: z.number().nullable(),
});
export type PlanRole = z.infer<typeof roleSchema>;

/** Of somebody out of the scheduler's reach only the name is told. */
const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Ids of the roles that this person knows. */
  roles: z.array(z.string()),
  minutes: z.number().nullable(),
  /** For as many days as are shown; null where nothing was said. */
  wantedMinutes: z.number().nullable(),
  weekends: z.number().nullable(),
  nights: z.number().nullable(),
});
export type PlanPerson = z.infer<typeof personSchema>;

const absenceSchema = z.object({
  personId: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  kind: z.enum(['time_off', 'unavailable']),
  words: z.string(),
});
export type Absence = z.infer<typeof absenceSchema>;

/** What is paid in other currencies than the organisation's. */
export const otherCosts = z.array(z.object({ currency: z.string(), minor: z.number() }));

/** Who works what in a range of days, as the scheduler has it now. */
export const planSchema = z.object({
  periods: periodsSchema,
  revision: z.number(),
  roles: z.array(roleSchema),
  locations: z.array(z.object({ id: z.string(), name: z.string(), zone: z.string() })),
  people: z.array(personSchema),
  shifts: z.array(shiftSchema),
  unavailable: z.array(absenceSchema),
  totals: z.object({
    minutes: z.number(),
    open: z.number(),
    /** Null where the figure would give a single wage away. */
    costMinor: z.number().nullable(),
    otherCosts,
    currency: z.string(),
  }),
  findings: z.array(z.string()),
  /** What "Undo" would take back; null when there is nothing. */
  undo: z.string().nullable(),
});
export type Plan = z.infer<typeof planSchema>;

const reasonSchema = faultSchema.extend({ overrulable: z.boolean() });
export type AgainstReason = z.infer<typeof reasonSchema>;
/** The members of a `rules_broken` or `double_booked` answer. */
export const brokenSchema = z.object({ reasons: z.array(reasonSchema) });

/** Everybody who could take a shift, the best first, and the cheapest ways to fill it. */
export const candidatesSchema = z.object({
  candidates: z.array(
    z.object({
      personId: z.string(),
      name: z.string(),
      allowed: z.boolean(),
      reasons: z.array(reasonSchema),
      price: z.number(),
    }),
  ),
  fixes: z.array(z.object({ personId: z.string(), sentence: z.string() })),
});
export type Candidates = z.infer<typeof candidatesSchema>;
export type CandidateRow = Candidates['candidates'][number];

/** Why this person has this shift, and who else could have it. */
export const whySchema = z.object({
  sentences: z.array(z.string()),
  others: z.array(z.object({ personId: z.string(), name: z.string(), words: z.string(), price: z.number() })),
});
