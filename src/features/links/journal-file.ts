import { close, fdatasync, ftruncateSync, mkdirSync, openSync, readdirSync, statSync, writeSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { randomId } from '../../platform/clock/index.ts';
import type { Batch } from './batch.ts';
import { countRecords } from './click-record.ts';

const ending = '.clicks';
/**
 * fdatasync is started this much after a write and makes it safe from a power cut too. Milliseconds; the documented window is 100.
 */
const syncMs = 80;

/** Appends records to one file after the other. */
export interface JournalWriter {
  /** @throws when the disk refuses; nothing of `bytes` is in the file then, and the next write begins another */
  write(bytes: Uint8Array): void;
  /** Closes the present file, which is never changed again. Out: its id, or null when there was none. */
  close(): string | null;
}

/** Writes into files in `folder`, named by random ids. */
export function openJournalWriter(folder: string): JournalWriter {
  let file: OpenFile | null = null;
  let syncTimer: NodeJS.Timeout | null = null;
  const sync = () => {
    syncTimer = null;
    // Not awaited: the answer is out, and a broken disk shows at the next write.
    if (file) fdatasync(file.fd, () => undefined);
  };
  const closeFile = () => {
    if (syncTimer) clearTimeout(syncTimer);
    syncTimer = null;
    const closed = file;
    if (closed) syncAndClose(closed.fd);
    file = null;
    return closed?.id ?? null;
  };
  return {
    write: (bytes) => {
      try {
        file ??= createOpen(folder, randomId());
        writeWhole(file, bytes);
        syncTimer ??= setTimeout(sync, syncMs);
      } catch (error) {
        closeFile();
        throw error;
      }
    },
    close: closeFile,
  };
}

/** Writes one closed file of a given id. @throws when the disk refuses */
export function writeJournalFile(folder: string, id: string, bytes: Uint8Array): void {
  const file = createOpen(folder, id);
  writeWhole(file, bytes);
  syncAndClose(file.fd);
}

/**
 * The files in a folder as batches, in no particular order: counters add up in any. Listed at once, so that a caller who has just closed
 * its file does not find the next one here, which would be counted and removed while it is written to.
 */
export function readJournalFolder(folder: string): Batch[] {
  const names = namesIn(folder);
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

/** Sizes of the files in a folder, bytes; one that goes meanwhile is left out. */
export function journalSizes(folder: string): readonly number[] {
  return namesIn(folder).flatMap((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? []);
}

/** A folder that cannot be read holds nothing that could be counted now; writing to it reports what is wrong. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

interface OpenFile {
  readonly id: string;
  readonly fd: number;
  size: number;
}

/** The folder may have gone: deleted by hand, or taken over while this process was asleep. */
function createOpen(folder: string, id: string): OpenFile {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return { id, fd: openSync(join(folder, id + ending), 'ax', 0o600), size: 0 };
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
