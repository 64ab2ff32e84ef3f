import type { Clock } from '../../platform/clock/index.ts';
import { type Database, orgId } from '../../platform/db/index.ts';
import type { Log } from '../../platform/log/index.ts';
import type { Tally } from '../../platform/telemetry/index.ts';
import type { Batch } from './batch.ts';
import type { Newcomers } from './newcomers.ts';
import { addCounts } from './store.ts';

/** Brings batches of clicks into the counters. */
export interface Loader {
  /** Loads the batches in order. Out: false when the database did not take all of them; they stay for the next time. */
  load(batches: readonly Batch[]): Promise<boolean>;
  /** False while the database takes nothing. */
  readonly healthy: boolean;
}

interface Parts {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly newcomers: Newcomers;
  readonly counted?: { readonly people: Tally; readonly robots: Tally };
}

/** After this time a removed file does not come back, not even through a power cut (file systems commit within 5 to 30 s). */
const goneMs = 120_000;

/**
 * Exactly once: a batch holds clicks of several organisations, and each one's part is one transaction that records the batch's id. Only
 * when all parts are in is the batch done (its file removed). A process killed anywhere in between leaves the file, the next load skips
 * the organisations that have the id already. An id is dropped from the database with a later batch, when its file is gone for certain.
 */
export function createLoader({ db, clock, log, newcomers, counted }: Parts): Loader {
  let finished: readonly { readonly org: string; readonly id: string; readonly at: number }[] = [];
  let healthy = true;

  const loadOne = async (batch: Batch) => {
    const now = clock.now();
    const byOrganisation = Map.groupBy((await batch.counts()).values(), (count) => count.orgId);
    for (const [org, counts] of byOrganisation) {
      const gone = finished.filter((one) => one.org === org && now.getTime() - one.at > goneMs);
      const part = { id: batch.id, counts, finished: gone.map((one) => one.id) };
      const fresh = await addCounts(db, orgId(org), part, { now, sift: newcomers.sift });
      if (fresh && counted) {
        for (const { total, robots } of counts) {
          counted.people.value += total;
          counted.robots.value += robots;
        }
      }
      finished = finished.filter((one) => !gone.includes(one));
    }
    await batch.done();
    finished = [...finished, ...[...byOrganisation.keys()].map((org) => ({ org, id: batch.id, at: now.getTime() }))];
  };
  return {
    load: async (batches) => {
      try {
        for (const batch of batches) await loadOne(batch);
        if (!healthy) log.info({ event: 'clicks_load_recovered' });
        healthy = true;
      } catch (error) {
        // Said once: while the database is away this happens every second.
        if (healthy) log.error({ event: 'clicks_load_failed', waiting: batches.length }, error);
        healthy = false;
      }
      return healthy;
    },
    get healthy() {
      return healthy;
    },
  };
}
