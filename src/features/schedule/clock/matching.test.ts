import { describe, expect, it } from 'vitest';
import { forgottenFrom, shiftAt, shiftWithin } from './matching.ts';

const hour = 60;
const early = { name: 'early', start: 9 * hour, end: 14 * hour };
const late = { name: 'late', start: 14 * hour, end: 19 * hour };
const at = (time: number) => shiftAt([late, early], time * hour)?.name ?? null;

describe('clocking in', () => {
  it.each([
    [6.9, null],
    [7, 'early'],
    [9, 'early'],
    [12.5, 'early'],
    // A quarter of an hour before the end, who comes now comes for the next.
    [13.75, 'early'],
    [13.8, 'late'],
    [18.9, 'late'],
    [19, null],
  ])('at %d is for the shift: %s', (time, name) => expect(at(time)).toBe(name));

  it('shortly before the end of the last one is for it still', () => {
    expect(shiftAt([early], 13.9 * hour)?.name).toBe('early');
  });
});

describe('a stretch of work', () => {
  it('was for the shift of which it covers most, and for none that it only touches', () => {
    expect(shiftWithin([early, late], { start: 13 * hour, end: 18 * hour })).toBe(late);
    expect(shiftWithin([early], { start: 14 * hour, end: 15 * hour })).toBeNull();
  });
});

describe('a clock that still runs', () => {
  it('is pointed out two hours after the shift, or twelve after unplanned work began', () => {
    expect(forgottenFrom(9 * hour, early)).toBe(16 * hour);
    expect(forgottenFrom(9 * hour, null)).toBe(21 * hour);
  });
});
