import { type Duplex, pipeline, Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';
import { type EgressRefusal, refuse } from './refusals.ts';

/** What is asked for; also all that is understood. */
export const acceptedEncodings = 'gzip, deflate, br, zstd';

const decoders: Readonly<Record<string, () => Duplex>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
};

/** How much of a body to read, and what to do with the rest. */
export interface BodyLimits {
  /** Bytes, counted on the wire and again after decompression. */
  readonly maxBytes: number;
  /** What is over the limit is cut off (`cut: true` in the result) instead of refused. */
  readonly cut: boolean;
}

export interface Body {
  readonly ok: true;
  readonly bytes: Uint8Array;
  readonly cut: boolean;
}

/**
 * Reads a body within its limits and undoes its compression. One layer only: each further one multiplies what a bomb can unfold to,
 * and no honest server uses two. The stream is destroyed when reading ends early; memory stays near `maxBytes` because chunks are
 * counted as they leave the decompressor.
 */
export const readBody = async (raw: Readable, encoding: string, limits: BodyLimits): Promise<Body | EgressRefusal> => {
  const coding = encoding.trim().toLowerCase();
  const decoder = decoders[coding];
  if (coding !== '' && coding !== 'identity' && !decoder) {
    raw.on('error', ignore).destroy();
    return refuse('broken');
  }
  const wire = { bytes: 0, over: false };
  const counted = countWire(raw, limits.maxBytes, wire);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of decoder ? decode(counted, decoder()) : counted) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size > limits.maxBytes) break;
  }
  raw.on('error', ignore).destroy();
  const over = size > limits.maxBytes || wire.over;
  if (over && !limits.cut) return refuse('too_large');
  const bytes = Buffer.concat(chunks);
  return { ok: true, bytes: bytes.subarray(0, limits.maxBytes), cut: over };
};

/** Stops at the limit on the wire, which a stream of empty compressed blocks would otherwise pass without any output. */
async function* countWire(raw: Readable, maxBytes: number, wire: { bytes: number; over: boolean }) {
  for await (const chunk of raw) {
    yield chunk as Uint8Array;
    wire.bytes += (chunk as Uint8Array).byteLength;
    wire.over = wire.bytes > maxBytes;
    if (wire.over) return;
  }
}

/** Feeds the decompressor with back-pressure, so that it is never more than one chunk ahead of the reader. */
async function* decode(source: AsyncIterable<Uint8Array>, decoder: Duplex) {
  // An error of either side destroys the decoder, where the reader below meets it.
  pipeline(Readable.from(source, { objectMode: false }), decoder, ignore);
  for await (const chunk of decoder) yield chunk as Uint8Array;
}

/** Destroying a half-read body reports an abort that nobody waits for. */
const ignore = () => {};
