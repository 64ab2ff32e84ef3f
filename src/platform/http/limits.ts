import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** So many calls in so many seconds. The name separates counters: two limits never share one. */
export type Limit = { readonly name: string; readonly points: number; readonly seconds: number };

export type Admission =
  | { readonly ok: true /** Where it is counted in memory. */; readonly left?: Left }
  | { readonly ok: false; readonly retryAfter: number };

/** Calls that are left until the window ends, in so many seconds. */
export type Left = { readonly points: number; readonly seconds: number };

/** Counters of who has called how often. */
export type Limits = {
  /** Takes one point of `key`; says after how many seconds to come back when there is none left. */
  consume(limit: Limit, key: string): Promise<Admission>;
};

/** Counters in this process' memory. */
export type LocalLimits = Limits & {
  /** Counts what other processes have let through. */
  add(limit: Limit, key: string, points: number): Promise<void>;
};

/** An office behind one address shares this; one person clicking fast stays far below. */
export const addressLimit: Limit = { name: 'address', points: 1_200, seconds: 60 };
export const accountLimit: Limit = { name: 'account', points: 600, seconds: 60 };
/** Of one API key: a program that syncs or posts stays far below, one that runs wild is stopped early. */
export const keyLimit: Limit = { name: 'api_key', points: 300, seconds: 60 };
/** Wrong API keys from one address: nobody guesses 256 bits, but nobody needs to try for long either. */
export const keyGuessLimit: Limit = { name: 'api_key_guess', points: 60, seconds: 900 };
/** Slack sends a workspace's events from few addresses, and signs them; this only stops floods. */
export const webhookLimit: Limit = { name: 'webhook', points: 12_000, seconds: 60 };

/** Opens counters of this process alone. `factor` multiplies every limit (benchmarks, tests that flood). */
export function createLimits(factor = 1): LocalLimits {
  const limiters = new Map<string, RateLimiterMemory>();
  const limiterOf = (limit: Limit): RateLimiterMemory => {
    const existing = limiters.get(limit.name);
    if (existing) return existing;
    const made = new RateLimiterMemory({
      keyPrefix: limit.name,
      points: limit.points * factor,
      duration: limit.seconds,
    });
    limiters.set(limit.name, made);
    return made;
  };
  return {
    async consume(limit, key) {
      try {
        const { remainingPoints: points, msBeforeNext } = await limiterOf(limit).consume(key);
        return { ok: true, left: { points, seconds: Math.max(1, Math.ceil(msBeforeNext / 1_000)) } };
      } catch (refusal) {
        // The library rejects with its result when the points are used up; anything else is a bug.
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return { ok: false, retryAfter: Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000)) };
      }
    },
    async add(limit, key, points) {
      await limiterOf(limit).penalty(key, points);
    },
  };
}
