const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long to wait after each try that failed: first for a restart, then for somebody who mends it. 47 hours in all. */
const waits = [10_000, minute, 10 * minute, hour, 4 * hour, 14 * hour, 28 * hour];

/** Tries of a delivery before it counts as failed. */
export const mostTries = waits.length + 1;

/** An end-point at which nothing has arrived for so long is paused. Milliseconds. */
export const failingTooLongMs = 5 * day;

/** The longest that an end-point can ask us to stay away. */
const longestWish = day;

/**
 * When to try again, in milliseconds.
 * @param failed how many tries of this round have failed, from 1 on
 * @param chance 0 to 1: spreads what failed together over a fifth of the time
 * @param wishMs what the end-point asked for itself
 */
export function waitAfter(failed: number, chance: number, wishMs: number | null): number {
  const usual = (waits[Math.min(failed, waits.length) - 1] ?? day) * (0.9 + 0.2 * chance);
  return Math.round(Math.max(usual, Math.min(wishMs ?? 0, longestWish)));
}

/** What `Retry-After` asks for (RFC 9110 section 10.2.3), seconds or a date, in milliseconds; null where it says nothing. */
export function retryAfterMs(header: string | null, now: Date): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1_000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
