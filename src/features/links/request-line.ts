import type { OrgId } from '../../platform/db/index.ts';

/** Which requests are for the links that share a host: one of their own, or a path on the host of the web app. */
export interface LinkPlace {
  /** Lower-case `host[:port]`; null when links share the web app's host. */
  readonly host: string | null;
  /** The Host header of requests for links, whichever of the two it is. */
  readonly servedHost: string;
  /** Begins and ends with a slash. */
  readonly prefix: string;
  /** Which organisation has a host of its own, in lower case without port. There, links stand at the root. */
  readonly ownerOf: (host: string) => OrgId | null;
}

/** What a request for a link asks for. */
export interface Asked {
  /** Possibly of no meaning. */
  readonly slug: string;
  /** Whose host it came to; null for the one that organisations share. */
  readonly org: OrgId | null;
  /** That host, without port. */
  readonly host: string | null;
  /** As its QR code has it. */
  readonly isScan: boolean;
}

/** @param linksUrl, publicUrl addresses from the configuration */
export function linkPlace(linksUrl: string, publicUrl: string, ownerOf: LinkPlace['ownerOf'] = () => null): LinkPlace {
  const links = new URL(linksUrl);
  const ownHost = links.host !== new URL(publicUrl).host;
  const prefix = `${links.pathname.replace(/\/$/, '')}/`;
  return { host: ownHost ? links.host : null, servedHost: links.host, prefix, ownerOf };
}

/** On a host of their own, these stay with the web app, because load balancers ask for them there. */
const probes: ReadonlySet<string> = new Set(['/healthz', '/readyz']);

/**
 * Finds the slug in a request line.
 *
 * In: the request target and Host header exactly as they came; neither is trusted to be well-formed, and no parser that throws is used
 * (`GET //`, `GET http://[`, `%00`). Out: null when the request is not for a link.
 */
export function askedOf(requestTarget: string, hostHeader: string | undefined, place: LinkPlace): Asked | null {
  const absolute = /^https?:\/\/([^/?#]*)(.*)$/is.exec(requestTarget);
  const rest = absolute ? (absolute[2] ?? '') : requestTarget;
  const path = rest.replace(/[?#].*$/s, '');
  // RFC 9112 3.2.2: an absolute request target overrules the Host header.
  const host = (absolute ? absolute[1] : hostHeader)?.toLowerCase();
  const org = host === undefined ? null : place.ownerOf(withoutPort(host));
  const own = { org, host: org === null || host === undefined ? null : withoutPort(host) };
  const prefix = org === null ? place.prefix : '/';
  const ownHost = org !== null || place.host !== null;
  if (ownHost && ((org === null && host !== place.host) || probes.has(path))) return null;
  if (!path.startsWith(prefix)) return ownHost ? { slug: '', ...own, isScan: false } : null;
  return { slug: path.slice(prefix.length).replace(/\/$/, ''), ...own, isScan: scan.test(rest) };
}

/** What a QR code's address ends in, so that scans are told from other clicks. Short, as each letter makes the code finer. */
export const scanMark = '?q';
const scan = /^[^?#]*\?(?:[^#]*&)?q(?:[=&#]|$)/;

/** A Host header's name alone. */
export function withoutPort(host: string): string {
  return host.replace(/:\d*$/, '');
}

/** The slug of a request target that is the prefix and a slug and nothing else; null for every other, links written otherwise included. */
export function plainSlugIn(requestTarget: string, prefix: string): string | null {
  const length = requestTarget.length - prefix.length;
  return length >= 3 && length <= 64 && requestTarget.startsWith(prefix) ? requestTarget.slice(prefix.length) : null;
}
