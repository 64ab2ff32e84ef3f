import { randomId } from '../../platform/clock/index.ts';
import type { Batch } from './batch.ts';
import { type Counts, countRecords } from './click-record.ts';

/** Batches without a file. Clicks gather in one batch until somebody begins to load it; from then on it stays as it is. */
export function openMemoryBatches() {
  const kept: { readonly batch: Batch; readonly counts: Counts; taken: boolean }[] = [];
  const begin = (id: string, taken: boolean) => {
    const entry = { batch: toBatch(id), counts: new Map(), taken };
    kept.push(entry);
    return entry;
  };
  const toBatch = (id: string): Batch => ({
    id,
    counts: async () => {
      const entry = kept.find((one) => one.batch.id === id);
      if (!entry) return new Map();
      entry.taken = true;
      return entry.counts;
    },
    done: async () => {
      const index = kept.findIndex((one) => one.batch.id === id);
      if (index >= 0) kept.splice(index, 1);
    },
  });
  return {
    /** With an id: exactly these clicks, whose batch somebody has tried to load under it. */
    add: (bytes: Buffer, id?: string) => {
      const entry = id === undefined ? kept.find((one) => !one.taken) : begin(id, true);
      countRecords(bytes, (entry ?? begin(randomId(), false)).counts);
    },
    clicks: () => kept.reduce((sum, { counts }) => sum + clicksIn(counts), 0),
    batches: () => kept.map((entry) => entry.batch),
  };
}

function clicksIn(counts: Counts): number {
  let sum = 0;
  for (const { total, robots } of counts.values()) sum += total + robots;
  return sum;
}
