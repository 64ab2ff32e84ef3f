import type { Role } from '../platform/policy/index.ts';

/** What a reviewed line says of a route for members; everything else about it is generated. */
export interface Expected {
  readonly may: readonly Role[];
  /**
   * What is sent where the least that fits the route's own schema is not enough to succeed; `$location`, `$kind`
   * (of time off), `$campaign` and `$employee` are ids of such, `$me` that of whoever asks.
   */
  readonly body?: unknown;
  /** What is asked for behind the path. */
  readonly query?: string;
  /** Answers of somebody allowed besides 2xx: the thing is there and theirs, but not in the state for this act. */
  readonly business?: readonly number[];
  /** The thing belongs to one person: each role is tried with one of their own. */
  readonly own?: true;
  /** Takes away what other routes stand on, so it is tried last. */
  readonly last?: true;
}
