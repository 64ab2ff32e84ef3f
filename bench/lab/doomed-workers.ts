import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Addresses } from './addresses.ts';

/** What one worker said of a share: that it began a try, or what a try came to. */
export type Said =
  | { readonly kind: 'begin'; readonly name: string }
  | { readonly kind: 'end'; readonly name: string; readonly outcome: string };

export interface Worker {
  /** Lets it work. */
  go(): void;
  /** kill -9; returns when it is gone and all that it said has been heard. */
  kill(): Promise<void>;
}

/**
 * Starts workers to be killed. Each gets ready at once and waits for its turn, so that the time between a kill and the next worker is short.
 * @param hear is told every line as it comes
 */
export function doomedWorkers(
  place: { readonly folder: string; readonly url: string; readonly addresses: Addresses },
  hear: (said: Said) => void,
): () => Promise<Worker> {
  const program = new URL('./kill-worker.ts', import.meta.url).pathname;
  const args = [program, place.folder, place.url, JSON.stringify(place.addresses)];
  return async () => {
    const child = spawn(process.execPath, args, {
      stdio: ['pipe', 'pipe', 'inherit'],
      // What one has compiled the next need not: most of a worker's short life would go by with that.
      env: {
        PATH: process.env.PATH ?? '',
        NODE_ENV: 'development',
        NODE_COMPILE_CACHE: join(place.folder, 'compiled'),
      },
    });
    await readLines(child, hear);
    return {
      go: () => void child.stdin?.write('go\n'),
      kill: async () => {
        const gone = once(child, 'close');
        child.kill('SIGKILL');
        await gone;
      },
    };
  };
}

/** Returns at the line that says that it is ready. */
function readLines(child: ChildProcess, hear: (said: Said) => void): Promise<void> {
  let rest = '';
  return new Promise((resolve, reject) => {
    child.once('exit', (code, signal) => reject(new Error(`a worker ended with ${code ?? signal}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const [, kind, name = '', outcome = ''] = /^(begin|end) (Share \d+) ?(\w*)$/.exec(line) ?? [];
        if (kind === 'begin') hear({ kind, name });
        else if (kind === 'end') hear({ kind, name, outcome });
        else if (line === 'ready') resolve();
      }
    });
  });
}
