import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';

/**
 * The address of the caller, for rate limits only; never stored. Forwarding headers are believed only behind a proxy
 * that the operator has declared, and then only the last entry, the one that this proxy itself has written.
 */
export function clientAddress(request: Pick<IncomingMessage, 'headers' | 'socket'>, trustProxy: boolean): string {
  const direct = request.socket.remoteAddress ?? 'unknown';
  if (!trustProxy) return direct;
  const header = request.headers['x-forwarded-for'];
  const list = Array.isArray(header) ? header.join(',') : header;
  const last = list?.split(',').at(-1)?.trim();
  return last && ipaddr.isValid(last) ? last : direct;
}

/** The key under which an address is limited: IPv6 by its /64, which is what one customer of a provider holds. */
export function addressKey(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return `${parsed.toNormalizedString().split(':').slice(0, 4).join(':')}::/64`;
}
