import { createHmac } from 'node:crypto';

/**
 * HKDF-Expand of RFC 5869 with SHA-256, one block of 32 bytes. Keyed hashes stand on the extracted key alone: where an
 * early data key served for both, its extract could be kept for them without keeping that key.
 */
export function expand(extracted: Uint8Array, purpose: string): Buffer {
  return createHmac('sha256', extracted).update(purpose).update(Buffer.of(1)).digest();
}

/** HKDF-Extract of RFC 5869 with SHA-256 and no salt. */
export function extract(key: Uint8Array): Buffer {
  return createHmac('sha256', Buffer.alloc(32)).update(key).digest();
}
