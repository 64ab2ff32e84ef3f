/** A part of a page of the help, from one heading to the next. */
export interface Section {
  /** Empty for what stands before the first heading. */
  readonly heading: string;
  /** As the address names it: `/help/people#the-directory`. */
  readonly anchor: string;
  /** Its words without marks. */
  readonly words: string;
}

/** A page of the help, made of a file of the documentation for users. */
export interface Topic {
  /** As the address names it. */
  readonly name: string;
  readonly title: string;
  /** For whom it is, or how it begins. */
  readonly begins: string;
  /** What stands below the title, as Markdown. */
  readonly text: string;
  readonly sections: readonly Section[];
}

/** Reads a page. @param path of its file, as `…/people.md`; @param source in Markdown, with a title of the first level first */
export function topicOf(path: string, source: string): Topic {
  const name = path.replace(/^.*\//, '').replace(/\.md$/, '');
  const [first = '', ...rest] = source.trim().split('\n');
  const text = rest.join('\n').trim();
  const sections = text.split(/^(?=## )/m).map((part) => {
    const heading = /^## (.*)$/m.exec(part)?.[1] ?? '';
    const isHeaded = part.startsWith('## ');
    const body = isHeaded ? part.slice(part.indexOf('\n') + 1) : part;
    return { heading: isHeaded ? plain(heading) : '', anchor: isHeaded ? anchorOf(heading) : '', words: plain(body) };
  });
  return {
    name,
    title: plain(first.replace(/^#\s*/, '')),
    begins: beginningOf(sections[0]?.words ?? ''),
    text,
    sections,
  };
}

/** The name of a heading in addresses. */
export function anchorOf(heading: string): string {
  return plain(heading)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
}

/** What is read aloud of Markdown: no marks, and of links their words. */
function plain(text: string): string {
  return text
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/^\s*\|?[\s|:-]+\|?\s*$/gm, ' ')
    .replaceAll(/^\s*(?:[-*]|\d+\.) /gm, '')
    .replaceAll(/[*_`|#>]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The first sentence or two, as far as they are short. */
function beginningOf(words: string): string {
  const sentences = words.match(/[^.?!:]+[.?!:]+(?=\s|$)/g) ?? [words];
  let begins = (sentences[0] ?? '').trim();
  if (begins.length < 40 && sentences[1] !== undefined) begins = `${begins} ${sentences[1].trim()}`;
  return begins.replace(/:$/, '.');
}
