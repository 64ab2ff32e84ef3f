import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Coact as a process of its own. */
export interface CoactProcess {
  readonly pid: number;
  /** Everything it has printed. */
  said(): string;
  /** Asks it to stop, as a service manager does. Out: its exit code, or the signal that ended it. */
  stop(): Promise<number | string>;
  /** Kills it without a warning. */
  kill(): Promise<void>;
}

/** Starts a command and waits until it says that it is ready. @throws with what it said when it ends instead */
export async function startCoact(
  words: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<CoactProcess> {
  const child = spawn(process.execPath, ['src/main.ts', ...words], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = once(child, 'close');
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (/"event":"(server|work)\.ready"/.test(said)) resolve();
      });
    }
    ended.then(([code]) => reject(new Error(`coact ${words.join(' ')} ended with ${code}: ${said}`)), reject);
  });
  return {
    pid: child.pid ?? 0,
    said: () => said,
    stop: () => end(child, ended, 'SIGTERM'),
    kill: async () => void (await end(child, ended, 'SIGKILL')),
  };
}

async function end(child: ChildProcess, ended: Promise<unknown[]>, signal: NodeJS.Signals): Promise<number | string> {
  child.kill(signal);
  await ended;
  return child.exitCode ?? child.signalCode ?? 'unknown';
}

/** Ports that nobody listens on just now. */
export async function freePorts(count: number): Promise<number[]> {
  const probes = await Promise.all(
    Array.from({ length: count }, async () => {
      const probe = createServer();
      await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
      return probe;
    }),
  );
  return Promise.all(
    probes.map(async (probe) => {
      const address = probe.address();
      await new Promise((resolve) => probe.close(resolve));
      return address !== null && typeof address === 'object' ? address.port : 0;
    }),
  );
}
