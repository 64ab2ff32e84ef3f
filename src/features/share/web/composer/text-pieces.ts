export interface Piece {
  /** Where it begins in the text. */
  readonly at: number;
  readonly text: string;
  /** A hashtag, a mention or an address: Bluesky draws it in colour. */
  readonly marked: boolean;
}

// The same three that Bluesky's own clients find in plain text.
const marks = /(?<=^|\s)(?:#[\p{L}\p{N}_]+|@[a-z\d-]+(?:\.[a-z\d-]+)+|https?:\/\/[^\s]+[^\s.,;:!?)])/giu;

/** Text cut where the colour changes. Joined again it is the text. */
export function textPieces(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(marks)) {
    if (match.index > from) pieces.push({ at: from, text: text.slice(from, match.index), marked: false });
    pieces.push({ at: match.index, text: match[0], marked: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ at: from, text: text.slice(from), marked: false });
  return pieces;
}
