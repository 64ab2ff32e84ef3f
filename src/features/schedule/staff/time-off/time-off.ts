import { dateOf, dayMinutes, dayOf, minuteOfDay, wall, wallOf } from '../../calendar/local.ts';
import type { Problem } from '../../calendar/series.ts';

export const requestStates = ['asked', 'approved', 'declined', 'withdrawn'] as const;
export type RequestState = (typeof requestStates)[number];

/** An absence that somebody asks for. Note and reason stand apart, sealed. */
export interface TimeOff {
  readonly id: string;
  readonly personId: string;
  readonly kindId: string;
  readonly zone: string;
  /** On the clock on the wall of the zone, `2026-03-02T00:00`. */
  readonly from: string;
  readonly to: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** What it takes from the balance. */
  readonly minutes: number;
  readonly state: RequestState;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

const longestDays = 366;

/** What is wrong with the times of a request; null if nothing is. */
export function timesProblem(from: string, to: string): Problem | null {
  const [start, end] = [wallOf(from), wallOf(to)];
  const notATime = 'This is not a date and time between 2000 and 2199.';
  if (start === null) return { field: 'from', sentence: notATime };
  if (end === null) return { field: 'to', sentence: notATime };
  if (end <= start) return { field: 'to', sentence: 'It ends before it begins.' };
  if (end - start > longestDays * dayMinutes)
    return { field: 'to', sentence: 'At most a year can be asked for at once.' };
  return null;
}

/**
 * What an absence takes from a balance, in minutes: on each day that counts what is off of it, at most a whole day's.
 * @param dayLength minutes that a whole day off takes
 * @param counts whether a day (`2026-03-02`) is one of work: no weekend, no holiday
 */
export function minutesOff(from: string, to: string, dayLength: number, counts: (day: string) => boolean): number {
  const [start, end] = [wall(from), wall(to)];
  let minutes = 0;
  for (let day = dayOf(start); day * dayMinutes < end; day += 1) {
    if (!counts(dateOf(day))) continue;
    const begins = day === dayOf(start) ? minuteOfDay(start) : 0;
    const ends = Math.min(dayMinutes, end - day * dayMinutes);
    minutes += Math.min(dayLength, ends - begins);
  }
  return minutes;
}

/** What is done to a request. */
export type Decision = 'approve' | 'decline' | 'withdraw';

const after: { readonly [Act in Decision]: RequestState } = {
  approve: 'approved',
  decline: 'declined',
  withdraw: 'withdrawn',
};

/** The state that an act leads to; null where the request is in none from which it could. */
export function stateAfter(state: RequestState, decision: Decision): RequestState | null {
  const isOpen = state === 'asked' || (state === 'approved' && decision === 'withdraw');
  return isOpen ? after[decision] : null;
}
