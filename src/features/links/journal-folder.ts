import { mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, statSync, utimesSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { randomId } from '../../platform/clock/index.ts';

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
  const host =
    hostname()
      .replace(/[^\w-]/g, '')
      .slice(0, 60) || 'host';
  const path = join(root, `${host}.${process.pid}.${startOf(process.pid) ?? 0}.${randomId()}`);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const beat = () => {
    try {
      const now = new Date();
      utimesSync(path, now, now);
      for (const name of readdirSync(root))
        if (join(root, name) !== path && isDead(root, name, host)) adopt(join(root, name), path);
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

function isDead(root: string, name: string, host: string): boolean {
  const [machine, pid, start] = name.split('.');
  if (pid === undefined || start === undefined) return false;
  if (machine === host && startOf(Number(pid)) !== start) return true;
  return Date.now() - statSync(join(root, name)).mtimeMs > deadMs;
}

function adopt(from: string, to: string): void {
  for (const file of readdirSync(from)) renameSync(join(from, file), join(to, file));
  // Not a recursive removal: should the owner live after all, what it has just written stays.
  rmdirSync(from);
}

/** When a process started, in ticks since boot, so that a process id used again is not mistaken; null when it is gone. */
function startOf(pid: number): string | null {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return null;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '0';
  } catch {
    return '0';
  }
}
