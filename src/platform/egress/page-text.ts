/** Longest texts kept of a page, in characters (code points). */
export const textLimits = { title: 300, description: 1_000, siteName: 100 } as const;

// Controls, byte order mark, soft hyphen, and the marks that reverse text, which could make a title read as something else.
const unwanted = /[\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;

/**
 * A page's text as one tidy line: no control or direction characters, single spaces, not longer than `most` (then with an ellipsis).
 * Out: undefined when nothing is left.
 */
export const tidyText = (text: string | undefined, most: number): string | undefined => {
  // Cut roughly first: normalising a megabyte to keep 300 characters would be work for nothing.
  const line = (text ?? '')
    .slice(0, most * 8)
    .toWellFormed()
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(unwanted, '')
    .trim();
  if (line === '') return undefined;
  const characters = [...line];
  return characters.length <= most
    ? line
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
};

/**
 * Decodes a page's bytes. The order is that of the HTML standard (13.2.3.1): byte order mark, Content-Type, `<meta>` within the first
 * 1,024 bytes, UTF-8. An unknown charset is read as UTF-8, with replacement characters where that is wrong.
 */
export const decodePage = (bytes: Uint8Array, contentType: string): string => {
  const start = Buffer.from(bytes.subarray(0, 1_024)).toString('latin1');
  const named = /charset\s*=\s*["']?([\w.:-]+)/i;
  const label =
    markOf(bytes) ?? named.exec(contentType)?.[1] ?? named.exec(/<meta[^>]*>/gi.exec(start) ? start : '')?.[1];
  return decoderFor(label).decode(bytes);
};

const markOf = ([first, second, third]: Uint8Array): string | undefined => {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : undefined;
};

const decoderFor = (label = 'utf-8'): TextDecoder => {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder();
  }
};
