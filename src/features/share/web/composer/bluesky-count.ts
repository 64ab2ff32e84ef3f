/** app.bsky.feed.post: 300 graphemes and 3,000 bytes of UTF-8, whichever comes first. */
export const maxGraphemes = 300;
const maxBytes = 3000;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const encoder = new TextEncoder();

export interface Count {
  readonly graphemes: number;
  readonly bytes: number;
  /** Characters left as Bluesky counts them; negative when over. */
  readonly remaining: number;
  /** What Bluesky would refuse, as a sentence; null when nothing. */
  readonly problem: string | null;
}

/** Counts a post's text in Bluesky's units: what people see as one character is one, a family emoji included. */
export function countForBluesky(text: string): Count {
  let graphemes = 0;
  for (const _ of segmenter.segment(text)) graphemes += 1;
  const bytes = encoder.encode(text).length;
  const remaining = maxGraphemes - graphemes;
  return { graphemes, bytes, remaining, problem: problemOf(remaining, bytes) };
}

function problemOf(remaining: number, bytes: number): string | null {
  if (remaining < 0) {
    const over = -remaining === 1 ? '1 character' : `${-remaining} characters`;
    return `This is ${over} too long for Bluesky.`;
  }
  // Only many emoji made of several parts get here: 300 families are 7,500 bytes.
  if (bytes > maxBytes) return 'Bluesky can’t take so many combined emoji; take some out.';
  return null;
}
