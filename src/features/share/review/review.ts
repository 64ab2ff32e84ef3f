import { isDeepStrictEqual } from 'node:util';
import type { Draft, ShareRequest } from '../request.ts';

/**
 * Where the organisation requires approval, nothing goes out that nobody but its composers has seen. A publisher
 * composes a draft and sends it for review, with the time at which it shall go out or without one. In review, somebody
 * who may approve, and who neither wrote nor changed nor submitted it, approves it or asks for changes; either needs the
 * very revision that was looked at. Asked for changes, with words, it is a draft again. Approved with a time, it
 * is scheduled at once, and goes out at once where that time has passed meanwhile; without one it waits as approved
 * until a publisher sends it. In review it can be moved to another time: it stays there, and who decides is told. Until then a publisher may withdraw it, which makes it a draft.
 *
 * An approval is of one revision. Whoever changes more than the end or the reminder of a request that is in review, approved or
 * scheduled makes it a draft that needs a review of its own; moving it to another time changes nothing that was approved.
 * Of a request that is open no more than these can be changed.
 *
 * When approval becomes required, what is scheduled stays so, as approved; drafts need a review from then on. When it
 * is required no more, requests in review and approved ones are drafts, which anybody may send.
 */
export const approvalChoices = ['off', 'required'] as const;
export type Approvals = (typeof approvalChoices)[number];

/** What became of a request on its way to approval. */
export const reviewSteps = [
  'submitted',
  'approved',
  'changes_asked',
  'withdrawn',
  'edited',
  'switched_on',
  'switched_off',
] as const;
export type ReviewStep = (typeof reviewSteps)[number];

export interface ReviewEntry {
  readonly id: string;
  readonly what: ReviewStep;
  readonly personId: string;
  readonly words: string | null;
  readonly sendAt: Date | null;
  readonly revision: number;
  readonly at: Date;
}

/** Whether a change needs the eyes of whoever approves: all but the end date and the reminder is read by somebody, or leads somewhere. */
export function changesContent(before: Draft, after: Draft): boolean {
  const content = ({ endsAt: _, reminderHours: __, ...rest }: Draft): unknown => withoutNothing(rest);
  return !isDeepStrictEqual(content(before), content(after));
}

/** What is absent, null or undefined says the same: the database gives some of them back as another. */
function withoutNothing(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNothing);
  if (typeof value !== 'object' || value === null) return value;
  const told = Object.entries(value).filter(([, part]) => part !== null && part !== undefined && part !== '');
  return Object.fromEntries(told.map(([name, part]) => [name, withoutNothing(part)]));
}

/** Whether what a request says now is what somebody approved. */
export function isApproved({
  approvedRevision,
  revision,
}: Pick<ShareRequest, 'approvedRevision' | 'revision'>): boolean {
  return approvedRevision === revision;
}

/** What an edit does to a request where approval is required; null where it changes nothing that was approved. */
export function editUnderReview(
  before: Pick<ShareRequest, 'state' | 'draft'>,
  after: Draft,
): 'back_to_draft' | 'refused' | null {
  // What is in review is looked at as a whole.
  const sameEnd = before.state !== 'in_review' || endsAlike(before.draft, after);
  if (before.state === 'draft' || (sameEnd && !changesContent(before.draft, after))) return null;
  return before.state === 'open' ? 'refused' : 'back_to_draft';
}

/** Whether two drafts end at the same time, and remind of it so. */
const endsAlike = (before: Draft, after: Draft) =>
  timeOf(before.endsAt) === timeOf(after.endsAt) && (before.reminderHours ?? 0) === (after.reminderHours ?? 0);

const timeOf = (at: string | null | undefined) => (at ? Date.parse(at) : null);

/** The review that a request is in: what was submitted last. */
export function submissionOf(entries: readonly ReviewEntry[]): ReviewEntry | undefined {
  return entries.findLast(({ what }) => what === 'submitted');
}
