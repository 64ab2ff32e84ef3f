import { EgressRefused, nothingWasSent } from '../../platform/egress/index.ts';

/** What became of a request to a network. `silent`: no whole answer; `sent` tells whether the request may have arrived. */
export type Reply =
  | { readonly kind: 'answered'; readonly status: number; readonly headers: Headers; readonly body: unknown }
  | { readonly kind: 'silent'; readonly sent: boolean };

export type Answer = Extract<Reply, { kind: 'answered' }>;

/** Whether an error happened before a connection stood, so that the server cannot have seen the request. */
export function neverArrived(error: unknown): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof EgressRefused) return nothingWasSent(cause.reason);
  }
  return false;
}

/** The body of an answer, null when it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Whole seconds to wait, at least one and at most a day. */
export function boundedWait(seconds: number): number {
  return Math.min(Math.max(Math.ceil(seconds), 1), 86_400);
}

/** Seconds that `Retry-After` asks for, as a number or a date; null where it says nothing that makes sense. */
export function retryAfterOf(headers: Headers, nowMs: number): number | null {
  const text = headers.get('retry-after');
  if (text === null) return null;
  const seconds = /^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) : (Date.parse(text) - nowMs) / 1_000;
  return Number.isFinite(seconds) ? boundedWait(seconds) : null;
}
