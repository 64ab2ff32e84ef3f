import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openRing } from '../../platform/vault/index.ts';
import { awarenessToken, ownerTag, shareToken, variantFor } from './blind.ts';

const folder = mkdtempSync(join(tmpdir(), 'coact-ring-'));
const ring = openRing(folder);
afterAll(() => rmSync(folder, { recursive: true }));

it('gives one person one token a request and network, and another under another key', async () => {
  const key = await ring.create('request-1');
  const other = await ring.create('request-2');
  const token = shareToken(key, 'o', 'r', 'bluesky', 'p');
  expect(token).toHaveLength(16);
  expect(shareToken(key, 'o', 'r', 'bluesky', 'p')).toEqual(token);
  for (const different of [
    shareToken(key, 'o', 'r', 'linkedin', 'p'),
    shareToken(key, 'o', 'r', 'bluesky', 'q'),
    shareToken(other, 'o', 'r', 'bluesky', 'p'),
    awarenessToken(key, 'o', 'r', 'p'),
    ownerTag(key, 'o', 'r', 'p'),
  ]) {
    expect(different).not.toEqual(token);
  }
});

it('hands variants out evenly and to each person always the same', async () => {
  const key = await ring.create('request-3');
  for (const place of [0, 1]) {
    const counts = [0, 0, 0];
    for (let person = 0; person < 3000; person += 1) {
      const variant = variantFor(key, 'r', `p${person}`, place, 3);
      counts[variant] = (counts[variant] ?? 0) + 1;
      expect(variantFor(key, 'r', `p${person}`, place, 3)).toBe(variant);
    }
    // A thousand each; less than 900 or more than 1,100 would come by chance once in ten thousand runs.
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(110);
  }
});

it('hands no variant to a person twice while there are others', async () => {
  const key = await ring.create('request-4');
  for (const person of ['ana', 'ben', 'eva']) {
    const places = [0, 1, 2, 3];
    const variants = places.map((place) => variantFor(key, 'r', person, place, 4));
    expect(new Set(variants).size).toBe(4);
    expect(places.map((place) => variantFor(key, 'r', person, place, 1))).toEqual([0, 0, 0, 0]);
  }
});
