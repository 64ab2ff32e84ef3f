import { join } from 'node:path';
import { type Child, startChild, waitForAnswer } from '../../practice/children.ts';
import { readOwnerLink } from '../../practice/coact.ts';

const root = join(import.meta.dirname, '..', '..');

/** Coact as an operator runs it: a process of its own, `node src/main.ts serve`. */
export interface CoactProcess {
  /** Everything it has written, line by line. */
  readonly lines: readonly string[];
  /** The owner's one-time link, or null when it printed none. */
  readonly ownerLink: string | null;
  /** Asks it to stop as a service manager does (SIGTERM) and answers how it ended: `exit code 0` when all was well. */
  stop(): Promise<string>;
}

type Environment = Readonly<Record<string, string>>;

/** Settings under which Coact takes it to be so much later than it is. Its database goes by the same clock. */
export function laterBy(ms: number): Environment {
  const module = new URL('./later.ts', import.meta.url).pathname;
  return { JOURNEY_AHEAD_MS: String(ms), NODE_OPTIONS: `--import=${module}` };
}

function launch(env: Environment, lines: string[]): Child {
  return startChild({
    command: process.execPath,
    args: ['src/main.ts', 'serve'],
    cwd: root,
    // Vitest's own settings would leak in otherwise, NODE_ENV above all.
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR, ...env },
    onLine: (line) => lines.push(line),
  });
}

/** Starts Coact and waits until it says that it is ready. */
export async function startCoact(env: Environment): Promise<CoactProcess> {
  const lines: string[] = [];
  const child = launch(env, lines);
  const stop = async () => {
    // A minute, as test machines are slow: what is asserted is how it ends, not how fast.
    await child.stop(60_000);
    return child.ended;
  };
  try {
    await waitForAnswer(`${env.PUBLIC_URL}/readyz`, 120_000, child.ended);
  } catch (error) {
    await stop();
    throw new Error(`Coact did not start. It said:\n${lines.join('\n')}`, { cause: error });
  }
  return {
    lines,
    get ownerLink() {
      return lines.map(readOwnerLink).find((link) => link !== null) ?? null;
    },
    stop,
  };
}

/** Runs Coact where it is expected to end by itself, and answers how it ended and what it said. */
export async function runCoact(env: Environment): Promise<{ readonly ended: string; readonly said: string }> {
  const lines: string[] = [];
  const ended = await launch(env, lines).ended;
  return { ended, said: lines.join('\n') };
}
