/** What to do with a request for a host. */
export type HostDecision =
  | { readonly kind: 'app' }
  | { readonly kind: 'links' }
  | { readonly kind: 'redirect'; readonly location: string }
  | { readonly kind: 'refuse' };

/** The two hosts that the product answers to. */
export type Hosts = { readonly publicUrl: string; readonly linksUrl: string };

const loopback = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/;

/**
 * Decides by host name, so that a forged Host can neither poison a link we write nor reach the application through
 * the short links' host. Another loopback name is redirected to the public address: Bluesky's loopback clients come
 * back to 127.0.0.1 (RFC 8252 section 7.3) while the cookie belongs to the public address' host.
 * @param serves links of an organisation answer on this host
 */
export function decideHost(hosts: Hosts, method: string, host: string, path: string, serves = false): HostDecision {
  if (host === hostOf(hosts.publicUrl)) return { kind: 'app' };
  if (serves || host === hostOf(hosts.linksUrl)) return { kind: 'links' };
  if (loopback.test(host) && (method === 'GET' || method === 'HEAD')) {
    return { kind: 'redirect', location: new URL(hosts.publicUrl).origin + path };
  }
  return { kind: 'refuse' };
}

const known = new Map<string, string>();

/** `example.org:8443` of an address; parsed once, because the redirect's hot path asks each time. */
function hostOf(url: string): string {
  const cached = known.get(url);
  if (cached !== undefined) return cached;
  const host = new URL(url).host;
  known.set(url, host);
  return host;
}
