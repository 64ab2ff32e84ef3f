import extractCashtags from 'twitter-text/dist/extractCashtags.js';
import parseTweet from 'twitter-text/dist/parseTweet.js';

/**
 * As far as X's own counter is asked. Its search for links takes time by the square of the text: 100 kB of "a.a.a." take
 * it more than a minute. What stands behind counts one by one; 280 are long over by then, but for a link of this length.
 */
const counted = 1_000;

/** Length as X weighs it: links 23, Chinese, Japanese, Korean and emoji 2, the rest of the usual scripts 1. */
export function weighText(text: string): number {
  const rest = text.slice(counted);
  return parseTweet(text.slice(0, counted)).weightedLength + [...rest].length;
}

/** Tags of shares, as in $ACME. */
export function countCashtags(text: string): number {
  return extractCashtags(text.slice(0, counted)).length;
}
