/** The text of a file, or what is wrong with its bytes and where. */
export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly line: number; readonly why: string };

const marks = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
] as const;

/** What spreadsheet programs keep by themselves: a packed folder, or the older format in one piece. */
const spreadsheets = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** Reads bytes as UTF-8 or UTF-16, with or without a mark in front. Nothing is guessed into letters that nobody wrote. */
export function decode(bytes: Uint8Array): Decoded {
  const begins = (start: readonly number[]) => start.every((byte, index) => bytes[index] === byte);
  if (spreadsheets.some(begins)) {
    return { ok: false, line: 1, why: 'This is a spreadsheet, not CSV. Save it as “CSV UTF-8” and choose that file.' };
  }
  const encoding = marks.find(([, mark]) => begins(mark))?.[0] ?? unmarked(bytes);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return { ok: true, text };
    const line = lineOf(text, text.indexOf('\0'));
    return { ok: false, line, why: 'This is no text: it holds a character that texts do not have.' };
  } catch {
    const text = new TextDecoder(encoding).decode(bytes);
    const why = 'A letter here can’t be read. Save the file as “CSV UTF-8” and choose it again.';
    return { ok: false, line: lineOf(text, text.indexOf('\uFFFD')), why };
  }
}

/** Without a mark, UTF-16 shows by every other byte of its first letters being zero. */
function unmarked(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 64);
  const zeros = (parity: number) => head.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  if (zeros(1) * 4 > head.length && zeros(0) === 0) return 'utf-16le';
  return zeros(0) * 4 > head.length && zeros(1) === 0 ? 'utf-16be' : 'utf-8';
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split(/\r\n|\r|\n/).length;
}
