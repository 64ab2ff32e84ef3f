/** More of a description is not looked at: what is wanted of it stands at its beginning. */
const longestRead = 50_000;

const opaque = /^<(script|style|template|svg|iframe|object|head|title|textarea|select|math)\b/i;
const paragraph =
  /^<\/?(?:p|div|h[1-6]|ul|ol|dl|blockquote|section|article|figure|table|pre|hr|header|footer|aside)\b/i;
const lineBreak = /^<\/?(?:br|li|tr|dt|dd|figcaption)\b/i;
const formatting =
  /<\/?(?:a|abbr|b|big|br|cite|code|div|em|font|h[1-6]|i|img|mark|p|q|s|small|span|strong|sub|sup|tt|u|wbr)\b[^<>]*>/gi;

// Controls, byte order mark, soft hyphen, and the marks that reverse text, which could make it read as something else.
const unwanted = /[^\P{Cc}\n]|[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;

/**
 * The text of a piece of HTML: no tags, no scripts, entities as characters, a line for each paragraph's end. Each character is looked
 * at a bounded number of times, whatever is left open.
 * @param most code points; what is longer ends with an ellipsis
 */
export function plainText(html: string, most: number): string {
  return tidy(decodeEntities(withoutTags(html.slice(0, longestRead).replaceAll(/\s+/g, ' '))), most);
}

/** Text that is no HTML, tidied in the same way. */
export function tidyLines(text: string, most: number): string {
  return tidy(text.slice(0, longestRead), most);
}

/** A title as one line. Only tags that format are taken out: "How to use <canvas>" is a title too. */
export function titleText(text: string, most: number): string {
  const words = decodeEntities(text.slice(0, longestRead).replaceAll(formatting, ''));
  return tidy(words.replaceAll(/\s+/g, ' '), most);
}

function tidy(text: string, most: number): string {
  const tidied = text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/\r\n?|\u2028|\u2029/g, '\n')
    .replaceAll('\t', ' ')
    .replace(unwanted, '')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  return shortened(tidied, most);
}

/** At most so many code points, the last an ellipsis where something is missing. */
export function shortened(text: string, most: number): string {
  const characters = [...text.slice(0, most * 2 + 2)];
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

function withoutTags(html: string): string {
  const pieces: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1) {
      pieces.push(html.slice(at));
      break;
    }
    pieces.push(html.slice(at, open));
    const start = html.slice(open, open + 12);
    if (/^<[a-z/!?]/i.test(start)) {
      pieces.push(paragraph.test(start) ? '\n\n' : lineBreak.test(start) ? '\n' : '');
      at = endOf(html, open, start);
    } else {
      pieces.push('<');
      at = open + 1;
    }
  }
  return pieces.join('');
}

function endOf(html: string, open: number, start: string): number {
  const element = opaque.exec(start)?.[1];
  if (element === undefined) return behind(html, start.startsWith('<!--') ? '-->' : '>', open);
  const closing = new RegExp(`</${element}[^>]*>`, 'gi');
  closing.lastIndex = open;
  return closing.exec(html) === null ? html.length : closing.lastIndex;
}

function behind(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found === -1 ? html.length : found + mark.length;
}

/** The named characters of HTML 3.2 to 4 that prose uses; the first 96 are U+00A0 to U+00FF in their order. */
const latin =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const further =
  'quot " amp & apos \' lt < gt > ndash – mdash — lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ hellip … bull • euro € trade ™ dagger † lsaquo ‹ rsaquo › OElig Œ oelig œ Scaron Š scaron š rarr → larr ←'.split(
    ' ',
  );
const named = new Map([
  ...latin.split(' ').map((name, index) => [name, String.fromCodePoint(0xa0 + index)] as const),
  ...Array.from({ length: further.length / 2 }, (_, at) => [further[at * 2] ?? '', further[at * 2 + 1] ?? ''] as const),
]);

function decodeEntities(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,7}));/gi, (all, decimal, hex, name) => {
    if (name !== undefined) return named.get(name) ?? all;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
