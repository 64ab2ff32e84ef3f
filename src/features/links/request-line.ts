/** Which requests are for short links: a host of their own, or a path on the host of the web app. */
export interface LinkPlace {
  /** Lower-case `host[:port]`; null when links share the web app's host. */
  readonly host: string | null;
  /** The Host header of requests for links, whichever of the two it is. */
  readonly servedHost: string;
  /** Begins and ends with a slash. */
  readonly prefix: string;
}

/** @param linksUrl, publicUrl addresses from the configuration */
export function linkPlace(linksUrl: string, publicUrl: string): LinkPlace {
  const links = new URL(linksUrl);
  const ownHost = links.host !== new URL(publicUrl).host;
  return { host: ownHost ? links.host : null, servedHost: links.host, prefix: `${links.pathname.replace(/\/$/, '')}/` };
}

/** On a host of their own, these stay with the web app, because load balancers ask for them there. */
const probes: ReadonlySet<string> = new Set(['/healthz', '/readyz']);

/**
 * Finds the slug in a request line.
 *
 * In: the request target and Host header exactly as they came; neither is trusted to be well-formed, and no parser that throws is used
 * (`GET //`, `GET http://[`, `%00`). Out: the slug, possibly of no meaning, when the request is for a link; null when it is not.
 */
export function slugIn(requestTarget: string, hostHeader: string | undefined, place: LinkPlace): string | null {
  const absolute = /^https?:\/\/([^/?#]*)(.*)$/is.exec(requestTarget);
  const path = (absolute ? (absolute[2] ?? '') : requestTarget).replace(/[?#].*$/s, '');
  // RFC 9112 3.2.2: an absolute request target overrules the Host header.
  const host = (absolute ? absolute[1] : hostHeader)?.toLowerCase();
  if (place.host !== null && (host !== place.host || probes.has(path))) return null;
  if (path.startsWith(place.prefix)) return path.slice(place.prefix.length).replace(/\/$/, '');
  return place.host === null ? null : '';
}

/** The slug of a request target that is the prefix and a slug and nothing else; null for every other, links written otherwise included. */
export function plainSlugIn(requestTarget: string, { prefix }: LinkPlace): string | null {
  const length = requestTarget.length - prefix.length;
  return length >= 10 && length <= 32 && requestTarget.startsWith(prefix) ? requestTarget.slice(prefix.length) : null;
}
