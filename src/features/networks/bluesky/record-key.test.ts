import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordKeyAt } from './record-key.ts';

describe('record keys', () => {
  it('are timestamp identifiers as the specification writes them', () => {
    // atproto.com/specs/tid: first character 2–7 or a–j, then twelve of the alphabet.
    const shape = /^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/;
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true }),
        fc.double({ min: 0, max: 0.999999, noNaN: true }),
        (now, random) => {
          expect(recordKeyAt(now, random)).toMatch(shape);
        },
      ),
    );
  });

  it('sort by time whatever the chance', () => {
    const earlier = recordKeyAt(new Date('2026-05-04T09:00:00.000Z'), 0.999_999);
    const later = recordKeyAt(new Date('2026-05-04T09:00:00.001Z'), 0);
    expect(earlier < later).toBe(true);
  });

  it('differ within a millisecond', () => {
    const now = new Date('2026-05-04T09:00:00Z');
    const keys = new Set(Array.from({ length: 1000 }, (_, index) => recordKeyAt(now, index / 1000)));
    expect(keys.size).toBe(1000);
  });
});
