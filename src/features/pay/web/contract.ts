import { z } from '../../../web/zod.ts';

export const paySchema = z.object({
  kind: z.enum(['hourly', 'monthly', 'yearly']),
  minor: z.number(),
  currency: z.string(),
  weeklyMinutes: z.number().nullable(),
});
export type Pay = z.infer<typeof paySchema>;

const entrySchema = z.object({
  id: z.string(),
  roleId: z.string().nullable(),
  roleName: z.string().nullable(),
  from: z.string(),
  says: z.enum(['pay', 'ends', 'withdrawn']),
  pay: paySchema.nullable(),
  why: z.string(),
  corrects: z.string().nullable(),
  stands: z.enum(['holds', 'waits', 'refused', 'corrected', 'withdrawn']),
  enteredBy: z.string(),
  enteredAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  mayDecide: z.boolean(),
});
export type Entry = z.infer<typeof entrySchema>;

const raisingSchema = z.object({
  title: z.string().nullable(),
  knows: z.array(z.string()),
  ...{ needed: z.number(), approvers: z.array(z.string()), missing: z.string().nullable() },
  waiting: z.object({ id: z.string(), from: z.string() }).nullable(),
});
export type Raising = z.infer<typeof raisingSchema>;

const standingSchema = z.object({
  where: z.enum(['below', 'within', 'above']),
  compa: z.number(),
  reach: z.number().nullable(),
});
const bandValues = {
  title: z.string(),
  place: z.string().nullable(),
  min: z.number(),
  mid: z.number(),
  max: z.number(),
  currency: z.string(),
  per: z.enum(['hour', 'year']),
  weeklyMinutes: z.number().nullable(),
  from: z.string(),
  until: z.string().nullable(),
};
const ownBandSchema = z.object({ ...bandValues, standing: standingSchema.nullable() });
/** The band of somebody's title, and where they stand in it. */
export type OwnBand = z.infer<typeof ownBandSchema>;

const bandSchema = z.object({ id: z.string(), ...bandValues, locationId: z.string().nullable() });
export type Band = z.infer<typeof bandSchema>;

export const bandsSchema = z.object({
  today: z.string(),
  currency: z.string(),
  bands: z.array(bandSchema),
  locations: z.array(z.object({ id: z.string(), name: z.string() })),
  titles: z.array(z.string()),
});
export type Bands = z.infer<typeof bandsSchema>;

export const keptBandSchema = z.object({ id: z.string(), ended: z.string().nullable() });

const dimension = z.enum(['title', 'location', 'seniority', 'kind']);
export type Dimension = z.infer<typeof dimension>;
const figureSchema = z.object({ value: z.number(), people: z.number(), on: z.string() }).nullable();
const groupName = { by: dimension.nullable(), value: z.string().nullable(), label: z.string().nullable() };
const groupSchema = z.object({
  ...groupName,
  figures: z.array(z.object({ currency: z.string(), pay: figureSchema, compa: figureSchema })),
});
export type Group = z.infer<typeof groupSchema>;

export const equitySchema = z.object({
  today: z.string(),
  within: z.object(groupName).nullable(),
  choices: z.array(z.object(groupName)),
  whole: groupSchema,
  tables: z.array(z.object({ by: dimension, rows: z.array(groupSchema) })),
});
export type Equity = z.infer<typeof equitySchema>;

export const personPaySchema = z.object({
  personId: z.string(),
  name: z.string(),
  today: z.string(),
  currency: z.string(),
  current: z.array(z.string()),
  coming: z.array(z.string()),
  entries: z.array(entrySchema),
  roles: z.array(z.object({ id: z.string(), name: z.string() })),
  mayEnter: z.boolean(),
  raising: raisingSchema.nullable(),
  title: z.string().nullable(),
  band: ownBandSchema.nullable(),
});
export type PersonPay = z.infer<typeof personPaySchema>;

const lookSchema = z.object({ at: z.string(), by: z.string(), reason: z.string(), where: z.string() });
export type Look = z.infer<typeof lookSchema>;

export const ownPaySchema = personPaySchema.extend({ looks: z.array(lookSchema) });

export const payPeopleSchema = z.object({
  people: z.array(
    z.object({ id: z.string(), name: z.string(), hasWage: z.boolean().nullable(), waiting: z.number().nullable() }),
  ),
  administers: z.boolean(),
});
export type PayPeople = z.infer<typeof payPeopleSchema>;

export const paySettingsSchema = z.object({
  managersSee: z.boolean(),
  secondPerson: z.boolean(),
  approvals: z.number(),
  peopleSeeBands: z.boolean(),
});
export type PaySettings = z.infer<typeof paySettingsSchema>;

export const doneSchema = z.object({ id: z.string(), holds: z.boolean() });
