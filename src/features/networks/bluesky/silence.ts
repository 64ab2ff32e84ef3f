import { FetchRequestError, FetchResponseError } from '@atproto/oauth-client-node';
import { EgressRefused } from '../../../platform/egress/index.ts';

/** Whether an error of the OAuth library comes from a server that did not answer, rather than from its answer. */
export function isSilence(error: unknown): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof FetchResponseError) return cause.statusCode >= 500 || cause.statusCode === 429;
    if (cause instanceof FetchRequestError) return true;
    if (cause.name === 'TimeoutError' || cause.name === 'AbortError') return true;
    if (cause instanceof EgressRefused) return true;
  }
  return false;
}
