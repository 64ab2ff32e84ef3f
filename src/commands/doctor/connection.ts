import { isLoopback } from '../../platform/config/index.ts';
import { about, type Finding } from './finding.ts';

/**
 * Whether what goes to and from a PostgreSQL server can be read or altered on its way.
 * @param url its address, as in DATABASE_URL
 * @param tls the protocol of the connection, or null when it is in the clear
 */
export function examineConnection(url: string, tls: string | null): Finding[] {
  const { problem } = about('Database server');
  const { hostname, searchParams } = new URL(url);
  // A socket of this machine is named in the query, as a folder.
  const host = hostname === '' ? (searchParams.get('host') ?? '') : hostname;
  if (isLoopback(host) || host === '' || host.startsWith('/')) return [];
  const mend = 'Set sslmode=verify-full in DATABASE_URL.';
  if (tls === null) return [problem('the connection to it is in the clear, over a network.', mend)];
  return searchParams.get('sslmode') === 'no-verify' ? [problem('its certificate is not checked.', mend)] : [];
}
