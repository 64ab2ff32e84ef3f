import { z } from '@hono/zod-openapi';
import { personName } from '../fields.ts';
import { audiences, employmentKinds, phoneKinds, phoneNumber } from './profile.ts';

/** One line of text that may be left empty: then it is forgotten. */
const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `That is longer than ${most} characters.`)
    .regex(/^\P{Cc}*$/u, 'Please keep it on one line.')
    .transform((text) => text || null)
    .nullable();

const lines = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `That is longer than ${most} characters.`)
    .transform((text) => text.replaceAll('\0', '') || null)
    .nullable();

const number = z
  .string()
  .max(40)
  .transform((typed, check) => {
    const found = phoneNumber(typed);
    if (found !== null) return found;
    check.addIssue('Please enter the number with its country, as +351 910 000 000.');
    return z.NEVER;
  });

const audience = z.enum(audiences);
const seenBy = z.object({
  ...{ email: audience, pronouns: audience, phones: audience },
  ...{ address: audience, emergency: audience },
});

/** What somebody may change about themselves. */
export const ownChange = z
  .strictObject({
    name: personName,
    pronouns: line(40),
    phones: z
      .array(z.strictObject({ kind: z.enum(phoneKinds).default('mobile'), number }))
      .max(5, 'Five numbers are the most.'),
    address: lines(500),
    emergency: z.strictObject({ name: personName, relation: z.string().trim().max(60), phone: number }).nullable(),
    seenBy: z.strictObject(seenBy.shape).partial(),
  })
  .partial();

/** What managers may change about somebody's employment. */
export const employmentChange = z
  .strictObject({
    legalName: line(200),
    startDate: z.iso.date().nullable(),
    title: line(100),
    seniority: line(100),
    kind: z.enum(employmentKinds).nullable(),
    managerId: z.uuid().nullable(),
  })
  .partial();

const phone = z.object({ kind: z.enum(phoneKinds), number: z.string() });
const contact = z.object({
  email: z.string().nullable(),
  pronouns: z.string().nullable(),
  phones: z.array(phone),
  address: z.string().nullable(),
  emergency: z.object({ name: z.string(), relation: z.string(), phone: z.string() }).nullable(),
});

const employment = z.object({
  legalName: z.string().nullable(),
  startDate: z.string().nullable(),
  title: z.string().nullable(),
  seniority: z.string().nullable(),
  kind: z.enum(employmentKinds).nullable(),
});

const named = z.object({ id: z.string(), name: z.string() });
const shared = {
  ...{ id: z.string(), name: z.string() },
  /** When the picture was last changed; null without one. */
  pictureAt: z.string().nullable(),
  manager: named.nullable(),
};

/** A note about a person. */
export const noteShape = z
  .object({
    ...{ id: z.string(), text: z.string(), author: z.string(), at: z.string() },
    seenBy: z.enum(['managers', 'person']),
  })
  .openapi('PersonNote');

/** One's own profile: everything, and who sees which part of it. */
export const ownProfile = z
  .object({
    ...shared,
    ...{ contact, seenBy, employment },
    ...{ departments: z.array(z.string()), locations: z.array(z.string()) },
    /** Those that managers show to the person; the copy of their data has all. */
    notes: z.array(noteShape),
  })
  .openapi('OwnProfile');

/** Somebody else's, as far as whoever asks may see it. A contact field that is not there is hidden, or not said. */
export const personPage = z
  .object({
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
  })
  .openapi('PersonPage');
