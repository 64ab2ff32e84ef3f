import { isIP } from 'node:net';
import { isPublicAddress } from './address.ts';
import { type EgressRefusal, refuse } from './refusals.ts';

/** Which addresses may be opened at all. */
export interface TargetRules {
  /** `host:port` pairs that may be private and on any port; for practice and tests only. IPv6 in brackets. */
  readonly allow: ReadonlySet<string>;
  /** Ports that may be opened on every public host. */
  readonly ports: ReadonlySet<number>;
}

/** An address that passed every check that needs no resolver. */
export interface Target {
  readonly ok: true;
  readonly url: URL;
  /** Host as it is resolved: lower case, ASCII, without brackets or trailing dot. */
  readonly host: string;
  readonly port: number;
  /** True when the operator allowed exactly this host and port, so that its address is not checked. */
  readonly allowed: boolean;
}

const longestUrl = 4_096;
const webPorts: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

/**
 * Parses an address that came from outside and applies the rules that need no resolver.
 *
 * In: the text as given. Out: the target, or a refusal. The WHATWG parser has by then turned every spelling of an IPv4 address
 * (decimal, octal, hexadecimal, short, full-width digits, percent-encoded, IDN) into four decimal numbers, which are checked here.
 */
export const parseTarget = (text: string, rules: TargetRules): Target | EgressRefusal => {
  const url = text.length > longestUrl ? null : URL.parse(text.trim());
  if (!url) return refuse('bad_url');
  const webPort = webPorts[url.protocol];
  if (webPort === undefined) return refuse('not_http');
  if (url.username !== '' || url.password !== '') return refuse('credentials');
  const host = plainHost(url.hostname);
  if (!isHostName(host)) return refuse('bad_url');
  // With its trailing dot a name is the same to the resolver but another to certificates and virtual hosts.
  if (url.hostname.endsWith('.')) url.hostname = host;
  const port = url.port === '' ? webPort : Number(url.port);
  const allowed = rules.allow.has(hostAndPort(host, port));
  if (!allowed && !rules.ports.has(port)) return refuse('port');
  if (!allowed && isIP(host) !== 0 && !isPublicAddress(host)) return refuse('private_address');
  return { ok: true, url, host, port, allowed };
};

/** `[::1]` and `example.com.` as the resolver and the socket want them. */
const plainHost = (hostname: string): string =>
  hostname.startsWith('[') ? hostname.slice(1, -1) : hostname.replace(/\.$/, '');

/** The form in which hosts are allowed: `localhost:2583`, `[::1]:2583`. */
export const hostAndPort = (host: string, port: number): string =>
  host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;

/** A resolver may read odd names in its own way (`a..b`, 300 characters), so they never reach it. */
const isHostName = (host: string): boolean =>
  isIP(host) !== 0 || (host.length <= 253 && host.split('.').every((label) => label.length > 0 && label.length <= 63));
