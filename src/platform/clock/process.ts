import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** This machine's name as it can stand in the name of a file. */
export const machineName =
  hostname()
    .replace(/[^\w-]/g, '')
    .slice(0, 60) || 'host';

/**
 * When a process of this machine started, in ticks since boot, so that a process id that was given again is not mistaken
 * for its former owner. Null when there is no such process; empty where only its existence can be known.
 */
export function startOfProcess(pid: number): string | null {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return null;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
