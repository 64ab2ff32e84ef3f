import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface Child {
  readonly process: ChildProcess;
  /** Resolves with the exit code (or the signal's name) when the process has ended. */
  readonly ended: Promise<string>;
  /** Asks it to stop, waits, and kills it after `graceMs`. */
  stop(graceMs?: number): Promise<void>;
}

export interface ChildOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env: NodeJS.ProcessEnv;
  readonly onLine?: (line: string) => void;
}

/** Starts a process of ours. Nothing is started again when it ends: who owns it hears of it by `ended`. */
export function startChild({ command, args, cwd, env, onLine }: ChildOptions): Child {
  const child = spawn(command, [...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<string>((done) => {
    child.once('error', (error) => done(error.message));
    child.once('exit', (code, signal) => done(signal ?? `exit code ${code}`));
  });
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on('line', (line) => onLine?.(line));
  }
  return {
    process: child,
    ended,
    stop: async (graceMs = 8_000) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
      await ended;
      clearTimeout(timer);
    },
  };
}

/** Waits until `url` answers anything at all. Throws after `withinMs`, or at once when `ended` resolves first. */
export async function waitForAnswer(url: string, withinMs: number, ended?: Promise<string>): Promise<void> {
  let died: string | null = null;
  void ended?.then((how) => {
    died = how;
  });
  const until = Date.now() + withinMs;
  while (Date.now() < until) {
    if (died !== null) throw new Error(`The process behind ${url} ended at once (${died}).`);
    const answered = await fetch(url, { signal: AbortSignal.timeout(2_000), redirect: 'manual' }).then(
      async (response) => {
        await response.body?.cancel();
        return true;
      },
      () => false,
    );
    if (answered) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`Nothing answers at ${url} after ${Math.round(withinMs / 1000)} seconds.`);
}
