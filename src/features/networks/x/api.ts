import { z } from 'zod';

/** Where X's interface is, and where people look at posts. */
export interface Api {
  readonly apiUrl: string;
  readonly webUrl: string;
  readonly fetch: typeof fetch;
}

const sessionSchema = z.object({
  access: z.string().min(1),
  refresh: z.string().min(1).optional(),
  username: z.string(),
});

/** A connected account's tokens, and its name for the addresses of its posts. */
export type Session = z.infer<typeof sessionSchema>;

/** Reads a session that this folder wrote; throws when it is none. */
export function parseSession(text: string): Session {
  return sessionSchema.parse(JSON.parse(text));
}

/** Asks the interface as a person. */
export function getJson(api: Api, session: Session, path: string): Promise<Response> {
  return api.fetch(`${api.apiUrl}${path}`, {
    redirect: 'error',
    headers: { authorization: `Bearer ${session.access}` },
  });
}

/** Sends JSON to the interface as a person. */
export function postJson(api: Api, session: Session, path: string, body: unknown): Promise<Response> {
  return api.fetch(`${api.apiUrl}${path}`, {
    method: 'POST',
    redirect: 'error',
    headers: { authorization: `Bearer ${session.access}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
