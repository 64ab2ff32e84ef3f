import type { Clock } from './clock.ts';

/**
 * A UUID version 7 (RFC 9562 section 5.7): sorts by creation time, which keeps indexes compact. Made here because
 * PostgreSQL has `uuidv7()` only from version 18 on.
 */
export function newId(clock: Clock): string {
  const bytes = Buffer.from(crypto.getRandomValues(new Uint8Array(16)));
  bytes.writeUIntBE(clock.now().getTime(), 0, 6);
  return stamp(bytes, 0x70);
}

/** A UUID version 4: tells nothing of when it was made. For rows that must not be put in order by time. */
export function randomId(): string {
  return stamp(Buffer.from(crypto.getRandomValues(new Uint8Array(16))), 0x40);
}

function stamp(bytes: Buffer, version: number): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | version;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
