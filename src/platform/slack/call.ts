import {
  type Logger,
  LogLevel,
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  WebClient,
} from '@slack/web-api';
import type { z } from 'zod';
import { EgressRefused, nothingWasSent } from '../egress/index.ts';
import { failure, failureOf, type SlackFailure, type SlackResult } from './failures.ts';
import { type UseName, uses } from './methods.ts';
import { RateLimitedWithoutTime, type SlackFetch } from './slack-fetch.ts';

/** How to reach the Web API. */
export interface SlackApi {
  /** With a slash at the end. */
  readonly apiUrl: string;
  readonly fetch: SlackFetch;
}

export interface Credentials {
  /** The value of the Authorization header. */
  readonly authorization: string;
}

export interface CallOptions {
  readonly timeoutMs: number;
}

/**
 * Says nothing: at DEBUG the SDK writes the client secret and the code of an installation in clear, and its warnings
 * repeat parts of answers. Failures reach us as values, and we log their codes.
 */
const silentLogger: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};

/** Seconds to wait when Slack does not say. */
const defaultWait = 30;

/**
 * One call to the Web API, without retries: a person waits at the other end, or a job that knows better when to retry.
 * @param answer the part of the answer that we use; everything else is dropped here and never enters the program
 */
export async function callSlack<T extends object>(
  api: SlackApi,
  credentials: Credentials,
  use: UseName,
  args: Readonly<Record<string, unknown>>,
  answer: z.ZodType<T>,
  options: CallOptions,
): Promise<SlackResult<T>> {
  const once = 'once' in uses[use];
  const client = new WebClient(undefined, {
    slackApiUrl: api.apiUrl,
    allowAbsoluteUrls: false,
    fetch: (url, init) => api.fetch(url, init),
    headers: { Authorization: credentials.authorization },
    logger: silentLogger,
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
    timeout: options.timeoutMs,
  });
  try {
    const parsed = answer.safeParse(await client.apiCall(uses[use].method, { ...args }));
    if (!parsed.success) return failure(once ? 'unknown_outcome' : 'rejected', { slackCode: 'unreadable' });
    return { ok: true, ...parsed.data };
  } catch (error) {
    return failureFrom(error, once);
  }
}

function failureFrom(error: unknown, once: boolean): SlackFailure {
  if (error instanceof WebAPIPlatformError) return failureOf(error.data.error, once);
  if (error instanceof WebAPIRateLimitedError) return failure('ratelimited', { retryAfter: error.retryAfter });
  if (error instanceof WebAPIHTTPError)
    return failure(once ? 'unknown_outcome' : 'unreachable', { slackCode: `http_${error.statusCode}` });
  if (!(error instanceof WebAPIRequestError)) throw error;
  return networkFailure(error.original, once);
}

/**
 * What a failed `fetch` means.
 * @param once whether the call must not be repeated without looking
 */
export function networkFailure(error: unknown, once: boolean): SlackFailure {
  if (error instanceof RateLimitedWithoutTime) return failure('ratelimited', { retryAfter: defaultWait });
  if (!(error instanceof EgressRefused)) return failure(once ? 'unknown_outcome' : 'unreachable');
  if (error.reason === 'origin') return failure('not_allowed_address');
  const certain = !once || nothingWasSent(error.reason);
  return failure(certain ? 'unreachable' : 'unknown_outcome', { slackCode: error.reason });
}
