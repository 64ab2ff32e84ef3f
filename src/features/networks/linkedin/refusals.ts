import { z } from 'zod';
import type { Later, PostOutcome } from '../network.ts';
import { type Answer, boundedWait, retryAfterOf } from '../reply.ts';

const errorSchema = z.looseObject({
  code: z.string().default(''),
  message: z.string().default(''),
  errorDetails: z
    .looseObject({ inputErrors: z.array(z.looseObject({ code: z.string().default('') })).default([]) })
    .optional()
    .catch(undefined),
});

/** What a definite no of LinkedIn means; nothing was posted by this request. */
export type Refusal =
  | Exclude<PostOutcome, { kind: 'posted' | 'stale' | 'unknown' | 'unsure' }>
  /** The words are those of another post of theirs; its URN, where LinkedIn says which. */
  | { readonly kind: 'duplicate'; readonly urn: string | null }
  | { readonly kind: 'version' };

/** Reads an answer that is neither success nor a fault of the server (5xx). */
export function readRefusal({ status, headers, body }: Answer, nowMs: number): Refusal {
  const parsed = errorSchema.safeParse(body);
  const { code, message, errorDetails } = parsed.success
    ? parsed.data
    : { code: '', message: '', errorDetails: undefined };
  if (status === 401) return { kind: 'reconnect' };
  if (status === 426 || code === 'NONEXISTENT_VERSION') return { kind: 'version' };
  if (status === 429) return { kind: 'later', afterSeconds: retryAfterOf(headers, nowMs) ?? untilMidnight(nowMs) };
  const isDuplicate =
    errorDetails?.inputErrors.some((one) => one.code === 'DUPLICATE_POST') || code === 'DUPLICATE_POST';
  if (status === 422 && (isDuplicate || /duplicate of urn:li:/i.test(message))) {
    return { kind: 'duplicate', urn: /urn:li:\w+:\d+/.exec(message)?.[0] ?? null };
  }
  if (status === 403) {
    const sentence =
      'LinkedIn does not let Coact post for you. Disconnect the account and connect it again; if that does not help, tell the people who run Coact.';
    return { kind: 'rejected', reason: 'forbidden', sentence };
  }
  const said = message === '' ? '' : ` It says: ${message.slice(0, 200)}`;
  return { kind: 'rejected', reason: 'refused', sentence: `LinkedIn did not take this post.${said}` };
}

/** LinkedIn's counters start again at midnight, UTC. */
function untilMidnight(nowMs: number): number {
  return boundedWait((86_400_000 - (nowMs % 86_400_000)) / 1_000);
}

/** For what goes over by itself, or once the operator has seen to it. */
export const soon: Later = { kind: 'later', afterSeconds: 60 };
export const whenMended: Later = { kind: 'later', afterSeconds: 900, forEverybody: true };
