import { z } from 'zod';

const limitsSchema = z.object({
  text: z.number().optional(),
  pictures: z.number().optional(),
  pictureBytes: z.number().optional(),
  videoBytes: z.number().optional(),
  linkLength: z.number().optional(),
});

const sessionSchema = z.object({
  server: z.url(),
  revoke: z.url(),
  clientId: z.string(),
  clientSecret: z.string(),
  token: z.string(),
  accountId: z.string(),
  username: z.string(),
  /** Whether the server heeds an Idempotency-Key, as Mastodon itself does. */
  keepsKeys: z.boolean(),
  limits: limitsSchema,
});

/** A signed-in account, with all it takes to post and to end it without any other memory. */
export type MastodonSession = z.infer<typeof sessionSchema>;

/** Reads a session that this folder wrote; throws when it is none. */
export function parseSession(text: string): MastodonSession {
  return sessionSchema.parse(JSON.parse(text));
}

export function bearer({ token }: { readonly token: string }): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}
