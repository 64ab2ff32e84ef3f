import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countForBluesky } from './bluesky-count.ts';

test('a family emoji, a flag and an accented letter are one character each', () => {
  expect(countForBluesky('👩‍👩‍👧‍👦').graphemes).toBe(1);
  expect(countForBluesky('🇩🇪').graphemes).toBe(1);
  expect(countForBluesky('e\u0301').graphemes).toBe(1);
});

test('300 fit and 301 don’t', () => {
  expect(countForBluesky('a'.repeat(300))).toMatchObject({ remaining: 0, problem: null });
  expect(countForBluesky('a'.repeat(301)).problem).toBe('This is 1 character too long for Bluesky.');
  expect(countForBluesky('a'.repeat(310)).problem).toMatch(/10 characters/);
});

test('the byte limit stops a wall of combined emoji before the character limit does', () => {
  const count = countForBluesky('👩‍👩‍👧‍👦'.repeat(130));
  expect(count.remaining).toBeGreaterThan(0);
  expect(count.problem).toMatch(/emoji/);
});

test('no text is no problem of length', () => {
  expect(countForBluesky('')).toEqual({ graphemes: 0, bytes: 0, remaining: 300, problem: null });
});

test('graphemes never outnumber bytes, and adding text never gives characters back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme-ascii' }), (text, more) => {
      const one = countForBluesky(text);
      expect(one.graphemes).toBeLessThanOrEqual(one.bytes);
      expect(countForBluesky(text + more).remaining).toBeLessThanOrEqual(one.remaining);
    }),
    { numRuns: 100 },
  );
});
