import { mentionsIn, shownWords } from '../../mentions.ts';
import type { NetworkName } from '../network.ts';

export interface Piece {
  /** Where it begins in the text. */
  readonly at: number;
  readonly text: string;
  /** A hashtag, a mention or an address: the network draws it in colour. */
  readonly marked: boolean;
}

const hashtag = String.raw`#[\p{L}\p{N}_]*[\p{L}_][\p{L}\p{N}_]*`;
const address = String.raw`https?:\/\/[^\s]+[^\s.,;:!?)]`;

/** What each network makes a mention of in plain text. LinkedIn makes one only of a page that is named by its number, Facebook of what is chosen from a list. */
const mentions: Readonly<Record<NetworkName, string | null>> = {
  ...{ linkedin: null, facebook: null },
  x: String.raw`@\w{1,15}(?![\w@])`,
  threads: String.raw`@[\w.]*\w`,
  mastodon: String.raw`@\w+(?:@[a-z\d-]+(?:\.[a-z\d-]+)+)?`,
  bluesky: String.raw`@[a-z\d-]+(?:\.[a-z\d-]+)+`,
};

/** Text cut where a network changes the colour. Joined again it is the text that readers see. */
export function textPieces(written: string, network: NetworkName): readonly Piece[] {
  const { text, mentions: pages } = shownWords(written, network === 'linkedin' ? mentionsIn(written) : []);
  const ends = [0, ...pages.flatMap(({ at, length }) => [at, at + length]), text.length];
  return ends.slice(1).flatMap((end, index): readonly Piece[] => {
    const at = ends[index] ?? 0;
    const words = text.slice(at, end);
    // Every second stretch is the name of a page.
    if (index % 2 === 1) return [{ at, text: words, marked: true }];
    return wordPieces(words, network).map((piece) => ({ ...piece, at: piece.at + at }));
  });
}

function wordPieces(text: string, network: NetworkName): readonly Piece[] {
  const kinds = [hashtag, address, ...(mentions[network] === null ? [] : [mentions[network]])];
  const marks = new RegExp(String.raw`(?<=^|\s|\()(?:${kinds.join('|')})`, 'giu');
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
