import type { Batch } from './batch.ts';
import { type Click, type Counts, openTally, recordBytes, writeRecord } from './click-record.ts';
import { journalSizes, openJournalWriter, readJournalFolder, writeJournalFile } from './journal-file.ts';
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
  /** What is not counted yet: files, and the clicks in them, on their way there or kept in memory. */
  backlog(): { readonly files: number; readonly clicks: number };
  /** False while the disk takes nothing; clicks are then kept in memory. */
  readonly healthy: boolean;
  close(): void;
}

const chunkClicks = 1_024;

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
 * The clicks of the present file are also counted in memory, so that in the ordinary course no file is ever read.
 * When the disk refuses, the waiting clicks are counted in memory, as a batch that is handed out like the others.
 */
export function openJournal({ folder, onFailure }: JournalOptions): Journal {
  const writer = openJournalWriter(folder);
  const memory = openMemoryBatches();
  const waiting = openChunk();
  const tallies = openTallies();
  let writing: NodeJS.Immediate | null = null;
  let healthy = true;

  const failed = (error: unknown) => {
    if (healthy) onFailure(error);
    healthy = false;
  };
  const flush = () => {
    if (writing) clearImmediate(writing);
    writing = null;
    const taken = waiting.take();
    if (taken === null) return;
    const { clicks, bytes } = taken;
    try {
      writer.write(bytes);
      for (const click of clicks) tallies.add(click);
      healthy = true;
    } catch (error) {
      // What was written before stands in a file that is closed now, and is read from there.
      tallies.begin(null);
      failed(error);
      memory.add(bytes);
    }
  };
  const closeFile = () => {
    flush();
    tallies.begin(writer.close());
  };
  return {
    append: (click) => {
      waiting.add(click);
      if (waiting.full) flush();
      else writing ??= setImmediate(flush);
    },
    flush,
    keep: (id, clicks) => {
      const bytes = recordsOf(clicks);
      try {
        writeJournalFile(folder, id, bytes);
      } catch (error) {
        failed(error);
        memory.add(bytes, id);
      }
    },
    batches: async () => {
      closeFile();
      return [...readJournalFolder(folder).map(tallies.instead), ...memory.batches()];
    },
    backlog: () => backlogOf(folder, waiting.count + memory.clicks()),
    get healthy() {
      return healthy;
    },
    close: closeFile,
  };
}

/** What stands in the folder, and the clicks that do not yet. */
function backlogOf(folder: string, elsewhere: number): ReturnType<Journal['backlog']> {
  const sizes = journalSizes(folder);
  const written = sizes.reduce((sum, bytes) => sum + Math.floor(bytes / recordBytes), 0);
  return { files: sizes.length, clicks: written + elsewhere };
}

/** The clicks that wait for the next write, and their records in one buffer that is used again and again. */
function openChunk() {
  const records = Buffer.allocUnsafe(chunkClicks * recordBytes);
  let clicks: Click[] = [];
  return {
    add: (click: Click) => {
      writeRecord(click, records, clicks.length * recordBytes);
      clicks.push(click);
    },
    get full() {
      return clicks.length === chunkClicks;
    },
    get count() {
      return clicks.length;
    },
    /** Empties it. Out: what was in it, null for nothing; `bytes` are good until the next `add`. */
    take: () => {
      if (clicks.length === 0) return null;
      const taken = { clicks, bytes: records.subarray(0, clicks.length * recordBytes) };
      clicks = [];
      return taken;
    },
  };
}

/** What the present file comes down to, and what the last closed one did. Files of other processes, and older ones, are read. */
function openTallies() {
  let present = openTally();
  let last: { readonly id: string; readonly counts: Counts } | null = null;
  return {
    add: (click: Click) => present.add(click),
    /** Begins with the next file. @param closed the id of the one that `add` was told of, if it is whole */
    begin: (closed: string | null) => {
      if (closed !== null) last = { id: closed, counts: present.counts };
      present = openTally();
    },
    /** The batch, with its counts from here where they are known. */
    instead: (batch: Batch): Batch => {
      const known = last?.id === batch.id ? last.counts : null;
      return known === null ? batch : { ...batch, counts: async () => known };
    },
  };
}

function recordsOf(clicks: readonly Click[]): Buffer {
  const bytes = Buffer.alloc(clicks.length * recordBytes);
  for (const [index, click] of clicks.entries()) writeRecord(click, bytes, index * recordBytes);
  return bytes;
}
