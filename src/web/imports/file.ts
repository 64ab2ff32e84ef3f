/** The most that the server takes. */
const mostBytes = 5_000_000;

export interface ChosenFile {
  readonly name: string;
  /** As it is sent: in base 64, so that the server sees the bytes as they are. */
  readonly base64: string;
}

/** Bytes in base 64, in pieces: one call with millions of arguments would break. */
export function toBase64(bytes: Uint8Array): string {
  const piece = 32_768;
  let text = '';
  for (let from = 0; from < bytes.length; from += piece) {
    text += String.fromCharCode(...bytes.subarray(from, from + piece));
  }
  return btoa(text);
}

/** Reads a file that somebody chose or dropped; a sentence where it can't be one. */
export async function readChosen(file: File): Promise<ChosenFile | string> {
  if (file.size > mostBytes) return 'This file has more than 5 MB. Split it into smaller ones.';
  return { name: file.name, base64: toBase64(new Uint8Array(await file.arrayBuffer())) };
}

/** Rows that were pasted, as a spreadsheet copies them. */
export function readPasted(text: string): ChosenFile {
  return { name: 'Pasted rows', base64: toBase64(new TextEncoder().encode(text)) };
}
