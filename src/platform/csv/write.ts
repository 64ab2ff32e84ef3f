/** Begins a file, so that spreadsheets take it for UTF-8. */
export const csvMark = '\uFEFF';

/** What a spreadsheet may take for a formula (ASVS 1.2.10), also in the wide letters that some programs read alike. */
const formula = /^'*(?:\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n])/u;

/**
 * A cell that no spreadsheet takes for a formula: what begins like one gets an apostrophe in front, and so does what begins
 * with apostrophes before one, or reading could not tell the two apart.
 */
export function csvCell(text: string): string {
  const kept = text.replaceAll('\0', '');
  return `"${(formula.test(kept) ? `'${kept}` : kept).replaceAll('"', '""')}"`;
}

/** A line of a file with its end. A number stands as it is: no number is a formula, and with a mark in front it is none. */
export function csvLine(cells: readonly (string | number)[], separator: ',' | ';' | '\t' = ','): string {
  return `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : csvCell(cell))).join(separator)}\r\n`;
}

/** A cell's text without the apostrophe that `csvCell` put in front. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}
