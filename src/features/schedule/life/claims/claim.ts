import type { Span } from '../../calendar/spans.ts';
import { type Assignment, missingOf, openPart, type PlannedShift } from '../../plan/plan.ts';
import type { PublishedShift } from '../../plan/publishing/store.ts';

/**
 * Somebody would like to have an open shift. Where the first one has it, the claim is `given` as it is made. Where a scheduler
 * picks, it is `asked` until it is `given`, `refused`, `withdrawn`, or `ended` as the shift was filled, taken out, or began.
 */
export interface Claim {
  readonly id: string;
  readonly shiftId: string;
  readonly personId: string;
  readonly state: 'asked' | 'given' | 'withdrawn' | 'refused' | 'ended';
  readonly askedAt: Date;
}

/** What is free of a shift. */
export interface Free {
  readonly span: Span;
  readonly missing: number;
}

/**
 * What of a shift can be claimed; null: nothing. A place counts as taken by who has it in the plan, and by who was told to
 * have it and has not been told otherwise.
 */
export function freeOf(
  shift: PlannedShift,
  assigned: readonly Assignment[],
  told: readonly PublishedShift[],
): Free | null {
  if (shift.cancelled) return null;
  const isPlanned = (one: PublishedShift) =>
    assigned.some(({ personId, start, end }) => personId === one.personId && start <= one.start && end >= one.end);
  const taken = [...assigned, ...told.filter((one) => !isPlanned(one))];
  const missing = missingOf(shift, taken);
  return missing === 0 ? null : { span: openPart(shift, taken), missing };
}
