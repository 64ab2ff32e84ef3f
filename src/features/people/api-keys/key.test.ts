import fc from 'fast-check';
import { expect, it } from 'vitest';
import { randomToken } from '../../../platform/vault/index.ts';
import { isKey, writeKey } from './key.ts';

const secrets = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString('base64url'));

it('has a prefix, letters and digits only, and always the same length, whatever the secret', () => {
  fc.assert(
    fc.property(secrets, (secret) => {
      expect(writeKey(secret)).toMatch(/^coact_[0-9A-Za-z]{49}$/);
      expect(isKey(writeKey(secret))).toBe(true);
    }),
  );
  expect(writeKey(Buffer.alloc(32).toString('base64url'))).toMatch(/^coact_0{43}/);
});

it('is another one for each secret', () => {
  fc.assert(
    fc.property(secrets, secrets, (one, other) => {
      expect(writeKey(one) === writeKey(other)).toBe(one === other);
    }),
  );
});

it('is told from what only looks like one: a slip of the pen anywhere is seen without asking the database', () => {
  const key = writeKey(randomToken());
  for (let at = 6; at < key.length; at += 1) {
    const other = key[at] === 'a' ? 'b' : 'a';
    expect([at, isKey(key.slice(0, at) + other + key.slice(at + 1))]).toEqual([at, false]);
  }
  for (const broken of [
    '',
    'coact_',
    key.slice(1),
    `${key} `,
    `${key}a`,
    key.toUpperCase(),
    `coact_scim_${randomToken()}`,
  ]) {
    expect([broken, isKey(broken)]).toEqual([broken, false]);
  }
});
