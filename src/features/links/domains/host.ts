import { domainToUnicode } from 'node:url';

/** A host name in ASCII, or why it can't have links. */
export type ReadHost = { readonly ok: true; readonly host: string } | { readonly ok: false; readonly sentence: string };

/** Names that the public DNS has nothing of (RFC 6761, RFC 8375, RFC 9476) and addresses turned around. */
const notPublic: ReadonlySet<string> = new Set([
  ...['localhost', 'local', 'internal', 'intranet', 'lan', 'home', 'corp', 'invalid', 'onion', 'alt', 'arpa'],
]);

/** With `_coact.` before it, it has to stay a name: 253 characters at most (RFC 1035). */
const longestHost = 246;

/**
 * Reads a host as somebody typed it: with capital letters, in any script, as a whole address.
 * @param taken hosts of the installation itself
 */
export function readHost(text: string, taken: readonly string[]): ReadHost {
  const refuse = (sentence: string) => ({ ok: false, sentence }) as const;
  const notOne = refuse('This is not a host name. It should look like go.example.com.');
  const typed = text.trim().replace(/\.$/, '');
  const url = URL.parse(/^https?:\/\//i.test(typed) ? typed : `http://${typed}`);
  if (url === null || typed === '') return notOne;
  if (url.port !== '') return refuse('Leave the port out: links answer at the usual ones.');
  const plain = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' && !/@/.test(typed);
  if (!plain) return refuse('Give the host name alone, without what stands before or behind it.');
  const host = url.hostname.replace(/\.$/, '');
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  if (host.startsWith('[') || /^\d+$/.test(last)) return refuse('An IP address can’t be used. Give a host name.');
  if (!labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label)) || host.length > longestHost) {
    return notOne;
  }
  if (labels.length < 2 || notPublic.has(last)) return refuse('Give a host name of the public internet.');
  if (taken.includes(host)) return refuse('This is the host of this installation. Choose one of your own.');
  return { ok: true, host };
}

/** A host as people read it. */
export function shownHost(host: string): string {
  return domainToUnicode(host) || host;
}
