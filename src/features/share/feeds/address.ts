import { tokenHash } from '../../../platform/vault/index.ts';
import type { FeedItem } from './item.ts';

/** Parameters that say how somebody came to a page, not which page it is. */
const tracking = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|_hs(?:enc|mi)|ref_src)$/i;

/**
 * One form for all addresses of a page: no fragment, no tracking parameters, no slash at the end, https for http, parameters in order.
 * Only for comparing: what people are sent to is the address as it was given.
 */
export function canonicalAddress(address: string): string {
  const url = URL.parse(address);
  if (url === null) return address;
  url.hash = '';
  url.protocol = 'https:';
  // The default port of http is one that somebody wrote, once the address is of https.
  if (url.port === '80') url.port = '';
  url.hostname = url.hostname.replace(/\.$/, '');
  for (const name of [...url.searchParams.keys()]) if (tracking.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  url.pathname = url.pathname.replace(/\/+$/, '');
  return url.href.replace(/\/$/, '').replace(/\/\?/, '?');
}

/**
 * What an item is remembered by, as hashes: its page within the organisation, and the name its feed gives it. Names with a scheme are
 * made to be the only ones in the world; others ("17") count within their feed alone.
 */
export function keysOf(feedId: string, { guid, link }: FeedItem): string[] {
  const keys = link === null ? [] : [`page ${canonicalAddress(link)}`];
  if (guid !== null) keys.push(/^[a-z][a-z\d+.-]*:/i.test(guid) ? `name ${guid}` : `name ${feedId} ${guid}`);
  return keys.map((key) => Buffer.from(tokenHash(key)).toString('base64url'));
}
