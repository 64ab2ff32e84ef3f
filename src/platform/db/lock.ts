import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { startOfProcess } from '../clock/index.ts';

/** The data folder is already in use by a running process. */
export class DatabaseInUse extends Error {
  constructor(folder: string, pid: number) {
    super(
      `The data folder ${folder} is in use by another Coact (process ${pid}). The embedded database serves one process: ` +
        'stop the other one, or set DATABASE_URL to a PostgreSQL that several can share.',
    );
    this.name = 'DatabaseInUse';
  }
}

const heldHere = new Set<string>();

/**
 * Takes the data folder for this process. PGlite itself lets a second process in silently, and both then corrupt it.
 * A lock left behind by a killed process is recognised by its process id and start time and taken over.
 * @returns a function that gives the folder back
 * @throws DatabaseInUse
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'coact.lock');
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (heldHere.has(path)) throw new DatabaseInUse(folder, process.pid);
    if (tryCreate(path)) {
      heldHere.add(path);
      return () => {
        heldHere.delete(path);
        rmSync(path, { force: true });
      };
    }
    const holder = readHolder(path);
    if (holder !== null && holder.pid !== process.pid && startOfProcess(holder.pid) === holder.start) {
      throw new DatabaseInUse(folder, holder.pid);
    }
    rmSync(path, { force: true });
  }
  throw new DatabaseInUse(folder, 0);
}

function tryCreate(path: string): boolean {
  let file: number;
  try {
    file = openSync(path, 'wx', 0o600);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
  writeSync(file, `${process.pid} ${startOfProcess(process.pid) ?? ''}`);
  closeSync(file);
  return true;
}

function readHolder(path: string): { pid: number; start: string } | null {
  try {
    const [pid, start] = readFileSync(path, 'utf8').split(' ');
    return pid === undefined || pid === '' ? null : { pid: Number(pid), start: start ?? '' };
  } catch {
    return null;
  }
}
