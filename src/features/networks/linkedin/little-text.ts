import type { TextMention } from '../network.ts';

/**
 * LinkedIn's "little" text, in which posts are written: these characters mean something unless a backslash stands before
 * them, also where they seem to mean nothing; a bare parenthesis cuts the post off without a word.
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/little-text-format
 */
const reserved = /[\\|{}@[\]()<>#*_~]/gu;

/** A hashtag: its sign at a word's beginning, and letters, not digits alone. The sign stays bare, or it would be no tag. */
const tagSign = /(?<![\p{L}\p{M}\p{N}_#&/])#(?=\p{N}*\p{L})/gu;

/**
 * Plain words as little text. Hashtags stay hashtags; whatever the words look like, nobody is mentioned but who is meant.
 * @param mentions names among the words that lead to an organisation's page, in their order
 */
export function toLittleText(words: string, mentions: readonly TextMention[] = []): string {
  let little = '';
  let from = 0;
  for (const { at, length, organisation } of mentions) {
    little += escaped(words.slice(from, at), words.slice(0, from));
    little += `@[${words.slice(at, at + length).replace(reserved, '\\$&')}](urn:li:organization:${organisation})`;
    from = at + length;
  }
  return little + escaped(words.slice(from), words.slice(0, from));
}

/** @param before what stands in front of the words: a sign at their beginning may be none of a hashtag */
function escaped(words: string, before: string): string {
  const all = before + words;
  const signs = new Set([...all.matchAll(tagSign)].map((match) => match.index - before.length));
  return words.replace(reserved, (character, at: number) => (signs.has(at) ? character : `\\${character}`));
}
