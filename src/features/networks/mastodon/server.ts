import { hostOf } from '../composer-link.ts';

/** What a person's answer to "on which server are you?" comes to. */
export interface NamedServer {
  /** Scheme and host, without a slash at the end. */
  readonly origin: string;
  readonly host: string;
  /** The name before the server, where a whole handle was typed. */
  readonly person: string | null;
}

/**
 * Reads a server's name, address or a whole handle. Every server is reached by https; only the installation's own may
 * be an http address, as in practice, and without a dot in its name.
 * @param own origin of the installation's own server, for those who type nothing; @returns null when it is no server
 */
export function readServer(typed: string, own: string | null): NamedServer | null {
  const answer = typed.trim();
  const person = /^@?([^@/\s]+)@[^@/\s]+$/.exec(answer)?.[1] ?? null;
  const last = answer
    .replace(/^https?:\/\//i, '')
    .replace(/[/?#].*$/, '')
    .replace(/^.*@/, '');
  if (own !== null && (answer === '' || last.toLowerCase() === new URL(own).host)) {
    return { origin: new URL(own).origin, host: new URL(own).host, person };
  }
  try {
    const host = hostOf(answer);
    return { origin: `https://${host}`, host, person };
  } catch {
    return null;
  }
}

/** The server of a lasting id (id@host). */
export function originOf(host: string, own: string | null): string {
  return own !== null && new URL(own).host === host ? new URL(own).origin : `https://${host}`;
}
