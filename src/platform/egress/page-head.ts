/** Bounds of what is handed to the HTML parser. */
const mostTags = 200;
const mostCharacters = 100_000;
/** A longer tag is passed over: it holds an inlined picture, not a description. */
const longestKept = 4_096;
/** Tags without an end in sight, after which a page counts as broken. Each costs a look at `endInSight` characters. */
const mostUnclosed = 20;
const endInSight = 65_536;
const longestTitle = 2_048;

/** What the scan stops at. One pass of the regular expression engine is ten times faster than a look at each `<`. */
const beginning =
  /<(?:!--|(?:meta|link)[\s/]|title[\s>]|(?:script|style|noscript|textarea|template|iframe|xmp|svg)\b)/gi;

const next = (html: string, from: number): number => {
  beginning.lastIndex = from;
  return beginning.exec(html)?.index ?? -1;
};

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
  let characters = 0;
  let unclosed = 0;
  let at = next(html, 0);
  while (at !== -1 && tags.length < mostTags && characters < mostCharacters && unclosed < mostUnclosed) {
    const reading = readAt(html, at);
    if (reading.tag !== '' && reading.tag.length <= longestKept) tags.push(reading.tag);
    characters += Math.min(reading.tag.length, longestKept);
    if (reading.unclosed) unclosed += 1;
    at = next(html, reading.end);
  }
  return `<!doctype html><html><head>${tags.join('\n')}</head><body></body></html>`;
};

interface Reading {
  /** A tag worth keeping, or nothing. */
  readonly tag: string;
  /** Where to go on. */
  readonly end: number;
  readonly unclosed?: boolean;
}

const readAt = (html: string, at: number): Reading => {
  const start = html.slice(at, at + 10);
  if (start.startsWith('<!--')) return skip(html, at + 4, '-->');
  const element = opaque.exec(start)?.[1];
  if (element) return skipElement(html, at, element);
  if (/^<title[\s>]/i.test(start)) return readTitle(html, at);
  const end = endOfTag(html, at);
  return end === -1 ? { tag: '', end: at + 1, unclosed: true } : { tag: html.slice(at, end), end };
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
  const last = Math.min(html.length, at + endInSight);
  for (let index = at; index < last; index += 1) {
    const character = html[index] ?? '';
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '>') return index + 1;
    else if (character === '"' || character === "'") quote = character;
  }
  return -1;
};
