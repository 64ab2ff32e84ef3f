import type { Section, Topic } from './topic.ts';

/** Where something was found. */
export interface Finding {
  readonly topic: Topic;
  readonly section: Section;
  /** The words around the first place. */
  readonly excerpt: string;
}

const mostFindings = 20;
const aroundLength = 160;

/**
 * The sections that have every word that somebody typed, the best first: in a title, then in a heading, then in the text. A word
 * counts from its beginning, and accents and capitals don't matter.
 */
export function findTopics(topics: readonly Topic[], typed: string): readonly Finding[] {
  const wanted = folded(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  if (wanted.length === 0) return [];
  return topics
    .flatMap((topic) => topic.sections.map((section) => ({ topic, section, worth: worthOf(topic, section, wanted) })))
    .filter(({ worth }) => worth > 0)
    .toSorted((one, other) => other.worth - one.worth)
    .slice(0, mostFindings)
    .map(({ topic, section }) => ({ topic, section, excerpt: excerptOf(section.words, wanted) }));
}

function worthOf(topic: Topic, section: Section, wanted: readonly string[]): number {
  let worth = 0;
  for (const word of wanted) {
    const inTitle = section.heading === '' && has(topic.title, word);
    const here = (inTitle ? 9 : 0) + (has(section.heading, word) ? 6 : 0) + (has(section.words, word) ? 1 : 0);
    // Another word may stand in the title of the page: "trade deadline" finds the deadline on the page on trades.
    const elsewhere = has(topic.title, word) ? 0.5 : 0;
    if (here + elsewhere === 0) return 0;
    worth += here + elsewhere;
  }
  return worth >= 1 ? worth : 0;
}

function has(text: string, word: string): boolean {
  return positionOf(text, word) >= 0;
}

function positionOf(text: string, word: string): number {
  const all = folded(text);
  for (let at = all.indexOf(word); at >= 0; at = all.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(all[at - 1] ?? '')) return at;
  }
  return -1;
}

/** Without accents and capitals, at the same length, so that places stay what they are. */
function folded(text: string): string {
  return [...text.normalize('NFC')].map((letter) => letter.normalize('NFD')[0]?.toLowerCase() ?? letter).join('');
}

function excerptOf(words: string, wanted: readonly string[]): string {
  const at = Math.max(0, Math.min(...wanted.map((word) => positionOf(words, word)).filter((place) => place >= 0), 1e6));
  const from = at >= words.length || at < aroundLength / 2 ? 0 : words.indexOf(' ', at - aroundLength / 2) + 1;
  const to = words.indexOf(' ', from + aroundLength);
  return `${from > 0 ? '… ' : ''}${words.slice(from, to < 0 ? undefined : to)}${to < 0 ? '' : ' …'}`;
}
