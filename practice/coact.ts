import { join } from 'node:path';
import { z } from 'zod';
import { type Child, startChild, waitForAnswer } from './children.ts';

export interface Coact {
  readonly url: string;
  /** The owner's one-time sign-in link, or null once it has been used. */
  ownerLink(): Promise<string | null>;
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

const ownerLine = /Sign in as the owner: (https?:\/\/[^\s"\\]+)/;

/** The one-time link in a line of Coact's output, plain or inside a line of JSON; null when there is none. */
export function readOwnerLink(line: string): string | null {
  return ownerLine.exec(line)?.[1] ?? null;
}

/** Starts Coact itself as its own process and waits until it answers. `log` receives its output, line by line. */
export async function startCoact(options: {
  readonly port: number;
  readonly env: Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
}): Promise<Coact> {
  const url = `http://localhost:${options.port}`;
  const last: string[] = [];
  let link: string | null = null;
  let isReady = false;
  const child: Child = startChild({
    command: process.execPath,
    args: [join(import.meta.dirname, '..', 'src', 'main.ts'), 'serve'],
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, ...options.env },
    onLine: (line) => {
      link = readOwnerLink(line) ?? link;
      last.push(line);
      if (last.length > 20) last.shift();
      // What it says while starting stands in our own summary.
      if (isReady) options.log(line);
    },
  });
  try {
    await waitForAnswer(`${url}/healthz`, 60_000, child.ended);
  } catch (error) {
    await child.stop();
    throw new Error(`Coact did not start. Its last words:\n  ${last.join('\n  ')}`, { cause: error });
  }
  isReady = true;
  const ownerLink = async () => (link !== null && (await isPending(url)) ? link : null);
  return { url, ownerLink, ended: child.ended, stop: () => child.stop() };
}

/** Whether Coact still waits for its owner. */
async function isPending(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/api/me`)
    .then((response) => response.json())
    .catch(() => null);
  return pending.safeParse(answer).success;
}

const pending = z.object({ ownerLinkPending: z.literal(true) });
