/** Bounds of what is handed to the HTML parser. */
const mostTags = 200;
const longestTag = 8_192;
const longestTitle = 2_048;

/** Elements whose content is text to a browser, so that a `<meta>` inside them is none. */
const opaque = /^<(script|style|noscript|textarea|template|iframe|xmp|svg)\b/i;

/**
 * Picks the tags that describe a page and leaves everything else out.
 *
 * In: HTML of any size and nastiness. Out: a small document with at most 200 `meta`, `link` and `title` elements, in their order.
 * Reason: parse5 walks its stack of open elements for each tag; one MiB of `<div>` kept the process busy for more than four minutes
 * (measured on two cores, open-graph-scraper 6.12). This scan looks at each character a bounded number of times.
 */
export const describingTags = (html: string): string => {
  const tags: string[] = [];
  let at = html.indexOf('<');
  while (at !== -1 && tags.length < mostTags) {
    const { tag, end } = readAt(html, at);
    if (tag !== '') tags.push(tag);
    at = html.indexOf('<', end);
  }
  return `<!doctype html><html><head>${tags.join('\n')}</head><body></body></html>`;
};

interface Reading {
  /** A tag worth keeping, or nothing. */
  readonly tag: string;
  /** Where to go on. */
  readonly end: number;
}

const readAt = (html: string, at: number): Reading => {
  const start = html.slice(at, at + 10);
  if (start.startsWith('<!--')) return skip(html, at + 4, '-->');
  const element = opaque.exec(start)?.[1];
  if (element) return skipElement(html, at, element);
  if (/^<title[\s>]/i.test(start)) return readTitle(html, at);
  if (!/^<(meta|link)[\s/]/i.test(start)) return { tag: '', end: at + 1 };
  const end = endOfTag(html, at);
  return end === -1 ? { tag: '', end: at + 1 } : { tag: html.slice(at, end), end };
};

const skip = (html: string, from: number, mark: string): Reading => {
  const end = html.indexOf(mark, from);
  return { tag: '', end: end === -1 ? html.length : end + mark.length };
};

const skipElement = (html: string, at: number, element: string): Reading => {
  const closing = new RegExp(`</${element}`, 'gi');
  closing.lastIndex = at;
  const found = closing.exec(html);
  return { tag: '', end: found ? closing.lastIndex : html.length };
};

const readTitle = (html: string, at: number): Reading => {
  const piece = html.slice(at, at + longestTitle);
  const inside = /^<title[^>]*>([^<]*)/i.exec(piece);
  return { tag: inside ? `<title>${inside[1]}</title>` : '', end: at + (inside?.[0].length ?? 1) };
};

/** Index after the `>` that closes a tag, quotes respected; -1 when there is none near. */
const endOfTag = (html: string, at: number): number => {
  let quote = '';
  const last = Math.min(html.length, at + longestTag);
  for (let index = at; index < last; index += 1) {
    const character = html[index] ?? '';
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '>') return index + 1;
    else if (character === '"' || character === "'") quote = character;
  }
  return -1;
};
