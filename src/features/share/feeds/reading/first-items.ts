/** Where an item begins, in any of the XML formats and under any prefix. */
const beginning = /<(?:[\w.-]{1,40}:)?(?:item|entry)[\s>/]/gi;
const root = /<(?:[\w.-]{1,40}:)?(rss|feed|rdf)(?=[\s>])[^>]*>/i;

/** A feed in XML, taken apart at the beginnings of its items without being parsed. */
export interface TakenApart {
  /** Everything before the first item. */
  readonly head: string;
  /** The tag that opens the document, with its namespaces; empty where there is none. */
  readonly root: string;
  readonly items: readonly string[];
  /** There are more than were wanted. */
  readonly cut: boolean;
}

/**
 * Takes a feed's first items, so that the parser never meets more of them: a feed of a million is read as far as `most`.
 * Its document type goes: nothing that one declares (entities that unfold, files to be read) is believed.
 */
export function takeApart(document: string, most: number): TakenApart {
  const text = withoutDoctype(document);
  const starts: number[] = [];
  for (const { index } of text.matchAll(beginning)) {
    starts.push(index);
    if (starts.length > most) break;
  }
  const cut = starts.length > most;
  const head = text.slice(0, starts[0] ?? text.length);
  const items = starts.slice(0, most).map((start, at) => text.slice(start, starts[at + 1] ?? text.length));
  return { head, root: root.exec(head)?.[0] ?? '', items, cut };
}

function withoutDoctype(text: string): string {
  const start = text.slice(0, 10_000).search(/<!doctype/i);
  if (start === -1) return text;
  const bracket = text.indexOf('[', start);
  const angle = text.indexOf('>', start);
  // An internal subset ends with its bracket; `>` stands inside of it, too.
  const from = bracket !== -1 && bracket < angle ? text.indexOf(']', bracket) : start;
  const end = from === -1 ? -1 : text.indexOf('>', from);
  return end === -1 ? text.slice(0, start) : text.slice(0, start) + text.slice(end + 1);
}
