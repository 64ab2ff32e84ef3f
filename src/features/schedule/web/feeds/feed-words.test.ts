import { expect, it } from 'vitest';
import { feedWords } from './feed-words.ts';

it('says when an address was made, and whether a program reads it', () => {
  const madeAt = '2026-03-02T09:00:00Z';
  expect(feedWords({ madeAt, readAt: null })).toBe(
    'There is an address, made on 2 March 2026, not read by any program yet.',
  );
  expect(feedWords({ madeAt, readAt: '2026-03-05T12:00:00Z' })).toMatch(/last read about 5 March at \d\d:00\.$/);
});
