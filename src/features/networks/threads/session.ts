import { z } from 'zod';

const sessionSchema = z.object({
  token: z.string(),
  userId: z.string(),
  username: z.string(),
});
export type ThreadsSession = z.infer<typeof sessionSchema>;

/** Reads a session that this folder wrote; throws when it is none. */
export function parseSession(text: string): ThreadsSession {
  return sessionSchema.parse(JSON.parse(text));
}
