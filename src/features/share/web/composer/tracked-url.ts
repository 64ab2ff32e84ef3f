import { filledUtm, type UtmFilling } from '../../utm.ts';
import type { Utm } from '../contract.ts';
import { utmKeys } from '../utm-keys.ts';

/** The address a person typed, as a full web address; null when it is none. "example.com" becomes https. */
export function webAddress(typed: string): URL | null {
  const trimmed = typed.trim();
  if (trimmed === '') return null;
  const withScheme = /^[a-z][a-z\d+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`;
  try {
    const url = new URL(withScheme);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
    return url.hostname.includes('.') || url.hostname === 'localhost' || url.hostname.startsWith('[') ? url : null;
  } catch {
    return null;
  }
}

/**
 * Where a network's short link will lead: the link with its UTM parameters, others and the fragment kept.
 * @param filling what stands in for placeholders
 */
export function trackedTarget(link: string, utm: Utm, filling: UtmFilling): string | null {
  const url = webAddress(link);
  if (url === null) return null;
  const filled = filledUtm(utm, filling);
  for (const key of utmKeys) {
    const value = filled[key]?.trim();
    if (value) url.searchParams.set(`utm_${key}`, value);
  }
  return url.toString();
}
