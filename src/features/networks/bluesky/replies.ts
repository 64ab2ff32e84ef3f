import { z } from 'zod';
import type { Later, PostOutcome } from '../network.ts';
import { neverArrived, parseJson } from '../reply.ts';

/** What became of a request to a Bluesky server. `silent`: no answer; `sent` tells whether it may have arrived. */
export type Reply =
  | { readonly kind: 'ok'; readonly body: unknown }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly error: string;
      readonly message: string;
      readonly afterSeconds: number;
      readonly forEverybody: boolean;
    }
  | { readonly kind: 'silent'; readonly sent: boolean };

const errorSchema = z.object({ error: z.string().default(''), message: z.string().default('') });
const retrySeconds = 60;

/** Sends one request and reads its answer; never throws for what a network can do. */
export async function ask(send: () => Promise<Response>): Promise<Reply> {
  let response: Response;
  let text: string;
  try {
    response = await send();
    text = await response.text();
  } catch (error) {
    return { kind: 'silent', sent: !neverArrived(error) };
  }
  const body = parseJson(text);
  if (response.ok) return { kind: 'ok', body };
  const parsed = errorSchema.safeParse(body);
  const { error, message } = parsed.success ? parsed.data : { error: '', message: '' };
  const afterSeconds = waitOf(response.headers, Date.now());
  const forEverybody = response.status === 429 && isOfAddress(response.headers);
  return { kind: 'refused', status: response.status, error, message, afterSeconds, forEverybody };
}

/**
 * What a refusal to create a record means. A 5xx may come after the record was written (a second create with the same
 * key answers 500), so it is unknown, not failed.
 */
export function outcomeOfCreate(reply: Exclude<Reply, { kind: 'ok' }>): PostOutcome {
  if (reply.kind === 'silent') return reply.sent ? { kind: 'unknown' } : { kind: 'later', afterSeconds: retrySeconds };
  if (reply.status >= 500) return { kind: 'unknown' };
  return outcomeOfRefusal(reply);
}

/** What a refusal before anything was published means: nothing is out, so trying again later is safe. */
export function outcomeOfUpload(reply: Exclude<Reply, { kind: 'ok' }>): PostOutcome {
  if (reply.kind === 'silent' || reply.status >= 500) return { kind: 'later', afterSeconds: retrySeconds };
  return outcomeOfRefusal(reply);
}

export function laterAfter(reply: Exclude<Reply, { kind: 'ok' }>): Later {
  return { kind: 'later', afterSeconds: reply.kind === 'refused' ? reply.afterSeconds : retrySeconds };
}

function outcomeOfRefusal(reply: Extract<Reply, { kind: 'refused' }>): PostOutcome {
  const { status, error, message, afterSeconds, forEverybody } = reply;
  if (status === 429) return { kind: 'later', afterSeconds, ...(forEverybody ? { forEverybody } : {}) };
  if (status === 403 && error === 'ScopeMissingError') return { kind: 'reconnect' };
  if (accountProblems.has(error)) {
    return { kind: 'rejected', reason: 'account', sentence: 'Bluesky says that this account may not post right now.' };
  }
  // The server answers 400 to a token it cannot read and 401 to one it can but won't have.
  if (status === 401 || error === 'InvalidToken' || error === 'ExpiredToken') return { kind: 'stale' };
  const said = message ? ` It says: ${message.slice(0, 200)}` : '';
  return { kind: 'rejected', reason: 'refused', sentence: `Bluesky did not take this post.${said}` };
}

const accountProblems = new Set([
  'AccountTakedown',
  'AccountSuspended',
  'AccountDeactivated',
  'RepoTakendown',
  'RepoDeactivated',
]);

/** Seconds to wait: Retry-After, or `ratelimit-reset` (epoch seconds) as Bluesky's servers send it. */
function waitOf(headers: Headers, nowMs: number): number {
  const wait = Number(headers.get('retry-after') ?? Number.NaN);
  const reset = Number(headers.get('ratelimit-reset') ?? Number.NaN) - nowMs / 1000;
  const seconds = Number.isFinite(wait) ? wait : reset;
  return Number.isFinite(seconds) ? Math.min(Math.max(Math.ceil(seconds), 1), 86_400) : retrySeconds;
}

/**
 * Whether a limit is that of our address (3,000 requests in five minutes) and not of one account (points in an hour and a
 * day): the policy's window tells. https://docs.bsky.app/docs/advanced-guides/rate-limits
 */
function isOfAddress(headers: Headers): boolean {
  return /;\s*w=300\b/.test(headers.get('ratelimit-policy') ?? '');
}
