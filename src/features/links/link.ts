import { customAlphabet } from 'nanoid';
import type { OrgId } from '../../platform/db/index.ts';

/** A short link as its publisher sees it. */
export interface ShortLink {
  readonly id: string;
  readonly requestId: string;
  readonly network: string;
  /** Number of the text variant that it stands in, from 0. */
  readonly variant: number;
  readonly slug: string;
  /** The whole short address. */
  readonly url: string;
  /** Where it leads, campaign parameters included. */
  readonly target: string;
  readonly endsAt: Date | null;
}

/** What a link is made from. */
export interface LinkDraft {
  readonly requestId: string;
  readonly network: string;
  readonly variant: number;
  /** http(s) address, campaign parameters merged in already. */
  readonly target: string;
  readonly endsAt?: Date | null;
}

/** What the redirect needs of a link. */
export interface Destination {
  readonly orgId: OrgId;
  readonly id: string;
  readonly slug: string;
  readonly target: string;
  readonly endsAt: Date | null;
}

/** No 0 O o 1 l I: a slug is also read from paper and typed. 56 characters × 12 = 69 bits: not to be guessed or counted through. */
const alphabet = '23456789abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ';

export const newSlug: () => string = customAlphabet(alphabet, 12);

export function isSlug(text: string): boolean {
  return /^[A-Za-z0-9]{10,32}$/.test(text);
}

/**
 * The address in the form in which it is stored and sent in a header (ASCII, no spaces), or null when a link may not lead there:
 * other schemes than http(s), credentials, too long. Checked at creation and again when a link is read for the redirect.
 */
export function safeTarget(address: string): string | null {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null;
  return url.href.length <= 4_096 ? url.href : null;
}
