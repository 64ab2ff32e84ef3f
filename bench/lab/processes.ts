import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

const root = new URL('../../', import.meta.url);
const meter = new URL('./meter.ts', import.meta.url).href;

/** A program of ours that runs beside the measurement. */
export interface Running extends AsyncDisposable {
  readonly child: ChildProcess;
  readonly port: number;
  /** From the start of the process to the line that says that it is ready, milliseconds. */
  readonly readyMs: number;
  /** Everything that it has printed. */
  said(): string;
  usage(): Promise<{ readonly cpuUs: number; readonly rssBytes: number }>;
  /** Asks it to end in good order, and waits. */
  stop(): Promise<void>;
}

/**
 * Starts a program of the repository and waits until it prints that it is ready, or at work.
 *
 * @param program its path from the repository's top
 * @param env in addition to a minimal environment: what is set on this machine does not get in
 */
export async function startProgram(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Running> {
  const port = await freePort();
  const started = performance.now();
  let said = '';
  const child = spawn(process.execPath, ['--import', meter, new URL(program, root).pathname, ...args], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', PORT: String(port), ...env },
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (/\b(?:ready|at work)\b/.test(said)) resolve();
    });
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code} before it was ready`)));
  });
  const readyMs = performance.now() - started;
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  };
  return {
    ...{ child, port, readyMs, stop },
    said: () => said,
    usage: async () => {
      const answer = once(child, 'message');
      child.send('usage');
      return (await answer)[0];
    },
    [Symbol.asyncDispose]: stop,
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
