/** The longest disclosure, characters: it takes from the room of every post. */
export const longestDisclosure = 100;

/**
 * Words with the organisation's disclosure at their end: a hashtag goes on in the line, a sentence stands below it. Words
 * that say it already stay as they are.
 * @param disclosure e.g. "#ad"; empty where the organisation has none
 */
export function withDisclosure(words: string, disclosure: string): string {
  if (disclosure === '' || discloses(words, disclosure)) return words;
  const before = words.trimEnd();
  if (before === '') return disclosure;
  return `${before}${disclosure.startsWith('#') ? ' ' : '\n\n'}${disclosure}`;
}

/** Whether words hold a disclosure as words of their own, however they are written: #Ad is #ad, #advent is not. */
export function discloses(words: string, disclosure: string): boolean {
  const pattern = plain(disclosure).replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}_#@])${pattern}(?![\p{L}\p{N}_])`, 'u').test(plain(words));
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
