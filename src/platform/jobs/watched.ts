import { atMostEvery } from '../clock/index.ts';
import type { Database } from '../db/index.ts';
import type { Telemetry } from '../telemetry/index.ts';
import { waitingJobs } from './health.ts';

export type RunOutcome = 'done' | 'retried' | 'failed' | 'later';

/** Runs a job's work, and hears how it ended where that was not well. */
export type WatchRun = (job: string, run: (ended: (outcome: RunOutcome) => void) => Promise<void>) => Promise<void>;

/** Measures every job. Its trace begins with it: nothing ties it to the request of whoever enqueued it. */
export function watchRuns(telemetry: Telemetry): WatchRun {
  if (!telemetry.metered && !telemetry.traced) return (_job, run) => run(() => undefined);
  return async (job, run) => {
    const started = performance.now();
    let outcome: RunOutcome = 'done';
    await telemetry
      .span('job', { 'coact.job': job }, async (span) => {
        try {
          await run((how) => {
            outcome = how;
          });
        } finally {
          span.set({ outcome });
        }
      })
      .finally(() => {
        telemetry.time('coact.job.duration', (performance.now() - started) / 1_000, { 'coact.job': job, outcome });
      });
  };
}

/** However often somebody asks, the queue is looked at once in this time. Milliseconds. */
const freshMs = 10_000;

/** Tells how many jobs of each kind wait, and for how long they have been due. */
export function watchQueue(db: Database, telemetry: Telemetry): void {
  if (!telemetry.metered) return;
  const look = atMostEvery(
    freshMs,
    () => performance.now(),
    () => waitingJobs(db),
  );
  telemetry.observe('coact.job.waiting', async (tell) => {
    for (const { name, waiting } of await look()) tell(waiting, { 'coact.job': name });
  });
  telemetry.observe('coact.job.oldest_due', async (tell) => {
    for (const { name, oldest } of await look()) tell(oldest, { 'coact.job': name });
  });
}
