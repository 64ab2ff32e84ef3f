import { close, fdatasync, ftruncateSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { randomId } from '../../platform/clock/index.ts';
import { type Click, type Counts, countRecords, recordBytes, writeRecord } from './click-record.ts';

/** Clicks that go into the counters in one piece, once. */
export interface Batch {
  readonly id: string;
  /** Reads what there is to count. */
  counts(): Promise<Counts>;
  /** Forgets the batch; call it when its counts are committed. */
  done(): Promise<void>;
}

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

/**
 * A click is written at the end of the turn of the event loop that answered it, together with the others of that turn: a write costs
 * 1.7 µs, and from then on a `kill -9` cannot reach the click. fdatasync is started this much later and makes it safe from a power cut
 * too. Milliseconds; the documented window is 100.
 */
const syncMs = 80;
const chunkBytes = recordBytes * 1_024;
const ending = '.clicks';

export interface JournalOptions {
  readonly folder: string;
  /** Called once when the disk begins to refuse. */
  readonly onFailure: (error: unknown) => void;
}

interface OpenFile {
  readonly fd: number;
  size: number;
}

/**
 * The journal of clicks: files of fixed-length records, appended in groups.
 *
 * Life of a file: *open* (appended to) → *closed* (by `batches`; never changed again, its name is the batch's id) → *removed* (by `done`).
 * A process killed in between leaves an open or closed file; the next one finds it as a batch. A batch loaded but not yet removed is
 * found again too, and the database, which has its id, takes it only once.
 * When the disk refuses, the waiting clicks are counted in memory, as a batch that is handed out like the others.
 */
export function openJournal({ folder, onFailure }: JournalOptions): Journal {
  const memory = openMemory();
  const chunk = Buffer.allocUnsafe(chunkBytes);
  let used = 0;
  let file: OpenFile | null = null;
  let writing: NodeJS.Immediate | null = null;
  let syncTimer: NodeJS.Timeout | null = null;
  let healthy = true;

  const failed = (error: unknown) => {
    if (healthy) onFailure(error);
    healthy = false;
  };
  const sync = () => {
    syncTimer = null;
    // Not awaited: the answer is out, and a broken disk shows at the next write.
    if (file) fdatasync(file.fd, () => undefined);
  };
  const closeFile = () => {
    if (syncTimer) clearTimeout(syncTimer);
    syncTimer = null;
    if (file) syncAndClose(file.fd);
    file = null;
  };
  const flush = () => {
    if (writing) clearImmediate(writing);
    writing = null;
    if (used === 0) return;
    const waiting = chunk.subarray(0, used);
    used = 0;
    try {
      file ??= { fd: create(folder, randomId()), size: 0 };
      writeWhole(file, waiting);
      healthy = true;
      syncTimer ??= setTimeout(sync, syncMs);
    } catch (error) {
      failed(error);
      memory.add(waiting);
      closeFile();
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
        const fd = create(folder, id);
        writeWhole({ fd, size: 0 }, bytes);
        syncAndClose(fd);
      } catch (error) {
        failed(error);
        memory.add(bytes, id);
      }
    },
    batches: async () => {
      flush();
      closeFile();
      return [...(await readFolder(folder)), ...memory.batches()];
    },
    get healthy() {
      return healthy;
    },
    close: () => {
      flush();
      closeFile();
    },
  };
}

/** The folder may have gone: deleted by hand, or taken over while this process was asleep. */
function create(folder: string, id: string): number {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return openSync(join(folder, id + ending), 'ax', 0o600);
}

/** A disk that fills up takes a part and then refuses; the part is taken back, so that no click is both in the file and in memory. */
function writeWhole(file: OpenFile, bytes: Uint8Array): void {
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(file.fd, bytes, written);
    file.size += bytes.length;
  } catch (error) {
    ftruncateSync(file.fd, file.size);
    throw error;
  }
}

function syncAndClose(fd: number): void {
  fdatasync(fd, () => close(fd, () => undefined));
}

async function readFolder(folder: string): Promise<Batch[]> {
  // A folder that cannot be read holds nothing that could be counted now; writing to it reports what is wrong.
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => name.endsWith(ending))
    .map((name) => {
      const path = join(folder, name);
      return {
        id: name.slice(0, -ending.length),
        counts: async () => countRecords(await readFile(path)),
        done: () => rm(path, { force: true }),
      };
    });
}

/** Batches without a file. Clicks gather in one batch until somebody begins to load it; from then on it stays as it is. */
function openMemory() {
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
    batches: () => kept.map((entry) => entry.batch),
  };
}
