import { once } from 'node:events';
import type { Log } from '../platform/log/index.ts';

/** Longer than requests (10 s) and jobs (20 s) are waited for; shorter than service managers usually wait. Milliseconds. */
const lastResortMs = 35_000;

/**
 * Listens for SIGTERM and SIGINT; call it first thing, so that a signal during the start is not lost. From the signal on
 * the process has 35 s to end by itself: after that, or at a second signal, it is cut off with another exit code than 0.
 * Jobs cut off are tried again, and clicks not yet counted are found at the next start.
 * @returns resolved by the first signal
 */
export async function stopAsked(log: Log): Promise<void> {
  const asked = new AbortController();
  const signal = await Promise.race(
    (['SIGINT', 'SIGTERM'] as const).map(async (name) => {
      await once(process, name, { signal: asked.signal });
      return name;
    }),
  );
  asked.abort();
  log.info({ event: 'process.stopping', signal });
  setTimeout(() => {
    log.error({ event: 'process.cut_off', afterMs: lastResortMs });
    process.exit(1);
  }, lastResortMs).unref();
}
