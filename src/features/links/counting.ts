import type { Clock } from '../../platform/clock/index.ts';
import { randomId } from '../../platform/clock/index.ts';
import type { Log } from '../../platform/log/index.ts';
import { type Click, type Counts, countClick } from './click-record.ts';
import { type Journal, openJournal } from './journal.ts';
import { openJournalFolder } from './journal-folder.ts';
import type { Loader } from './loader.ts';

/** Takes clicks and sees to it that each is counted once. */
export interface Counting {
  /** Out: resolved when the click is as safe as the mode promises. Never rejects: a visitor must not wait for our troubles. */
  count(click: Click): Promise<void> | null;
  /** Brings everything taken so far into the database, as far as that is possible now. */
  flush(): Promise<void>;
  readonly backlog: Journal['backlog'];
  /** Sentences for the operator about what is wrong just now. */
  problems(): readonly string[];
  close(): Promise<void>;
}

interface Parts {
  /** `batch`: the answer does not wait. `sync`: it is held until the click is committed. */
  readonly mode: 'batch' | 'sync';
  readonly folder: string;
  readonly loader: Loader;
  readonly clock: Clock;
  readonly log: Log;
  /** How often batches are loaded, when loading is quick. Milliseconds. */
  readonly loadEveryMs: number;
}

const beatMs = 10_000;
/** Loads take at most a twentieth of the time: the busier, the longer the batches and the fewer rows for each click. */
const pausePerLoad = 20;
/** Also the pause between tries while the database is away. Milliseconds. */
const longestPauseMs = 10_000;

/** Opens the journal, loads what earlier processes left behind, and goes on loading in the background. */
export async function openCounting(parts: Parts): Promise<Counting> {
  const folder = openJournalFolder(parts.folder);
  const journal = openJournal({
    folder: folder.path,
    onFailure: (error) => parts.log.error({ event: 'clicks_journal_failed' }, error),
  });
  let running: Promise<void> | null = null;
  const loadAll = async () => {
    await parts.loader.load(await journal.batches());
  };
  const flush = async () => {
    // One at a time, and one more for what came in meanwhile.
    while (running) await running;
    running = loadAll().finally(() => {
      running = null;
    });
    await running;
  };
  let notBefore = 0;
  const tick = async () => {
    if (running || performance.now() < notBefore) return;
    const started = performance.now();
    await flush();
    const took = performance.now() - started;
    notBefore =
      performance.now() + (parts.loader.healthy ? Math.min(took * pausePerLoad, longestPauseMs) : longestPauseMs);
  };
  const timers = [setInterval(() => void tick(), parts.loadEveryMs), setInterval(() => folder.beat(), beatMs)];
  await flush();
  const held = createHeld(parts.loader, journal.keep);
  return {
    count: (click) => {
      if (parts.mode === 'sync') return held(click);
      journal.append(click);
      return null;
    },
    flush,
    backlog: journal.backlog,
    problems: () => [
      ...(journal.healthy
        ? []
        : ['Clicks cannot be written to the data folder (is the disk full?). They are kept in memory.']),
      ...(parts.loader.healthy ? [] : ['Clicks cannot be written to the database. They are kept until it is back.']),
    ],
    close: async () => {
      for (const timer of timers) clearInterval(timer);
      await flush();
      journal.close();
      folder.close();
    },
  };
}

/**
 * Counting with the answer held. Clicks that come while a commit is under way go together into the next one. If the database does not
 * take them (or its answer is lost) they go to the journal under the same batch id, and the visitors on.
 */
function createHeld(loader: Loader, keep: Journal['keep']): (click: Click) => Promise<void> {
  let waiting: Click[] = [];
  let next: Promise<void> | null = null;
  let last: Promise<void> = Promise.resolve();
  const commit = async (before: Promise<void>) => {
    await before;
    const clicks = waiting;
    waiting = [];
    next = null;
    const counts: Counts = new Map();
    for (const click of clicks) countClick(click, counts);
    const id = randomId();
    const taken = await loader.load([{ id, counts: async () => counts, done: async () => undefined }]);
    if (!taken) keep(id, clicks);
  };
  return (click) => {
    waiting.push(click);
    if (!next) {
      next = commit(last);
      last = next;
    }
    return next;
  };
}
