/** Charsets whose text is valid UTF-8 too, or could be: only what was declared tells. */
const notToBeGuessed = /^(?:utf-?16|ucs-?2|iso-?2022)/i;

/**
 * Decodes a feed's bytes. What servers declare is often wrong, so what is valid UTF-8 is read as such, whatever was said of it: text in
 * another charset hardly ever is by chance. Then counts what the header says (RFC 7303, 3), then the XML declaration; what fits none of
 * them is read as windows-1252, in which everything means something.
 */
export function decodeFeed(bytes: Uint8Array, contentType: string): string {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const inHeader = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1];
  const inXml = /^[^<]*<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)/i.exec(start)?.[1];
  const said = [inHeader, inXml].filter((label) => label !== undefined);
  const first = [markOf(bytes), said.find((label) => notToBeGuessed.test(label))].filter(
    (label) => label !== undefined,
  );
  for (const label of [...first, 'utf-8', ...said]) {
    const text = tryDecode(bytes, label);
    if (text !== null) return text;
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

const markOf = ([first, second, third]: Uint8Array): string | undefined => {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : undefined;
};

function tryDecode(bytes: Uint8Array, label: string): string | null {
  try {
    // As a stream, so that a character which was cut in two at the end is no mistake.
    return new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}
