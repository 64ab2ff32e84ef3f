import type { Destination } from './link.ts';

/**
 * What a request for a link says of its sender, until it is decided how the click counts: a few milliseconds, in memory only. It goes into
 * no file, no table and no log.
 */
export interface Sighting {
  readonly link: Destination;
  readonly nowMs: number;
  readonly address: string;
  readonly agent: string;
  readonly referer: string | undefined;
  /** A browser loads ahead of a person: nobody has clicked yet. */
  readonly isPrefetch: boolean;
  /** The address came out of a QR code. */
  readonly isScan: boolean;
}

/** The headers that the redirect reads. */
export interface SeenHeaders {
  /** The Host header; null when there is none or more than one. */
  host: string | null;
  agent: string;
  referer: string | undefined;
  isPrefetch: boolean;
}

const ahead = /prefetch|preview|prerender/i;
const prefetchNames: ReadonlySet<string> = new Set(['sec-purpose', 'purpose', 'x-purpose', 'x-moz']);

/**
 * Reads the raw headers in one pass. Node makes its object of headers at first use, which costs as much as all else that the redirect
 * does, so nothing here may touch it.
 *
 * @param raw names and values in turn, as they came
 */
export function readHeaders(raw: readonly string[]): SeenHeaders {
  const seen: SeenHeaders = { host: null, agent: '', referer: undefined, isPrefetch: false };
  let hosts = 0;
  for (let index = 0; index < raw.length; index += 2) {
    const name = raw[index] ?? '';
    const value = raw[index + 1] ?? '';
    // By length first: most headers are none of these, and lower-casing each would be a string for nothing.
    switch (name.length) {
      case 4:
        if (name.toLowerCase() !== 'host') break;
        hosts += 1;
        seen.host = hosts === 1 ? value : null;
        break;
      case 10:
        if (seen.agent === '' && name.toLowerCase() === 'user-agent') seen.agent = value;
        break;
      case 5:
      case 7:
      case 9:
      case 11:
        if (seen.referer === undefined && name.toLowerCase() === 'referer') seen.referer = value;
        else if (ahead.test(value) && prefetchNames.has(name.toLowerCase())) seen.isPrefetch = true;
    }
  }
  return seen;
}
