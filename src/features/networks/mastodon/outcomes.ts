import { z } from 'zod';
import type { Later, PostOutcome } from '../network.ts';
import { type Answer, boundedWait, type Reply, retryAfterOf } from '../reply.ts';

const errorSchema = z.object({ error: z.string() });
const retrySeconds = 60;

/**
 * What an answer that is not the post means. A 5xx, or a success or a redirect without a post in it, may come after the
 * post was written, so it is unknown, not failed.
 */
export function outcomeOfPost(answer: Reply, now: Date): PostOutcome {
  if (answer.kind === 'silent')
    return answer.sent ? { kind: 'unknown' } : { kind: 'later', afterSeconds: retrySeconds };
  if (answer.status >= 500 || answer.status < 400) return { kind: 'unknown' };
  return outcomeOfRefusal(answer, now);
}

/** What a refusal before anything was published means: nothing is out, so trying again later is safe. */
export function outcomeOfUpload(answer: Reply, now: Date): PostOutcome {
  if (answer.kind === 'silent' || answer.status >= 500 || answer.status < 400) return later(answer, now);
  return outcomeOfRefusal(answer, now);
}

/** When to come again. */
export function later(answer: Reply, now: Date): Later {
  return { kind: 'later', afterSeconds: answer.kind === 'answered' ? waitOf(answer.headers, now) : retrySeconds };
}

function outcomeOfRefusal(answer: Answer, now: Date): PostOutcome {
  const { status } = answer;
  const said = wordsOf(answer.body);
  if (status === 429) return later(answer, now);
  // Nothing renews a token here: one that is not taken, or lacks a right, needs the person.
  if (status === 401 || lacksRight(answer)) return { kind: 'reconnect' };
  if (status === 403) {
    const sentence = `Your Mastodon server lets this account not post right now.${quote(said)}`;
    return { kind: 'rejected', reason: 'account', sentence };
  }
  if (status === 413) {
    return {
      kind: 'rejected',
      reason: 'too_big',
      sentence: 'Your Mastodon server finds the picture or video too big.',
    };
  }
  return {
    kind: 'rejected',
    reason: 'refused',
    sentence: `Your Mastodon server did not take this post.${quote(said)}`,
  };
}

/** Whether the token lacks the right for what was asked, by the server's words or where it says nothing. */
export function lacksRight({ status, body }: Answer): boolean {
  const said = wordsOf(body);
  return status === 403 && (said === '' || /scope/i.test(said));
}

const quote = (said: string) => (said === '' ? '' : ` It says: ${said}`);

/** What the server says, in one line; it is shown to the person, never logged. */
function wordsOf(body: unknown): string {
  const parsed = errorSchema.safeParse(body);
  return parsed.success
    ? parsed.data.error
        .replace(/[\s\p{C}]+/gu, ' ')
        .trim()
        .slice(0, 200)
    : '';
}

/** Seconds to wait: Retry-After, or X-RateLimit-Reset, which is a time in ISO 8601 here, not a number. */
function waitOf(headers: Headers, now: Date): number {
  const reset = (Date.parse(headers.get('x-ratelimit-reset') ?? '') - now.getTime()) / 1000;
  return retryAfterOf(headers, now.getTime()) ?? (Number.isFinite(reset) ? boundedWait(reset) : retrySeconds);
}
