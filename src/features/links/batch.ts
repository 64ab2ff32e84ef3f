import type { Counts } from './click-record.ts';

/** Clicks that go into the counters in one piece, once. */
export interface Batch {
  readonly id: string;
  /** Reads what there is to count. */
  counts(): Promise<Counts>;
  /** Forgets the batch; call it when its counts are committed. */
  done(): Promise<void>;
}
