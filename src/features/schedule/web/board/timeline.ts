import { type Day, daysBetween } from '../../../../web/zoned-time.ts';
import type { Chip } from './rows.ts';

/** The hours of a day that a timeline shows; an hour of 24 and more is the next day's. */
export interface Hours {
  readonly from: number;
  readonly to: number;
}

/** A chip's place in a timeline, in percent, and in which of the lines below each other. */
export interface Bar {
  readonly chip: Chip;
  readonly left: number;
  readonly width: number;
  readonly lane: number;
}

/** Hours from the beginning of a day: 30 is six o'clock on the next. */
function hourOn(day: Day, local: string): number {
  const [hours, minutes] = [Number(local.slice(11, 13)), Number(local.slice(14, 16))];
  return daysBetween(day, local.slice(0, 10)) * 24 + hours + minutes / 60;
}

/** From the hour in which the first shift begins to the one in which the last ends; the usual day where there are none. */
export function hoursOf(day: Day, chips: readonly Chip[]): Hours {
  if (chips.length === 0) return { from: 6, to: 22 };
  const starts = chips.map(({ shift }) => hourOn(day, shift.localStart));
  const ends = chips.map(({ shift }) => hourOn(day, shift.localEnd));
  return { from: Math.floor(Math.min(...starts)), to: Math.ceil(Math.max(...ends)) };
}

/** Bars of the chips of one line: those that overlap are put below each other. */
export function barsOf(day: Day, chips: readonly Chip[], hours: Hours): readonly Bar[] {
  const ends: number[] = [];
  const span = hours.to - hours.from;
  return chips.map((chip) => {
    const [start, end] = [hourOn(day, chip.shift.localStart), hourOn(day, chip.shift.localEnd)];
    const free = ends.findIndex((last) => last <= start);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = end;
    return { chip, lane, left: ((start - hours.from) / span) * 100, width: ((end - start) / span) * 100 };
  });
}

/** "06", "00" for the midnight after. */
export function hourName(hour: number): string {
  return String(hour % 24).padStart(2, '0');
}

/** The hours of a timeline, one after the other. */
export function hourList({ from, to }: Hours): readonly number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}
