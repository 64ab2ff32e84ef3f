import { z } from 'zod';

/** Where LinkedIn's interface is and how requests to it are written. */
export interface Api {
  readonly apiUrl: string;
  /** YYYYMM; each lives for about a year. */
  readonly version: string;
  readonly fetch: typeof fetch;
}

/** Whose token it is. */
export interface Session {
  readonly access: string;
  /** urn:li:person:… */
  readonly author: string;
}

const sessionSchema = z.object({ access: z.string().min(1), author: z.string().startsWith('urn:li:person:') });

/** Reads a session that this folder wrote; throws when it is none. */
export function parseSession(text: string): Session {
  return sessionSchema.parse(JSON.parse(text));
}

const headersFor = (api: Api, session: Session) => ({
  authorization: `Bearer ${session.access}`,
  'linkedin-version': api.version,
  'x-restli-protocol-version': '2.0.0',
  'content-type': 'application/json',
});

/** Asks a versioned address of the interface. */
export function getJson(api: Api, session: Session, path: string): Promise<Response> {
  return api.fetch(`${api.apiUrl}${path}`, { redirect: 'error', headers: headersFor(api, session) });
}

/** Sends JSON to a versioned address of the interface, with the three headers that each call must have. */
export function postJson(api: Api, session: Session, path: string, body: unknown): Promise<Response> {
  return api.fetch(`${api.apiUrl}${path}`, {
    method: 'POST',
    redirect: 'error',
    headers: headersFor(api, session),
    body: JSON.stringify(body),
  });
}

/**
 * Whether LinkedIn itself is meant by an address that an answer gave for an upload: the token goes along. Same protection,
 * and the same site as the interface's host.
 */
export function isOwnAddress(address: string, apiUrl: string): boolean {
  const given = URL.parse(address);
  const own = new URL(apiUrl);
  if (given === null || given.protocol !== own.protocol || given.username !== '') return false;
  if (given.host === own.host) return true;
  const site = own.hostname.split('.').slice(-2).join('.');
  return (
    site.includes('.') && !/^[\d.]+$/.test(own.hostname) && given.port === '' && given.hostname.endsWith(`.${site}`)
  );
}
