import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const running = new Set<ChildProcess>();

/** Ends what `run` has started, so that what comes after it can tidy up. */
export function stopRunning(): void {
  for (const child of running) child.kill('SIGTERM');
}

/** Runs a program with its output on the screen. @returns its exit code; 1 if a signal ended it */
export async function run(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  const binaries = join(process.cwd(), 'node_modules', '.bin');
  const child = spawn(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: `${binaries}${delimiter}${process.env.PATH ?? ''}`, ...env },
  });
  running.add(child);
  try {
    return await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', (code) => resolve(code ?? 1));
    });
  } finally {
    running.delete(child);
  }
}

/** The first of these files that can be run, or null. */
export function firstProgram(candidates: readonly string[]): string | null {
  return candidates.find(isProgram) ?? null;
}

/** Where a program of this name is on the PATH, or null. */
export function onPath(name: string): string | null {
  return firstProgram((process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
