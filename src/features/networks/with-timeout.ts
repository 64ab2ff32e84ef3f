/** Gives every request of a `fetch` its longest wait, besides what its caller allows. */
export function withTimeout(fetcher: typeof fetch, timeoutMs: number): typeof fetch {
  return (input, init) => {
    const signals = [AbortSignal.timeout(timeoutMs)];
    if (input instanceof Request) signals.push(input.signal);
    if (init?.signal) signals.push(init.signal);
    return fetcher(input, { ...init, signal: AbortSignal.any(signals) });
  };
}
