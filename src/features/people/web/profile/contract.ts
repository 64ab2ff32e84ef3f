import { z } from '../../../../web/zod.ts';

const audience = z.enum(['me', 'managers', 'everyone']);
export type Audience = z.infer<typeof audience>;

export const phoneKinds = ['mobile', 'home', 'work'] as const;
const phone = z.object({ kind: z.enum(phoneKinds), number: z.string() });
const emergency = z.object({ name: z.string(), relation: z.string(), phone: z.string() });
const contact = z.object({
  email: z.string().nullable(),
  pronouns: z.string().nullable(),
  phones: z.array(phone),
  address: z.string().nullable(),
  emergency: emergency.nullable(),
});
export type Contact = z.infer<typeof contact>;

const seenBy = z.object({
  ...{ email: audience, pronouns: audience, phones: audience },
  ...{ address: audience, emergency: audience },
});
export type SeenBy = z.infer<typeof seenBy>;

export const employmentKinds = [
  'full_time',
  'part_time',
  'temporary',
  'contractor',
  'apprentice',
  'volunteer',
] as const;

const employment = z.object({
  legalName: z.string().nullable(),
  startDate: z.string().nullable(),
  title: z.string().nullable(),
  seniority: z.string().nullable(),
  kind: z.enum(employmentKinds).nullable(),
});
export type Employment = z.infer<typeof employment>;

const named = z.object({ id: z.string(), name: z.string() });
const shared = { id: z.string(), name: z.string(), pictureAt: z.string().nullable(), manager: named.nullable() };

const note = z.object({
  id: z.string(),
  text: z.string(),
  author: z.string(),
  at: z.string(),
  seenBy: z.enum(['managers', 'person']),
});
export type Note = z.infer<typeof note>;

/** One's own profile. */
export const ownProfileSchema = z.object({
  ...shared,
  contact,
  seenBy,
  employment,
  departments: z.array(z.string()),
  locations: z.array(z.string()),
  notes: z.array(note),
});
export type OwnProfile = z.infer<typeof ownProfileSchema>;

/** Somebody else, as far as one may see; what is hidden is not there. */
export const personSchema = z.object({
  ...shared,
  contact: contact.partial(),
  employment: employment.nullable(),
  details: z
    .object({
      roles: z.array(z.string()),
      departments: z.array(z.string()),
      locations: z.array(z.string()),
      state: z.string(),
    })
    .nullable(),
  may: z.object({ employ: z.boolean(), qualify: z.boolean(), note: z.boolean() }),
});
export type PersonPageAnswer = z.infer<typeof personSchema>;

export const notesSchema = z.object({ notes: z.array(note) });
