import { mkdirSync, readdirSync, renameSync, rmdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { machineName, randomId, startOfProcess } from '../../platform/clock/index.ts';

/** The folder that one process journals into. */
export interface JournalFolder {
  readonly path: string;
  /** Says that this process lives, and takes over the files of those that do not. Call it every few seconds. */
  beat(): void;
  /** Removes the folder if nothing is left in it. */
  close(): void;
}

/** A process that has not said that it lives for this long is taken for dead, wherever it ran. Milliseconds. */
const deadMs = 60_000;

/**
 * Several processes may share a data folder (one key ring, one volume), so each journals into a folder of its own, named by machine,
 * process and start time. The files of a dead process are moved, one rename each, so that exactly one other takes them.
 * On the same machine death is certain when the process id is gone or was given to a later process; elsewhere it is a missing beat.
 */
export function openJournalFolder(root: string): JournalFolder {
  const path = join(root, `${machineName}.${process.pid}.${startOfProcess(process.pid) || 0}.${randomId()}`);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const beat = () => {
    try {
      const now = new Date();
      utimesSync(path, now, now);
      for (const name of readdirSync(root))
        if (join(root, name) !== path && isDead(root, name)) adopt(join(root, name), path);
    } catch {
      // Another process may have been faster, or the disk is gone; the next beat tries again.
    }
  };
  beat();
  return {
    path,
    beat,
    close: () => {
      try {
        rmdirSync(path);
      } catch {
        // Something is left in it, which the next start finds.
      }
    },
  };
}

function isDead(root: string, name: string): boolean {
  const [machine, pid, start] = name.split('.');
  if (pid === undefined || start === undefined) return false;
  if (machine === machineName) {
    const found = startOfProcess(Number(pid));
    if (found === null || (found || '0') !== start) return true;
  }
  return Date.now() - statSync(join(root, name)).mtimeMs > deadMs;
}

function adopt(from: string, to: string): void {
  for (const file of readdirSync(from)) renameSync(join(from, file), join(to, file));
  // Not a recursive removal: should the owner live after all, what it has just written stays.
  rmdirSync(from);
}
