import { qrPath, qrSquares } from '../../../web/controls/qr-code.tsx';

/** The code as a picture for print: squares alone, in black on white. */
export function qrSvg(text: string): string {
  const { rows, size } = qrSquares(text);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 10}" height="${size * 10}" shape-rendering="crispEdges">` +
    `<rect width="${size}" height="${size}" fill="#fff"/><path d="${qrPath(rows)}" fill="#000"/></svg>\n`
  );
}

/** Fine enough for a poster, and whole squares, so that no edge is grey. */
const pixels = 1_000;

/** The code as a PNG, drawn by the browser. Null where it can't draw. */
export function qrPng(text: string): Promise<Blob | null> {
  const { rows, size } = qrSquares(text);
  const square = Math.ceil(pixels / size);
  const canvas = document.createElement('canvas');
  canvas.width = size * square;
  canvas.height = size * square;
  const pen = canvas.getContext('2d');
  if (pen === null) return Promise.resolve(null);
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#000';
  for (const [y, row] of rows.entries()) {
    for (const [x, isDark] of row.entries()) if (isDark) pen.fillRect(x * square, y * square, square, square);
  }
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
