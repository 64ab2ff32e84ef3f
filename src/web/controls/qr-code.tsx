import type { ReactElement } from 'react';
import { encode } from 'uqr';
import classes from './controls.module.css';

/** Dark squares as one path: a run of squares in a row is one rectangle. */
export function qrPath(rows: readonly (readonly boolean[])[]): string {
  const runs = rows.flatMap((row, y) => {
    const starts = row.flatMap((isDark, x) => (isDark && row[x - 1] !== true ? [x] : []));
    return starts.map((x) => {
      const end = row.indexOf(false, x);
      const width = (end === -1 ? row.length : end) - x;
      return `M${x} ${y}h${width}v1h-${width}z`;
    });
  });
  return runs.join('');
}

/** The squares of a text, with the quiet zone of four of them around (ISO/IEC 18004, 6.3.8). */
export function qrSquares(text: string): { readonly rows: readonly (readonly boolean[])[]; readonly size: number } {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  return { rows: data, size };
}

interface Props {
  readonly text: string;
  /** What the picture is, for those who don't see it. */
  readonly label: string;
}

/**
 * A QR code, drawn here: a key in it must not travel to a server that draws. Always dark on white, as cameras read it; also
 * in the dark colour scheme.
 */
export function QrCode({ text, label }: Props): ReactElement {
  const { rows, size } = qrSquares(text);
  return (
    <svg
      className={classes.qr}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={qrPath(rows)} fill="#11281e" />
    </svg>
  );
}
