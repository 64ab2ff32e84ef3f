import type { TextMention } from '../networks/index.ts';

/**
 * Mentions of organisations on LinkedIn. In a publisher's text one stands as LinkedIn itself writes it, by the page's exact
 * name and its number; readers see the name. Only what a publisher wrote becomes a mention: in anybody else's words, and
 * on any other network, it is just the name.
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/little-text-format
 */
const written = /@\[([^[\]\\\n]{1,100})\]\(urn:li:organization:(\d{1,19})\)/gu;

/** An organisation that a text mentions. */
export interface Mention {
  readonly name: string;
  /** Its page's number. */
  readonly organisation: string;
}

const keyOf = ({ name, organisation }: Mention) => `${organisation} ${name}`;

/** A mention as it stands in a text. */
export const writeMention = ({ name, organisation }: Mention) => `@[${name}](urn:li:organization:${organisation})`;

/** The mentions that a text has. */
export function mentionsIn(text: string): Mention[] {
  return [...text.matchAll(written)].map(([, name = '', organisation = '']) => ({ name, organisation }));
}

/**
 * The words that readers see, with the mentions among them.
 * @param meant those that a publisher wrote; what looks like another is a name
 */
export function shownWords(text: string, meant: readonly Mention[]): { text: string; mentions: TextMention[] } {
  const known = new Set(meant.map(keyOf));
  const mentions: TextMention[] = [];
  let shown = '';
  let from = 0;
  for (const match of text.matchAll(written)) {
    const [whole, name = '', organisation = ''] = match;
    shown += text.slice(from, match.index);
    if (known.has(keyOf({ name, organisation })))
      mentions.push({ at: shown.length, length: name.length, organisation });
    shown += name;
    from = match.index + whole.length;
  }
  return { text: shown + text.slice(from), mentions };
}

/** The words that readers see. */
export const namesOnly = (text: string): string => text.replaceAll(written, '$1');

/** A publisher's text as people are given it for a network: only LinkedIn has mentions of this kind. */
export const givenFor = (network: string, text: string): string => (network === 'linkedin' ? text : namesOnly(text));

/** The number of an organisation's page, from what somebody typed: the number, its URN, or the page's address with it; null where it has none. */
export function readOrganisation(typed: string): string | null {
  const text = typed.trim();
  const [, number = null] =
    /^(?:urn:li:(?:organization|company|fs_(?:normalized_)?company|fsd_company):)?(\d{1,19})$/i.exec(text) ??
    /^(?:https?:\/\/)?(?:[a-z]+\.)?linkedin\.com\/(?:company|school|showcase)\/(\d{1,19})(?:[/?#].*)?$/i.exec(text) ??
    [];
  return number;
}
