import type { Batch } from './batch.ts';
import { type Click, recordBytes, writeRecord } from './click-record.ts';
import { openJournalWriter, readJournalFolder, writeJournalFile } from './journal-file.ts';
import { openMemoryBatches } from './memory-batches.ts';

/** Where a click goes while the answer goes out. */
export interface Journal {
  append(click: Click): void;
  /** Writes what is waiting to the file now. */
  flush(): void;
  /** Keeps clicks as a batch of the given id, which the database may or may not have taken already. */
  keep(id: string, clicks: readonly Click[]): void;
  /** Closes the present file and hands out every batch not yet done, those of killed processes included. */
  batches(): Promise<readonly Batch[]>;
  /** False while the disk takes nothing; clicks are then kept in memory. */
  readonly healthy: boolean;
  close(): void;
}

const chunkBytes = recordBytes * 1_024;

export interface JournalOptions {
  readonly folder: string;
  /** Called once when the disk begins to refuse. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * The journal of clicks: files of fixed-length records.
 *
 * A click is written at the end of the turn of the event loop that answered it, together with the others of that turn: a write costs
 * 1.7 µs, and from then on a `kill -9` cannot reach the click.
 * Life of a file: *open* (appended to) → *closed* (by `batches`; never changed again, its name is the batch's id) → *removed* (by `done`).
 * A process killed in between leaves an open or closed file; the next one finds it as a batch. A batch loaded but not yet removed is
 * found again too, and the database, which has its id, takes it only once.
 * When the disk refuses, the waiting clicks are counted in memory, as a batch that is handed out like the others.
 */
export function openJournal({ folder, onFailure }: JournalOptions): Journal {
  const writer = openJournalWriter(folder);
  const memory = openMemoryBatches();
  const chunk = Buffer.allocUnsafe(chunkBytes);
  let used = 0;
  let writing: NodeJS.Immediate | null = null;
  let healthy = true;

  const failed = (error: unknown) => {
    if (healthy) onFailure(error);
    healthy = false;
  };
  const flush = () => {
    if (writing) clearImmediate(writing);
    writing = null;
    if (used === 0) return;
    const waiting = chunk.subarray(0, used);
    used = 0;
    try {
      writer.write(waiting);
      healthy = true;
    } catch (error) {
      failed(error);
      memory.add(waiting);
    }
  };
  return {
    append: (click) => {
      writeRecord(click, chunk, used);
      used += recordBytes;
      if (used === chunkBytes) flush();
      else writing ??= setImmediate(flush);
    },
    flush,
    keep: (id, clicks) => {
      const bytes = Buffer.alloc(clicks.length * recordBytes);
      for (const [index, click] of clicks.entries()) writeRecord(click, bytes, index * recordBytes);
      try {
        writeJournalFile(folder, id, bytes);
      } catch (error) {
        failed(error);
        memory.add(bytes, id);
      }
    },
    batches: async () => {
      flush();
      writer.close();
      return [...readJournalFolder(folder), ...memory.batches()];
    },
    get healthy() {
      return healthy;
    },
    close: () => {
      flush();
      writer.close();
    },
  };
}
