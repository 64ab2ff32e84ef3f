import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Practice } from '../../practice/practice.ts';
import { startPractice } from '../../practice/start.ts';
import { type Browsers, openBrowsers } from './browser.ts';
import { type CoactProcess, laterBy, startCoact } from './coact-process.ts';

/** Coact and everything it talks to, on free ports, with folders of their own; gone with everything at the end. */
export interface JourneyWorld extends AsyncDisposable {
  readonly practice: Practice;
  readonly browsers: Browsers;
  readonly dataDir: string;
  /** The running process; after `restart`, the new one. */
  readonly coact: CoactProcess;
  /** Everything that Coact has written so far, over all its restarts. */
  readonly said: readonly string[];
  /** Stops Coact, does `between` while it is down, and starts it again. Answers how it ended. */
  restart(between?: () => Promise<void>): Promise<string>;
  /** Stops Coact and starts it as if it were so much later. */
  goOnLater(ms: number): Promise<void>;
}

/** @param settings further ones of Coact's environment */
export async function openJourneyWorld(settings: Readonly<Record<string, string>> = {}): Promise<JourneyWorld> {
  if (!existsSync(new URL('../../dist/web/index.html', import.meta.url))) {
    throw new Error('The web app is not built. Run the journeys with: npm test -- --only=journeys');
  }
  await using opening = new AsyncDisposableStack();
  const dataDir = await mkdtemp(join(tmpdir(), 'coact-journey-'));
  opening.defer(() => rm(dataDir, { recursive: true, force: true }));
  const practice = opening.use(await startPractice({ coact: false, dataDir, quiet: true }));
  const said: string[] = [];
  const env = { ...practice.env, ...settings };
  const running = { coact: await startCoact(env) };
  opening.defer(async () => void (await running.coact.stop()));
  const browsers = opening.use(await openBrowsers(practice.urls.coact));
  const restart = async (between?: () => Promise<void>, more: Readonly<Record<string, string>> = {}) => {
    const ended = await running.coact.stop();
    said.push(...running.coact.lines);
    await between?.();
    running.coact = await startCoact({ ...env, ...more });
    return ended;
  };
  const opened = opening.move();
  return {
    practice,
    browsers,
    dataDir,
    get coact() {
      return running.coact;
    },
    get said() {
      return [...said, ...running.coact.lines];
    },
    restart: (between) => restart(between),
    goOnLater: async (ms) => void (await restart(undefined, laterBy(ms))),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}
