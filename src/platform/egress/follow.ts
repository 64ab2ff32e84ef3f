import type { Dispatcher } from 'undici';
import { type EgressResponse, type Exchange, exchange, type Outgoing } from './exchange.ts';
import { refuse } from './refusals.ts';
import { parseTarget, type TargetRules } from './target.ts';
import type { Send } from './watched.ts';

/** What a caller may set for one request. */
export interface EgressRequest {
  readonly method?: string;
  readonly headers?: ConstructorParameters<typeof Headers>[0];
  readonly body?: Uint8Array | string;
  /** Largest answer in bytes, on the wire and after decompression. */
  readonly maxBytes: number;
  /** Time for everything together: names, connections, all hops, the body. Milliseconds. */
  readonly timeoutMs: number;
  /** Redirects to follow (GET and HEAD only); default 3. `manual` hands a redirect out as the answer. */
  readonly redirects?: number | 'manual';
  /** Cut a longer answer off at `maxBytes` instead of refusing it. */
  readonly cut?: boolean;
  readonly signal?: AbortSignal;
}

const defaultRedirects = 3;
const redirectStatus: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** Not passed on to another origin: they were meant for the first. */
const secretHeaders = ['authorization', 'proxy-authorization', 'cookie', 'dpop'];

/**
 * Follows an address to its answer: parse, exchange, and the same checks again for each hop.
 *
 * A request with a body is never sent on: whoever named the first server did not mean the second one to have it.
 */
export const follow = async (
  address: string,
  asked: EgressRequest,
  rules: TargetRules,
  dispatcher: Dispatcher,
  send: Send = exchange,
): Promise<Exchange> => {
  const signal = deadline(asked);
  const limits = { maxBytes: asked.maxBytes, cut: asked.cut ?? false };
  const most = asked.redirects ?? defaultRedirects;
  const { method, headers, body } = outgoingParts(asked);
  let target = parseTarget(address, rules);
  for (let hops = 0; ; hops += 1) {
    if (!target.ok) return target;
    const result = await send({ url: target.url, method, headers, body }, limits, dispatcher, signal);
    const next = result.ok && most !== 'manual' ? nextAddress(result.response) : null;
    if (next === null) return result;
    if (method !== 'GET' && method !== 'HEAD') return refuse('redirected');
    if (most === 0) return refuse('redirected');
    if (typeof most === 'number' && hops >= most) return refuse('too_many_redirects');
    if (URL.parse(next)?.origin !== target.url.origin) for (const name of secretHeaders) headers.delete(name);
    target = parseTarget(next, rules);
  }
};

/** Ends when the time is over or the caller gives up. */
export const deadline = ({ timeoutMs, signal }: EgressRequest): AbortSignal => {
  const clock = AbortSignal.timeout(timeoutMs);
  return signal ? AbortSignal.any([clock, signal]) : clock;
};

/** A request without its address, in the form that goes out. */
export const outgoingParts = ({ method, headers, body }: EgressRequest): Omit<Outgoing, 'url'> => ({
  method: (method ?? 'GET').toUpperCase(),
  headers: new Headers(headers),
  body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
});

/** Where a redirect leads; an empty text (no valid address) when its Location makes no sense; null when the answer is none. */
const nextAddress = ({ status, headers, url }: EgressResponse): string | null => {
  const location = headers.get('location');
  if (!redirectStatus.has(status) || !location) return null;
  // Undici reads headers as latin1; servers that put other letters into an address mean UTF-8, as browsers do.
  return URL.parse(Buffer.from(location, 'latin1').toString('utf8'), url)?.href ?? '';
};
