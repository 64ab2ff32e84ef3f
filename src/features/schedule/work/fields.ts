import { z } from '@hono/zod-openapi';

/** What people type on one line, with the sentence they read when it is wrong. */
export const line = (what: string) =>
  z
    .string()
    .trim()
    .min(1, `Please enter ${what}.`)
    .max(100, 'That is longer than 100 characters.')
    // Line breaks and other control characters would travel into mail headers and Slack texts.
    .regex(/^\P{Cc}*$/u, 'Please keep it on one line.');

/** A name of the palette, such as `teal`. */
export const colour = z.string().regex(/^[a-z]{3,10}$/, 'Please choose a colour of the palette.');

/** Ids, each once. */
export const ids = (most: number) =>
  z
    .array(z.uuid())
    .max(most, 'That is more than this is for.')
    .transform((list) => [...new Set(list.map((id) => id.toLowerCase()))]);

/** Whose: an id, or `me`. */
export const personParams = z.object({ id: z.union([z.literal('me'), z.uuid()]) });
