import { line } from '../request.ts';

const longest = 5_000;
/** Marks that turn the direction of what is read around: what is seen would not be what is posted. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;
const address = /\b(?:https?:\/\/|www\.)\S+|\b[a-z\d-]+\.[a-z]{2,}\/\S*/gi;
const mention = /(?<![\p{L}\p{N}_])@[\p{L}\p{N}_.-]+/gu;

/**
 * The words of an answer, as plain text: nobody has looked at them yet.
 * @param given the publisher's own text
 * @returns null where there are none, too many, or a link or a mention among them that the publisher did not write
 */
export function cleanWords(answer: string, given: string): string | null {
  const text = line(longest).safeParse(answer.replaceAll(turning, '')).data ?? '';
  const brought = [...text.matchAll(address), ...text.matchAll(mention)].map(([found]) =>
    found.replace(/[.,;:!?)]+$/, ''),
  );
  return text === '' || brought.some((one) => !given.includes(one)) ? null : text;
}
