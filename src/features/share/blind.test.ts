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
  const counts = [0, 0, 0];
  for (let person = 0; person < 3000; person += 1) {
    const variant = variantFor(key, 'r', 'bluesky', `p${person}`, 3);
    counts[variant] = (counts[variant] ?? 0) + 1;
    expect(variantFor(key, 'r', 'bluesky', `p${person}`, 3)).toBe(variant);
  }
  for (const count of counts) expect(count).toBeGreaterThan(850);
});
