import type { FeedItem } from './item.ts';
import { shortened } from './reading/plain-text.ts';

/** What may stand in the texts that are made of an item. */
export const placeholders = ['title', 'description', 'link', 'author', 'categories'] as const;
type Placeholder = (typeof placeholders)[number];

/** A text with an item's parts in their places; lines that stay empty without them go. */
export function filled(template: string, item: FeedItem): string {
  const parts: Readonly<Record<Placeholder, string>> = {
    title: item.title,
    description: item.description,
    link: item.link ?? '',
    author: item.author,
    categories: item.categories.join(', '),
  };
  const isPlaceholder = (name: string): name is Placeholder => Object.hasOwn(parts, name);
  return template
    .replaceAll(/\{(\w+)\}/g, (all, name: string) => (isPlaceholder(name) ? parts[name] : all))
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/** The first word in braces that is none of the parts of an item; null when all are. */
export function unknownPlaceholder(template: string, known: readonly string[] = placeholders): string | null {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return names.find((name) => !known.includes(name)) ?? null;
}

/**
 * A text cut at a word so that it fits; as it is where it does.
 * @param fits what the network says of a text; one that is shorter than one that fits fits too
 */
export function fitted(text: string, fits: (text: string) => boolean): string {
  if (fits(text)) return text;
  const characters = [...text];
  let [short, long] = [0, characters.length];
  while (long - short > 1) {
    const middle = (short + long) >> 1;
    if (fits(`${characters.slice(0, middle).join('').trimEnd()}…`)) short = middle;
    else long = middle;
  }
  const cut = characters.slice(0, short).join('');
  const word = cut.search(/\s\S*$/u);
  // A language without spaces, or one very long word, is cut where it has to be.
  return `${(word > cut.length / 2 ? cut.slice(0, word) : cut).trimEnd()}…`;
}

/** A campaign parameter with the feed's name in its place. */
export function filledParameter(template: string, feedName: string): string {
  return shortened(template.replaceAll('{feed}', feedName), 200);
}
