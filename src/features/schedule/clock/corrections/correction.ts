import type { Problem } from '../../calendar/series.ts';
import type { Break } from '../entry.ts';

export const correctionKinds = ['add', 'change', 'remove'] as const;
export type CorrectionKind = (typeof correctionKinds)[number];
export const correctionStates = ['asked', 'approved', 'declined', 'withdrawn'] as const;
export type CorrectionState = (typeof correctionStates)[number];

/** What somebody says they worked instead. Times are minutes since 1970; what is to go has those that it has. */
export interface WantedWork {
  readonly start: number;
  readonly end: number;
  readonly breaks: readonly (Break & { readonly end: number })[];
}

const longest = 36 * 60;
const oldest = 366 * 24 * 60;

/** What is wrong with times of work; null if nothing is. */
export function workProblem({ start, end, breaks }: WantedWork, now: number): Problem | null {
  if (end <= start) return { field: 'to', sentence: 'It ends before it begins.' };
  if (end > now) return { field: 'to', sentence: 'This is yet to come. What is over can be corrected.' };
  if (end - start > longest) return { field: 'to', sentence: 'At most 36 hours are one entry. Make two of it.' };
  if (start < now - oldest) return { field: 'from', sentence: 'This is more than a year ago.' };
  return breaksProblem({ start, end, breaks });
}

function breaksProblem({ start, end, breaks }: WantedWork): Problem | null {
  let after = start;
  for (const one of breaks) {
    if (one.end <= one.start) return { field: 'breaks', sentence: 'A break ends before it begins.' };
    if (one.start < start || one.end > end)
      return { field: 'breaks', sentence: 'A break lies outside the time that was worked.' };
    if (one.start < after) return { field: 'breaks', sentence: 'Two breaks overlap. Make one of them.' };
    after = one.end;
  }
  return null;
}

/** What is done to a correction that was asked for. */
export type Verdict = 'approve' | 'decline' | 'withdraw';

export const stateAfter: { readonly [Act in Verdict]: CorrectionState } = {
  approve: 'approved',
  decline: 'declined',
  withdraw: 'withdrawn',
};
