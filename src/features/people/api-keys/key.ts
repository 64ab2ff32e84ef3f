import { crc32 } from 'node:zlib';

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const prefix = 'coact_';
/** 256 bits, and a checksum of 32, each written with the least digits that hold any value of them. */
const secretLength = 43;
const checksumLength = 6;
const form = new RegExp(`^${prefix}[${digits}]{${secretLength + checksumLength}}$`);

/**
 * Writes a key: a prefix by which scanners of source code and logs find it, the secret in letters and digits (a double
 * click takes all of it), and a checksum that tells a key from what only looks like one, without asking anybody.
 * @param secret 256 random bits in base64url
 */
export function writeKey(secret: string): string {
  const body = prefix + inDigits(BigInt(`0x${Buffer.from(secret, 'base64url').toString('hex')}`), secretLength);
  return body + checksumOf(body);
}

/** Whether a text is a key as far as can be seen from it. */
export function isKey(text: string): boolean {
  const body = text.slice(0, -checksumLength);
  return form.test(text) && text.endsWith(checksumOf(body));
}

const checksumOf = (body: string): string => inDigits(BigInt(crc32(body)), checksumLength);

function inDigits(value: bigint, length: number): string {
  const base = BigInt(digits.length);
  let [left, text] = [value, ''];
  while (text.length < length) {
    text = (digits[Number(left % base)] ?? '') + text;
    left /= base;
  }
  return text;
}
