import { z } from '@hono/zod-openapi';
import { addressSchema } from '../../platform/auth/index.ts';
import { roles } from '../../platform/policy/index.ts';

const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);
const currencies = new Set(Intl.supportedValuesOf('currency'));

const line = (what: string) =>
  z
    .string()
    .trim()
    .min(1, `Please enter ${what}.`)
    .max(100, 'That is longer than 100 characters.')
    // Line breaks and other control characters would travel into mail headers and Slack texts.
    .regex(/^\P{Cc}*$/u, 'Please keep it on one line.');

/** What people type about themselves and their organisation, with the sentence they read when it is wrong. */
export const personName = line('a name');
export const organisationName = line('the organisation’s name');
export const placeName = line('a name');
/** Ids of departments or of locations; whether they exist is asked of the database. */
export const placeIds = z
  .array(z.uuid())
  .max(200, 'That is more than this is for.')
  .transform((list) => [...new Set(list.map((id) => id.toLowerCase()))]);
export const keyName = line('a name for the key');
export const passkeyName = line('a name for the passkey');
export const timeZone = z.string().refine((zone) => zones.has(zone), 'This time zone is not known.');
export const currency = z.string().refine((code) => currencies.has(code), 'This currency is not known.');
export const email = z.string().max(300).pipe(addressSchema);
export const roleList = z
  .array(z.enum(roles))
  .max(roles.length)
  .transform((list) => [...new Set([...list, 'employee' as const])]);

/** Minor units of the organisation's currency. */
export const amount = z
  .number()
  .int('Please enter a whole amount.')
  .min(0, 'An amount is not below zero.')
  .max(100_000_000);
export const smallGroup = z
  .number()
  .int()
  .min(3, 'A group can be raised, but never lowered below three.')
  .max(1_000, 'That is more than this setting is for.');

/** Words to look for, and the page, as they stand in an address. No text in the database holds the character zero. */
export const searchWords = z
  .string()
  .max(200, 'That is longer than 200 characters.')
  .default('')
  .transform((text) => text.replaceAll('\0', ''));
export const pageNumber = z.coerce.number().int().min(1).max(100_000).default(1);
