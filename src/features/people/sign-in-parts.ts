import type { Limits } from '../../platform/http/index.ts';

/** What the routes of signing in, and those that ask for a proof again, are given beside the context. */
export type SignInParts = {
  readonly limits: Limits;
  /** For tests, which need not wait. */
  readonly answerAfterMs?: number;
};
