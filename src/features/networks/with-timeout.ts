import { sendingMs } from '../../platform/egress/index.ts';

/** Gives every request of a `fetch` its longest wait, besides what its caller allows. */
export function withTimeout(fetcher: typeof fetch, timeoutMs: number): typeof fetch {
  return (input, init) => {
    const bytes = init?.body instanceof Uint8Array ? init.body.byteLength : lengthOf(input);
    const signals = [AbortSignal.timeout(timeoutMs + sendingMs(bytes))];
    if (input instanceof Request) signals.push(input.signal);
    if (init?.signal) signals.push(init.signal);
    return fetcher(input, { ...init, signal: AbortSignal.any(signals) });
  };
}

/** Of a request that somebody else has written out, as it says itself. */
function lengthOf(input: Parameters<typeof fetch>[0]): number {
  return input instanceof Request ? Number(input.headers.get('content-length') ?? 0) : 0;
}
