/** What a request line asks for, once it is known to be well formed. `path` includes the query. */
export type Target =
  | { readonly ok: true; readonly path: string; readonly host: string }
  | { readonly ok: false; readonly status: number; readonly code: string; readonly sentence: string };

const maxTargetLength = 8_192;
const printable = /^[\x21-\x7e]+$/;
// Control characters are searched for on purpose: none may reach a router, a log line or PostgreSQL's text type.
// biome-ignore lint/suspicious/noControlCharactersInRegex: see above
const control = /[\u0000-\u001f\u007f]/;

const refuse = (status: number, code: string, sentence: string): Target => ({ ok: false, status, code, sentence });

const malformed = () => refuse(400, 'malformed_request', 'This address is not well formed.');
const nothing = () => refuse(404, 'not_found', 'There is nothing here, or it is not yours to see.');

/**
 * Reads a request target (RFC 9112 section 3.2) before anything else parses it as a URL: two servers were killed by
 * `GET //` because that parsing stood outside every error boundary.
 */
export function readTarget(target: string | undefined, hostHeaders: readonly string[]): Target {
  if (!target || hostHeaders.length > 1) return malformed();
  if (target.length > maxTargetLength) return refuse(414, 'address_too_long', 'This address is too long.');
  if (!printable.test(target)) return malformed();
  const absolute = target.startsWith('/') ? null : absoluteForm(target);
  const path = absolute ? absolute.path : target;
  const host = absolute ? absolute.host : (hostHeaders[0] ?? '').toLowerCase();
  if (!path.startsWith('/') || host === '') return malformed();
  return readPath(path, host);
}

/** The absolute form's own authority replaces the Host header (RFC 9112 section 3.2.2). */
function absoluteForm(target: string): { readonly path: string; readonly host: string } | null {
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target)) return null;
  const url = new URL(target);
  return { path: url.pathname + url.search, host: url.host };
}

function readPath(path: string, host: string): Target {
  const query = path.indexOf('?');
  const pathname = query === -1 ? path : path.slice(0, query);
  if (pathname.startsWith('//') || pathname.includes('\\')) return nothing();
  if (path.includes('%00')) return malformed();
  if (pathname.includes('%')) {
    const decoded = decodePath(pathname);
    if (decoded === null || control.test(decoded)) return malformed();
  }
  return { ok: true, path, host };
}

function decodePath(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
