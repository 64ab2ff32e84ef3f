const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const encoder = new TextEncoder();
const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;

/**
 * Length of a text as Threads counts it: characters, and of an emoji the bytes of UTF-8
 * (https://developers.facebook.com/documentation/threads/posts, "Limitations").
 */
export function countThreads(text: string): number {
  if (!emoji.test(text)) return [...text].length;
  let count = 0;
  for (const { segment } of segmenter.segment(text)) {
    count += emoji.test(segment) ? encoder.encode(segment).length : [...segment].length;
  }
  return count;
}
