/** A stretch of a file that somebody asked for. */
export interface Stretch {
  readonly from: number;
  /** Behind its last byte. */
  readonly to: number;
}

/**
 * The stretch that a Range header asks for (RFC 9110, 14): null for the whole, which several stretches and other units
 * are answered with too; 'none' where the file has nothing there.
 */
export function readRange(header: string | undefined, size: number): Stretch | 'none' | null {
  const asked = /^\s*bytes=(\d{0,15})-(\d{0,15})\s*$/.exec(header ?? '');
  if (asked === null) return null;
  const [, first = '', last = ''] = asked;
  if (first === '') {
    if (last === '') return null;
    return Number(last) === 0 ? 'none' : { from: Math.max(0, size - Number(last)), to: size };
  }
  const from = Number(first);
  if (last !== '' && Number(last) < from) return null;
  return from >= size ? 'none' : { from, to: last === '' ? size : Math.min(Number(last) + 1, size) };
}
