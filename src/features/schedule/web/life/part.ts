import { addDays } from '../../../../web/zoned-time.ts';

/** A part of a shift, as local times `2026-03-02T09:00`. */
export interface Part {
  readonly from: string;
  readonly to: string;
}

interface LocalSpan {
  readonly localStart: string;
  readonly localEnd: string;
}

/**
 * The part of a shift between two times of the clock, which may lie beyond midnight.
 * @returns a sentence where it is no part of the shift
 */
export function partOf({ localStart, localEnd }: LocalSpan, from: string, to: string): Part | string {
  const at = (time: string, notBefore: string) => {
    const day = notBefore.slice(0, 10);
    const sameDay = `${day}T${time}`;
    return sameDay < notBefore ? `${addDays(day, 1)}T${time}` : sameDay;
  };
  if (!(isTime(from) && isTime(to))) return 'Say from when until when.';
  const start = at(from, localStart);
  const end = at(to, start);
  if (end === start) return 'It ends when it begins.';
  if (start > localEnd || end > localEnd) return `The shift is from ${localStart.slice(11)} to ${localEnd.slice(11)}.`;
  if (!(isQuarter(from) && isQuarter(to))) return 'Parts begin and end at quarter hours.';
  return start === localStart && end === localEnd ? 'This is all of the shift.' : { from: start, to: end };
}

/** A part to begin with: the first half of a shift, to the quarter hour before. */
export function firstHalf({ localStart, localEnd }: LocalSpan): { readonly from: string; readonly to: string } {
  const [start, end] = [Date.parse(`${localStart}Z`), Date.parse(`${localEnd}Z`)];
  const quarter = 900_000;
  const middle = Math.floor((start + end) / 2 / quarter) * quarter;
  return {
    from: localStart.slice(11, 16),
    to: new Date(Math.max(middle, start + quarter)).toISOString().slice(11, 16),
  };
}

const isTime = (time: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
const isQuarter = (time: string) => Number(time.slice(3)) % 15 === 0;
