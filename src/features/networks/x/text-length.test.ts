import { describe, expect, it } from 'vitest';
import { countCashtags, weighText } from './text-length.ts';

describe('length on X', () => {
  // https://docs.x.com/fundamentals/counting-characters
  it.each([
    ['', 0],
    ['Grüße', 5],
    ['cafe\u0301', 4],
    ['日本語', 6],
    ['👩‍👩‍👧‍👦', 2],
    ['🏳️‍🌈🏳️‍🌈', 4],
    ['https://go.example.com/l/abcdefghijkl', 23],
    ['See https://go.example.com/l/abcdefghijkl!', 28],
    ['example.com', 23],
    ['שלום', 4],
  ])('%j weighs %i', (text, weight) => {
    expect(weighText(text)).toBe(weight);
  });

  it('takes no time by the square of the text', () => {
    const started = performance.now();
    expect(weighText('a.'.repeat(50_000))).toBeGreaterThan(280);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('counts tags of shares, not prices', () => {
    expect(countCashtags('$ACME, $BETA: $5 or US$7')).toBe(2);
  });
});
