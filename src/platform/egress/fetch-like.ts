import type { Exchange } from './exchange.ts';
import type { EgressRequest } from './follow.ts';
import { EgressRefused } from './refusals.ts';

/** Limits of a `fetch`-compatible function, whose callers cannot name their own. */
export interface FetchLimits {
  readonly maxBytes: number;
  readonly timeoutMs: number;
}

export type Send = (address: string, asked: EgressRequest) => Promise<Exchange>;

/** What a film takes longer than a few words: a second for each quarter of a megabyte. */
export const sendingMs = (bytes: number): number => Math.floor(bytes / 250);

const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * Dresses a client as `fetch`, for libraries that take one.
 *
 * Same contract as the standard: resolves for every HTTP status, rejects with a TypeError (an EgressRefused, which has a `reason`)
 * otherwise, and with the caller's own reason when the caller aborts. `redirect: 'error'` and `'manual'` are kept.
 */
export const asFetch = (send: Send, limits: FetchLimits): typeof fetch => {
  return async (input, init) => {
    const asked = new Request(input, init);
    const body = asked.body ? new Uint8Array(await asked.arrayBuffer()) : undefined;
    const result = await send(asked.url, {
      ...limits,
      timeoutMs: limits.timeoutMs + sendingMs(body?.length ?? 0),
      method: asked.method,
      headers: asked.headers,
      signal: asked.signal,
      ...(asked.redirect === 'manual' ? { redirects: 'manual' } : asked.redirect === 'error' ? { redirects: 0 } : {}),
      ...(body ? { body } : {}),
    });
    if (asked.signal.aborted) throw asked.signal.reason;
    if (!result.ok) throw new EgressRefused(result.reason);
    const { status, headers, bytes, url } = result.response;
    // The standard has no status beyond these; some servers answer 999 to what they take for a robot.
    if (status < 200 || status > 599) throw new EgressRefused('broken');
    const response = new Response(bodiless.has(status) ? null : new Uint8Array(bytes), { status, headers });
    // The constructor cannot set these two, and OAuth libraries compare `url` with the address they asked for.
    Object.defineProperty(response, 'url', { value: url });
    Object.defineProperty(response, 'redirected', { value: url !== asked.url });
    return response;
  };
};
