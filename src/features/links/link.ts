import { customAlphabet } from 'nanoid';
import type { OrgId } from '../../platform/db/index.ts';

/** What networks show of a link, as its publisher wants it. */
export interface Card {
  readonly title: string;
  readonly description: string;
  /** A whole http(s) address. */
  readonly pictureUrl: string | null;
}

/** A short link as its publisher sees it. */
export interface ShortLink {
  readonly id: string;
  readonly requestId: string;
  readonly network: string;
  /** Number of the text variant that it stands in, from 0. */
  readonly variant: number;
  readonly slug: string;
  /** The slug that a publisher chose, where it answers under the link's address; null when it goes by `slug`. */
  readonly name: string | null;
  /** The whole short address. */
  readonly url: string;
  /** Where it leads, campaign parameters included. */
  readonly target: string;
  readonly endsAt: Date | null;
  /** Where it leads from then on; null for a page that says it has ended. */
  readonly targetAfter: string | null;
}

/** What a link is made from. */
export interface LinkDraft {
  readonly requestId: string;
  readonly network: string;
  readonly variant: number;
  /** http(s) address, campaign parameters merged in already. */
  readonly target: string;
  /** Left out, an end that was set before stays. */
  readonly endsAt?: Date | null;
  /** What crawlers are shown; left out, they are redirected like everybody. */
  readonly card?: Card | null;
}

/** What the redirect needs of a link. */
export interface Destination {
  readonly orgId: OrgId;
  readonly id: string;
  /** What it is remembered by: see `keyOf`. */
  readonly key: string;
  readonly target: string;
  readonly endsAt: Date | null;
  readonly targetAfter: string | null;
  readonly card: Card | null;
  /** It was asked for in another spelling than its own, which is not worth remembering. */
  readonly respelt?: true;
}

/** No 0 O o 1 l I: a slug is also read from paper and typed. 56 characters × 12 = 69 bits: not to be guessed or counted through. */
const alphabet = '23456789abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ';

export const newSlug: () => string = customAlphabet(alphabet, 12);

/** Whether a text may stand where a slug does: one made by chance, or a name that a publisher gave. */
export function isSlug(text: string): boolean {
  return /^[A-Za-z0-9_-]{3,64}$/.test(text);
}

/** Whether it could be one made by chance, in which capital letters matter. */
export function isChanceSlug(text: string): boolean {
  return /^[A-Za-z0-9]{10,32}$/.test(text);
}

/**
 * What a link is remembered by: its slug on the host that organisations share, and behind the organisation's id on hosts of its own, so
 * that one organisation's slugs mean nothing on another's host. Empty, which nothing is remembered by, for what can be no slug.
 */
export function keyOf(org: OrgId | null, slug: string): string {
  if (!isSlug(slug)) return '';
  const spelt = isChanceSlug(slug) ? slug : slug.toLowerCase();
  return org === null ? spelt : `${org}/${spelt}`;
}

/** The parts of such a key; null when it can be none. */
export function readKey(key: string): { readonly org: string | null; readonly slug: string } | null {
  const at = key.indexOf('/');
  const slug = key.slice(at + 1);
  return isSlug(slug) ? { org: at === -1 ? null : key.slice(0, at), slug } : null;
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

/** The card with what a crawler may be shown: no other picture than one from the web, and texts of a bearable length. */
export function safeCard(card: Card | null): Card | null {
  if (card === null || card.title.trim() === '') return null;
  const cut = (text: string, most: number) => text.toWellFormed().trim().slice(0, most);
  const pictureUrl = card.pictureUrl === null ? null : safeTarget(card.pictureUrl);
  return { title: cut(card.title, 300), description: cut(card.description, 1_000), pictureUrl };
}
