import { decode } from './decode.ts';
import { unguarded } from './write.ts';

/** A record with the line of the file that it begins on. It has at least as many cells as the header. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] };

export type CsvRead =
  | { readonly ok: true; readonly header: readonly string[]; readonly rows: readonly CsvRow[] }
  | Fault;

type Fault = { readonly ok: false; readonly line: number; readonly why: string };

const mostColumns = 200;
const separators = [',', ';', '\t'] as const;
type Separator = (typeof separators)[number];

/**
 * Reads a file whose first record names the columns. Separated by comma, semicolon or tab, whichever the header uses most;
 * lines end in any of the three ways; a quotation mark is only read where RFC 4180 allows one. Records without any text
 * are left out. A row with more cells than the header keeps them: what that means is the caller's to say.
 * @param mostRows the file is refused when it has more
 */
export function readCsv(file: Uint8Array | string, { mostRows = 100_000 } = {}): CsvRead {
  const decoded = decode(typeof file === 'string' ? new TextEncoder().encode(file) : file);
  if (!decoded.ok) return decoded;
  const { text, declared } = withoutDeclaration(decoded.text);
  const separator = declared ?? separatorOf(text);
  let header: readonly string[] | null = null;
  const rows: CsvRow[] = [];
  let place: Place = { at: 0, line: declared ? 2 : 1 };
  while (place.at < text.length) {
    const { line } = place;
    const record = readRecord(text, place, separator);
    if (!record.ok) return record;
    place = record.next;
    if (record.cells.every((cell) => cell.trim() === '')) continue;
    if (header === null) {
      if (record.cells.length > mostColumns) return fault(line, `There are more than ${mostColumns} columns.`);
      header = withoutEmptyEnd(record.cells, 0).map((cell) => cell.trim());
      continue;
    }
    if (rows.length === mostRows) {
      const most = mostRows.toLocaleString('en');
      return fault(line, `There are more than ${most} rows. Split the file into smaller ones.`);
    }
    rows.push({ line, cells: fitted(record.cells, header.length) });
  }
  return header === null ? fault(1, 'There is nothing in this file.') : { ok: true, header, rows };
}

const fault = (line: number, why: string): Fault => ({ ok: false, line, why });

/** Some spreadsheets are told their separator in a first line of its own. */
function withoutDeclaration(text: string): { readonly text: string; readonly declared: Separator | null } {
  const [first = '', mark] = /^sep=([,;\t])\r?\n/.exec(text) ?? [];
  const declared = separators.find((one) => one === mark) ?? null;
  return { text: text.slice(first.length), declared };
}

/** The one that stands most often in the first line with text, outside quotation marks. */
function separatorOf(text: string): Separator {
  const line = /[^\r\n]*\S[^\r\n]*/.exec(text.slice(0, 100_000).replaceAll(/"[^"]*"/g, 'x'))?.[0] ?? '';
  const count = (separator: Separator) => line.split(separator).length;
  return separators.reduce((best, next) => (count(next) > count(best) ? next : best));
}

type Place = { readonly at: number; readonly line: number };
type Cell = { readonly ok: true; readonly text: string; readonly next: Place };
type Record = { readonly ok: true; readonly cells: readonly string[]; readonly next: Place };

function readRecord(text: string, from: Place, separator: Separator): Record | Fault {
  const cells: string[] = [];
  let place = from;
  for (;;) {
    const cell: Cell | Fault = text[place.at] === '"' ? quoted(text, place) : plain(text, place, separator);
    if (!cell.ok) return cell;
    cells.push(unguarded(cell.text));
    const { at, line } = cell.next;
    const mark = text[at];
    if (mark === undefined) return { ok: true, cells, next: cell.next };
    if (mark === separator) place = { at: at + 1, line };
    else if (mark === '\r' || mark === '\n') {
      const after = text.startsWith('\r\n', at) ? at + 2 : at + 1;
      return { ok: true, cells, next: { at: after, line: line + 1 } };
    } else if (mark === '"') {
      return fault(
        line,
        'A quotation mark stands within a cell. Put the cell in quotation marks and double those within.',
      );
    } else return fault(line, 'Text follows a closing quotation mark. Double the quotation marks within the cell.');
  }
}

const plainCells: Readonly<{ [Mark in Separator]: RegExp }> = {
  ',': /[^",\r\n]*/y,
  ';': /[^";\r\n]*/y,
  '\t': /[^"\t\r\n]*/y,
};

function plain(text: string, { at, line }: Place, separator: Separator): Cell {
  const cell = plainCells[separator];
  cell.lastIndex = at;
  const [found = ''] = cell.exec(text) ?? [];
  return { ok: true, text: found, next: { at: at + found.length, line } };
}

function quoted(text: string, { at, line }: Place): Cell | Fault {
  let end = text.indexOf('"', at + 1);
  while (end !== -1 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  if (end === -1) return fault(line, 'The quotation mark that opens here is never closed.');
  const within = text.slice(at + 1, end);
  const breaks = within.match(/\r\n|\r|\n/g)?.length ?? 0;
  return { ok: true, text: within.replaceAll('""', '"'), next: { at: end + 1, line: line + breaks } };
}

/** Missing cells are empty ones, and empty ones beyond the header were never meant. */
function fitted(cells: readonly string[], length: number): readonly string[] {
  if (cells.length === length) return cells;
  if (cells.length > length) return withoutEmptyEnd(cells, length);
  return [...cells, ...Array.from({ length: length - cells.length }, () => '')];
}

function withoutEmptyEnd(cells: readonly string[], least: number): readonly string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells.slice(0, Math.max(least, last + 1));
}
