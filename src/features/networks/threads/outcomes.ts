import { z } from 'zod';
import type { PostOutcome } from '../network.ts';
import { type Reply, retryAfterOf } from '../reply.ts';

const errorSchema = z.object({
  error: z.object({
    message: z.string().default(''),
    code: z.number().default(0),
    error_subcode: z.number().optional(),
    error_user_msg: z.string().optional(),
    is_transient: z.boolean().default(false),
  }),
});

/** What Meta's error object says (https://developers.facebook.com/docs/graph-api/guides/error-handling). */
export interface GraphError {
  readonly code: number;
  readonly subcode: number | null;
  readonly isTransient: boolean;
  /** In the words for people, where it has such. */
  readonly said: string;
}

/** The error in an answer; null where it is none of Meta's. */
export function errorOf(answer: Reply): GraphError | null {
  const parsed = answer.kind === 'answered' ? errorSchema.safeParse(answer.body) : null;
  if (!parsed?.success) return null;
  const { code, error_subcode: subcode = null, is_transient: isTransient, message, error_user_msg } = parsed.data.error;
  const said = (error_user_msg || message)
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim()
    .slice(0, 200);
  return { code, subcode, isTransient, said };
}

const retrySeconds = 60;
/** Where Meta names no end of a rate limit; its windows move on by the minute. */
const limitedSeconds = 600;

const tokenCodes = new Set([102, 190]);
const limitCodes = new Set([4, 17, 32, 613]);
/** 1 and 2: an error on its side, to be tried again. */
const troubleCodes = new Set([1, 2]);

/** Whether the token is dead, or lacks a right that it was given. */
export function isLost({ code }: GraphError): boolean {
  return tokenCodes.has(code) || code === 10 || (code >= 200 && code < 300);
}

/** What a refusal before the call that publishes means: nothing is out, so trying again later is safe. */
export function outcomeOfPreparing(answer: Reply): PostOutcome {
  const error = errorOf(answer);
  if (error === null || isTrouble(answer, error)) return { kind: 'later', afterSeconds: retrySeconds };
  return outcomeOfRefusal(answer, error);
}

/** What a refusal to publish means; trouble on Meta's side may come after the post went out. */
export function outcomeOfPublishing(answer: Reply): PostOutcome {
  if (answer.kind === 'silent' && !answer.sent) return { kind: 'later', afterSeconds: retrySeconds };
  const error = errorOf(answer);
  return error === null || isTrouble(answer, error) ? { kind: 'unknown' } : outcomeOfRefusal(answer, error);
}

function isTrouble(answer: Reply, { code, isTransient }: GraphError): boolean {
  return (answer.kind === 'answered' && answer.status >= 500) || isTransient || troubleCodes.has(code);
}

function outcomeOfRefusal(answer: Reply, error: GraphError): PostOutcome {
  const { code, said } = error;
  if (limitCodes.has(code) || (code >= 80_000 && code < 80_100)) {
    const asked = answer.kind === 'answered' ? retryAfterOf(answer.headers, Date.now()) : null;
    return { kind: 'later', afterSeconds: asked ?? limitedSeconds };
  }
  if (isLost(error)) return { kind: 'reconnect' };
  const quoted = said === '' ? '' : ` It says: ${said}`;
  if (code === 368) {
    return { kind: 'rejected', reason: 'account', sentence: `Threads lets this account not post right now.${quoted}` };
  }
  return { kind: 'rejected', reason: 'refused', sentence: `Threads did not take this post.${quoted}` };
}
