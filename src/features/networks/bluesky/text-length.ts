/** app.bsky.feed.post: `text` may hold 300 graphemes and 3000 bytes of UTF-8, whichever comes first. */
export const maxGraphemes = 300;
export const maxTextBytes = 3000;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const encoder = new TextEncoder();

/** Characters as people count them: a family emoji is one. */
export function countGraphemes(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

/** Length in UTF-8, the unit of facet offsets and of the byte limit. */
export function countBytes(text: string): number {
  return encoder.encode(text).length;
}
