/**
 * LinkedIn's "little" text, in which posts are written: these characters mean something unless a backslash stands before
 * them, also where they seem to mean nothing; a bare parenthesis cuts the post off without a word.
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/little-text-format
 */
const reserved = /[\\|{}@[\]()<>#*_~]/gu;

/** A hashtag: its sign at a word's beginning, and letters, not digits alone. The sign stays bare, or it would be no tag. */
const tagSign = /(?<![\p{L}\p{M}\p{N}_#&/])#(?=\p{N}*\p{L})/gu;

/** Plain words as little text. Hashtags stay hashtags; nobody is mentioned. */
export function toLittleText(words: string): string {
  const signs = new Set([...words.matchAll(tagSign)].map((match) => match.index));
  return words.replace(reserved, (character, at: number) => (signs.has(at) ? character : `\\${character}`));
}
