/**
 * A request's one reminder: posted under its message some hours before it ends, and at most once under each message. It
 * waits for its moment until then. Moved with the end, it waits for another; once posted, or once nobody knows whether it
 * was, no edit brings another. The end, a recall and a message that is gone all come before it: nothing is posted then.
 */

const hourInMs = 3_600_000;
/** A reminder right after the message reminds nobody. */
const leastBefore = hourInMs;
/** Work may begin a little late; it is to be done before a quiet time begins all the same. */
const ahead = 5 * 60_000;

/** Longest time before the end, in hours: a week. */
export const mostReminderHours = 168;

/** Of a request, what its reminder goes by. */
interface Reminded {
  readonly endsAt?: string | null | undefined;
  readonly reminderHours?: number | null | undefined;
}

/** A time in which nothing is posted to channels: from its beginning up to its end. */
export interface QuietSpan {
  readonly from: Date;
  readonly to: Date;
}

/** The quiet time in which a moment lies; null where it lies in none. */
export type QuietAt = (moment: Date) => QuietSpan | null;

/** What keeps a request from having its reminder, as a sentence for the publisher; null for nothing. @param starts when it goes out */
export function reminderProblem({ endsAt, reminderHours }: Reminded, starts: Date): string | null {
  if (!reminderHours) return null;
  if (!endsAt) return 'A reminder comes before the end. Choose when the request ends, or take the reminder away.';
  const at = Date.parse(endsAt) - reminderHours * hourInMs;
  if (at >= starts.getTime() + leastBefore) return null;
  return `${inHours(reminderHours)} before the end is too early for a reminder: the request has to be out for an hour by then. Choose fewer hours, or a later end.`;
}

/**
 * When a request's reminder is to go out. In a quiet time it comes before that, as late as may be, or else after it where
 * that is still before the end.
 * @param starts when the request goes out, or went
 * @returns null where it has none, or no moment is left for it
 */
export function reminderMoment({ endsAt, reminderHours }: Reminded, starts: Date, quietAt: QuietAt): Date | null {
  if (!reminderHours || !endsAt) return null;
  const ends = new Date(endsAt);
  const wanted = new Date(ends.getTime() - reminderHours * hourInMs);
  const quiet = quietAt(wanted);
  if (quiet === null) return wanted;
  const before = new Date(quiet.from.getTime() - ahead);
  if (before.getTime() >= starts.getTime() + leastBefore && quietAt(before) === null) return before;
  return afterQuiet(quiet, ends, quietAt);
}

/** The first moment after a quiet time; null where the end comes sooner. */
export function afterQuiet(quiet: QuietSpan, ends: Date, quietAt: QuietAt): Date | null {
  return quiet.to < ends && quietAt(quiet.to) === null ? quiet.to : null;
}

function inHours(hours: number): string {
  if (hours % 24 === 0) return hours === 24 ? 'A day' : `${hours / 24} days`;
  return hours === 1 ? 'An hour' : `${hours} hours`;
}
