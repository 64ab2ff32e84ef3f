import { headersFor } from '../api.ts';
import { createEventReader } from './event-stream.ts';

/** The kinds of things that the server tells of, each with the queries that show them. */
const queriesOf: Readonly<Record<string, readonly (readonly string[])[]>> = {
  requests: [['requests'], ['dashboard']],
  figures: [['requests'], ['dashboard'], ['reports']],
  feeds: [['feeds']],
  slack: [['slack'], ['me']],
  members: [['members'], ['me']],
  schedule: [['schedule']],
};

export interface LiveParts {
  /** Asks the queries that begin with this key again; all of them when it is null. */
  readonly refresh: (key: readonly string[] | null) => void;
  readonly fetch?: typeof fetch;
  /** Milliseconds between two looks while there is no stream. */
  readonly pollMs?: number;
  /** The first pause before connecting again; doubled at each failure, up to `pollMs`. */
  readonly pauseMs?: number;
}

/**
 * Follows the server's events until the signal. Without a stream (a proxy that holds it back, too many windows, a server that is
 * restarting) everything shown is asked again every half minute, and connecting is tried again between.
 */
export async function followLive(
  signal: AbortSignal,
  { refresh, fetch: ask = fetch, pollMs = 30_000, pauseMs = 1_000 }: LiveParts,
): Promise<void> {
  let before = false;
  let pause = pauseMs;
  while (!signal.aborted) {
    const heard = await follow(signal, before, ask, refresh);
    before ||= heard;
    pause = heard ? pauseMs : Math.min(pause * 2, pollMs);
    // Whatever happened between two streams is told by the next one; until there is one, look.
    if (!heard && !signal.aborted && pause === pollMs) refresh(null);
    // Spread out, so that all pages do not come back to a restarted server in one moment.
    await waitFor(pause * (0.5 + Math.random()), signal);
  }
}

/** Reads one stream to its end. Out: whether there was one. */
async function follow(
  signal: AbortSignal,
  again: boolean,
  ask: typeof fetch,
  refresh: LiveParts['refresh'],
): Promise<boolean> {
  const headers = headersFor({});
  headers.set('accept', 'text/event-stream');
  // Told to read everything, since the server keeps nothing to send again.
  if (again) headers.set('last-event-id', '0');
  const read = createEventReader(({ kind, data }) => {
    if (kind === 'everything') refresh(null);
    if (kind === 'changed') for (const key of queriesOf[whatOf(data)] ?? []) refresh(key);
  });
  let heard = false;
  try {
    const answer = await ask('/api/live', { headers, signal, credentials: 'same-origin', cache: 'no-store' });
    if (!answer.ok || answer.body === null) {
      await answer.body?.cancel();
      return false;
    }
    const decoder = new TextDecoder();
    for (const reader = answer.body.getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) return heard;
      heard = true;
      read(decoder.decode(value, { stream: true }));
    }
  } catch {
    return heard;
  }
}

function whatOf(data: string): string {
  try {
    const parsed: unknown = JSON.parse(data);
    return typeof parsed === 'object' && parsed !== null && 'what' in parsed ? String(parsed.what) : '';
  } catch {
    return '';
  }
}

function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
