import PDFDocument from 'pdfkit';
import type { Letter } from './letter.ts';
import { cutByFont, fontFile, type Piece, type Weight } from './letter-fonts.ts';

const textsOf = ({ facts, language, ...lines }: Letter) => [
  ...Object.values(lines),
  ...facts.flatMap(({ label, now, before }) => [label, now, before ?? '']),
];

/** The characters of a letter that its fonts don't have: drawn, each would be an empty box. */
export function lackingIn(letter: Letter): string {
  return [...new Set(textsOf(letter).flatMap((text) => cutByFont(text).lacks))].join('');
}

const margin = 72;
const dimmed = '#555555';

/**
 * Draws a letter as a PDF with title, language and tags for whoever has it read to them.
 * @param made the moment that the file says it was made at: the same letter is the same file, byte for byte
 */
export function drawLetter(letter: Letter, made: Date): Promise<Buffer> {
  const { language, title, organisation } = letter;
  const document = new PDFDocument({
    ...{ size: 'A4', margin, font: '', lang: language, tagged: true, displayTitle: true, pdfVersion: '1.7' },
    info: { Title: title, Author: organisation, Creator: 'Coact', Producer: 'Coact', CreationDate: made },
  });
  const parts: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (part: Buffer) => parts.push(part));
    document.on('end', () => resolve(Buffer.concat(parts)));
    document.on('error', reject);
  });
  const root = document.struct('Document');
  document.addStructure(root);
  for (const line of linesOf(letter)) {
    root.add(document.struct(line.tag, {}, () => write(document, line)));
  }
  root.end();
  document.end();
  return done;
}

interface Line {
  readonly tag: 'H1' | 'P';
  readonly text: string;
  readonly size: number;
  readonly weight: Weight;
  readonly colour: string;
  /** Empty space below. */
  readonly below: number;
}

const line = (text: string, given: Partial<Line> = {}): Line => ({
  ...{ tag: 'P', text, size: 11, weight: 400, colour: '#000000', below: 14 },
  ...given,
});

/** The letter from top to bottom. */
function linesOf({ title, organisation, day, greeting, opening, facts, closing, signed }: Letter): readonly Line[] {
  return [
    line(organisation, { weight: 600, below: 2 }),
    line(day, { colour: dimmed, below: 40 }),
    line(title, { tag: 'H1', size: 20, weight: 600, below: 20 }),
    line(greeting),
    line(opening),
    ...facts.flatMap(({ label, now, before }) => [
      line(label, { size: 9, colour: dimmed, below: 1 }),
      line(now, { size: 13, weight: 600, below: before === null ? 14 : 1 }),
      ...(before === null ? [] : [line(`until then: ${before}`, { size: 9, colour: dimmed })]),
    ]),
    line(closing, { below: 40 }),
    line(signed),
  ];
}

function write(document: PDFKit.PDFDocument, { text, size, weight, colour, below }: Line): void {
  const { runs } = cutByFont(text);
  document.fontSize(size).fillColor(colour);
  for (const [index, run] of runs.entries())
    document.font(named(document, run.piece, weight)).text(run.text, { continued: index < runs.length - 1 });
  document.y += below;
}

const registered = new WeakMap<PDFKit.PDFDocument, Set<string>>();

/** The name of a font in this document, which holds only those that the letter needs. */
function named(document: PDFKit.PDFDocument, piece: Piece, weight: Weight): string {
  const name = `${piece}-${weight}`;
  const known = registered.get(document) ?? new Set();
  if (!known.has(name)) document.registerFont(name, fontFile(piece, weight));
  registered.set(document, known.add(name));
  return name;
}
