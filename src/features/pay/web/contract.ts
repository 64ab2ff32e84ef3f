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
});
export type PaySettings = z.infer<typeof paySettingsSchema>;

export const doneSchema = z.object({ id: z.string(), holds: z.boolean() });
