import type { ReactElement } from 'react';
import { encode } from 'uqr';
import classes from './account.module.css';

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

interface Props {
  readonly text: string;
  /** What the picture is, for those who don't see it. */
  readonly label: string;
}

/**
 * A QR code, drawn here: the key in it must not travel to a server that draws. Always dark on white with the quiet zone
 * of four squares (ISO/IEC 18004, 6.3.8), as cameras read it; also in the dark colour scheme.
 */
export function QrCode({ text, label }: Props): ReactElement {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  return (
    <svg
      className={classes.qr}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={qrPath(data)} fill="#11281e" />
    </svg>
  );
}
