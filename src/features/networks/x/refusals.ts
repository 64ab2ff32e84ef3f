import { z } from 'zod';
import type { Later, PostOutcome } from '../network.ts';
import { type Answer, boundedWait, retryAfterOf } from '../reply.ts';

const problemSchema = z.looseObject({
  type: z.string().default(''),
  title: z.string().default(''),
  detail: z.string().default(''),
});

/** What a definite no of X means; nothing was posted by this request. */
export type Refusal =
  | Exclude<PostOutcome, { kind: 'posted' | 'reconnect' | 'unknown' | 'unsure' }>
  | { readonly kind: 'duplicate' }
  /** The operator's matter: credits are used up, or the app may not post. */
  | { readonly kind: 'operator'; readonly event: string; readonly code: string; readonly outcome: PostOutcome };

/** Reads an answer that is neither success nor a fault of the server (5xx). */
export function readRefusal({ status, headers, body }: Answer, nowMs: number): Refusal {
  const parsed = problemSchema.safeParse(body);
  const { type, title, detail } = parsed.success ? parsed.data : { type: '', title: '', detail: '' };
  const problem = type.split('/').at(-1) ?? '';
  // Prepaid credits, or the cycle's spending limit: posts wait until the operator has bought some.
  if (status === 402 || problem === 'usage-capped') {
    return { kind: 'operator', event: 'networks.usage_capped', code: problem || `${status}`, outcome: whenMended };
  }
  if (status === 401) return { kind: 'stale' };
  if (status === 429) return later(headers, nowMs);
  if (status === 403 && /duplicate content/i.test(detail)) return { kind: 'duplicate' };
  if (problem === 'client-forbidden') {
    const sentence = 'X does not let the app of this Coact post. Tell the people who run Coact.';
    const outcome = { kind: 'rejected', reason: 'forbidden', sentence } as const;
    return { kind: 'operator', event: 'networks.app_refused', code: problem, outcome };
  }
  const words = detail || title;
  const said = words === '' ? '' : ` It says: ${words.slice(0, 200)}`;
  return { kind: 'rejected', reason: 'refused', sentence: `X did not take this post.${said}` };
}

const ofApp = 'x-app-limit-24hour';
const counters = ['x-rate-limit', 'x-user-limit-24hour', ofApp];

/** Until the last of the counters that are used up starts again; headers name its end in epoch seconds. */
function later(headers: Headers, nowMs: number): Later {
  const ends = counters.flatMap((name) => {
    const isUsedUp = (headers.get(`${name}-remaining`) ?? '0') === '0';
    const end = Number(headers.get(`${name}-reset`) ?? Number.NaN);
    return isUsedUp && Number.isFinite(end) ? [{ name, seconds: end - nowMs / 1_000 }] : [];
  });
  const forEverybody = ends.some(({ name }) => name === ofApp) ? { forEverybody: true } : {};
  const wait = Math.max(...ends.map(({ seconds }) => seconds));
  const afterSeconds = ends.length > 0 ? boundedWait(wait) : (retryAfterOf(headers, nowMs) ?? soon.afterSeconds);
  return { kind: 'later', afterSeconds, ...forEverybody };
}

/** For what goes over by itself, or once the operator has seen to it. */
export const soon: Later = { kind: 'later', afterSeconds: 60 };
const whenMended: Later = { kind: 'later', afterSeconds: 3_600, forEverybody: true };
