import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

/**
 * Noto Sans in the pieces in which it is packed: Latin with Vietnamese, Greek and Cyrillic. Its WOFF files, not its WOFF2:
 * of those fontkit can't cut the glyphs out that a document needs, and puts in more than three times as much.
 */
export const pieces = ['latin', 'latin-ext', 'vietnamese', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext'] as const;
export type Piece = (typeof pieces)[number];
export const weights = [400, 600] as const;
export type Weight = (typeof weights)[number];

const { resolve } = createRequire(import.meta.url);

/** The bytes of a piece. */
export function fontFile(piece: Piece, weight: Weight): Buffer {
  return readFileSync(resolve(`@fontsource/noto-sans/files/noto-sans-${piece}-${weight}-normal.woff`));
}

interface Covering {
  hasGlyphForCodePoint(code: number): boolean;
}

let covering: ReadonlyMap<Piece, Covering> | null = null;

/** Which characters each piece really has: opened once, as every letter asks. */
function coverage(): ReadonlyMap<Piece, Covering> {
  covering ??= new Map(pieces.map((piece) => [piece, openFont(piece)]));
  return covering;
}

/** pdfkit keeps the font that it has opened where its types say nothing of it. */
function openFont(piece: Piece): Covering {
  const document: unknown = new PDFDocument({ font: '', autoFirstPage: false }).font(fontFile(piece, 400));
  const font = inside(inside(document, '_font'), 'font');
  if (!isCovering(font)) throw new Error('pdfkit keeps its fonts elsewhere');
  return font;
}

const inside = (thing: unknown, name: string): unknown =>
  typeof thing === 'object' && thing !== null ? Reflect.get(thing, name) : undefined;
const isCovering = (thing: unknown): thing is Covering => typeof inside(thing, 'hasGlyphForCodePoint') === 'function';

/** A stretch of text that one piece can draw. */
export interface Run {
  readonly piece: Piece;
  readonly text: string;
}

const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Cuts a text into stretches of one piece each; what no piece has is in `lacks`, once each. */
export function cutByFont(text: string): { readonly runs: readonly Run[]; readonly lacks: readonly string[] } {
  const fonts = coverage();
  const runs: { piece: Piece; text: string }[] = [];
  const lacks = new Set<string>();
  // What is composed of a letter and its mark may be one glyph.
  for (const { segment } of clusters.segment(text.normalize('NFC'))) {
    const has = (piece: Piece) =>
      [...segment].every((letter) => fonts.get(piece)?.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
    const last = runs.at(-1);
    const piece = last && has(last.piece) ? last.piece : pieces.find(has);
    if (piece === undefined) lacks.add(segment);
    else if (last?.piece === piece) last.text += segment;
    else runs.push({ piece, text: segment });
  }
  return { runs, lacks: [...lacks] };
}
