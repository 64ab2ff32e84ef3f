/** app.bsky.feed.post: `text` may hold 300 graphemes and 3000 bytes of UTF-8, whichever comes first. */
export const maxGraphemes = 300;
export const maxTextBytes = 3000;

const encoder = new TextEncoder();

/** Length in UTF-8, the unit of facet offsets and of the byte limit. */
export function countBytes(text: string): number {
  return encoder.encode(text).length;
}
