/** The networks' own rule: letters and digits of any script, and not digits alone. */
const hashtag = /(?<=^|[\s(])#[\p{L}\p{N}_]*[\p{L}_][\p{L}\p{N}_]*/gu;

/**
 * The hashtags that these texts have, the most used first; of several spellings the one that is written most.
 * @param most as many as are given
 */
export function usualHashtags(texts: readonly string[], most: number): readonly string[] {
  const spellings = new Map<string, Map<string, number>>();
  for (const tag of texts.flatMap((text) => text.match(hashtag) ?? [])) {
    const key = tag.normalize('NFKC').toLowerCase();
    const counts = spellings.get(key) ?? new Map<string, number>();
    counts.set(tag, (counts.get(tag) ?? 0) + 1);
    spellings.set(key, counts);
  }
  const tags = [...spellings.values()].map((counts) => {
    const [spelling = ''] = [...counts].toSorted((left, right) => right[1] - left[1])[0] ?? [];
    return { spelling, uses: [...counts.values()].reduce((sum, count) => sum + count, 0) };
  });
  return tags
    .toSorted((left, right) => right.uses - left.uses)
    .slice(0, most)
    .map(({ spelling }) => spelling);
}

/** Whether a text has a hashtag, however it is spelt. */
export function hasHashtag(text: string, tag: string): boolean {
  const wanted = tag.normalize('NFKC').toLowerCase();
  return (text.match(hashtag) ?? []).some((found) => found.normalize('NFKC').toLowerCase() === wanted);
}

/** A text with a hashtag at its end: beside the hashtags that stand there already, else in a paragraph of its own. */
export function withHashtag(text: string, tag: string): string {
  if (hasHashtag(text, tag)) return text;
  const before = text.trimEnd();
  if (before === '') return tag;
  const [last = ''] = /\S+$/.exec(before) ?? [];
  return `${before}${last.startsWith('#') ? ' ' : '\n\n'}${tag}`;
}
