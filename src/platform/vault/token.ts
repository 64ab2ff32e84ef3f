import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret for one-time links and cookies: 256 random bits in base64url. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token: SHA-256 suffices, as tokens are random and can't be guessed from their hash. */
export function tokenHash(token: string): Uint8Array {
  return createHash('sha256').update(token).digest();
}

/** Compares two secrets in a time that does not depend on where they differ. */
export function equalSecrets(left: string, right: string): boolean {
  return timingSafeEqual(tokenHash(left), tokenHash(right));
}

/** The HMAC-SHA-256 of `signed` under a secret (RFC 2104). */
export function hmacOf(secret: string | Uint8Array, signed: Uint8Array): Uint8Array {
  return createHmac('sha256', secret).update(signed).digest();
}

/** Whether `given` is the HMAC-SHA-256 of `signed` under `secret` (RFC 2104), compared in constant time. */
export function isHmacOf(secret: string, signed: Uint8Array, given: Uint8Array): boolean {
  const expected = hmacOf(secret, signed);
  return given.length === expected.length && timingSafeEqual(expected, given);
}
