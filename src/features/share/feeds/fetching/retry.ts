import { dayInMs } from '../feed.ts';

const longestWish = 7 * dayInMs;

/** What a server asks for in Retry-After (RFC 9110, 10.2.3): seconds or a date. Milliseconds, at most a week; null where it asks nothing. */
export function retryAfter(header: string | null, now: Date): number | null {
  const text = header?.trim() ?? '';
  const wished = /^\d{1,12}$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now.getTime();
  return Number.isNaN(wished) ? null : Math.min(longestWish, Math.max(0, wished));
}

/**
 * How long to leave a feed alone that has failed: twice as long each time, up to a day, and never less than its server asked for.
 * @param failures in a row, this one included
 */
export function pauseAfter(intervalMinutes: number, failures: number, wishedMs: number | null): number {
  const interval = intervalMinutes * 60_000;
  const doubled = Math.min(dayInMs, interval * 2 ** Math.min(failures, 20));
  return Math.max(interval, doubled, wishedMs ?? 0);
}
