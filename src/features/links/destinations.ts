import type { Destination } from './link.ts';
import { readKey, safeCard, safeTarget } from './link.ts';
import { createLookUps } from './look-ups.ts';

/** What is known about a key: a destination, that there is none, or nothing yet. */
export type Known = Destination | 'absent' | null;

/** The links that are clicked, in memory, so that a redirect asks nobody. */
export interface Destinations {
  find(key: string, nowMs: number): Known;
  put(link: Destination): void;
  /** Looks a key up and remembers the answer, also that there is none. `busy` when too many are being looked up. */
  lookUp(key: string, nowMs: number): Promise<Destination | 'absent' | 'busy'>;
  /** A link was made, changed or ended, in this process or another: what is remembered of it is not true any more. */
  changed(key: string, nowMs: number): void;
  /** Anything may have changed. Reads again whatever is remembered, and goes on answering from it meanwhile. */
  missed(): Promise<void>;
  readonly size: number;
}

/** How long "there is no such link" is believed without being told otherwise. Milliseconds. */
const absentMs = 10_000;
/** Most keys remembered as absent: a scan through slugs must not reach memory or database. */
const mostAbsent = 10_000;
/** How long a failed re-reading waits before it is tried again. Milliseconds. */
const pauseMs = 1_000;
/** How long a link that was changed is still believed while it is read again. Milliseconds. */
const staleMs = 500;

interface Remembered extends Destination {
  /** Clicked since the last time that room was made. */
  used: boolean;
}

interface Options {
  /** Most links in memory, 700 bytes each and what their cards say; those not clicked for longest make room. */
  readonly most?: number;
  /** Most visitors' questions that wait for the database. */
  readonly mostWaiting?: number;
}

/** @param read finds links in the database, oldest first */
export function openDestinations(
  read: (keys: readonly string[]) => Promise<readonly Destination[]>,
  { most = 100_000, mostWaiting }: Options = {},
): Destinations {
  const memory = openMemory(most);
  const lookUps = createLookUps(read, mostWaiting);
  let rereading = 0;

  const lookUp = async (key: string, nowMs: number, patient = false) => {
    const found = await lookUps.ask(key, { patient });
    if (found === 'busy') return 'busy';
    // Whoever spelt a name in all its ways would fill the memory with one link.
    if (found?.respelt) return safeLink(found) ?? 'absent';
    if (found) memory.put(found);
    else memory.putAbsent(key, nowMs);
    return memory.link(key) ?? 'absent';
  };
  /** Reads a link again. Until the answer is there visitors get the one before, but not for long. */
  const replace = async (before: Remembered, nowMs: number) => {
    const forget = () => memory.forget(before);
    const impatient = setTimeout(forget, staleMs).unref();
    if ((await lookUp(before.key, nowMs, true)) === 'busy') forget();
    clearTimeout(impatient);
  };
  return {
    find: memory.find,
    put: memory.put,
    lookUp: (key, nowMs) => lookUp(key, nowMs),
    changed: (key, nowMs) => {
      memory.forgetAbsent(key);
      lookUps.changed(key);
      const link = memory.link(key);
      if (link) void replace(link, nowMs);
    },
    missed: async () => {
      memory.forgetAbsent(null);
      lookUps.changed(null);
      rereading += 1;
      const mine = rereading;
      for (let keys = memory.keys(); keys.length > 0 && mine === rereading; ) {
        const answers = await Promise.all(keys.map((key) => lookUp(key, 0, true)));
        keys = keys.filter((_, index) => answers[index] === 'busy');
        if (keys.length > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs).unref());
      }
    },
    get size() {
      return memory.size;
    },
  };
}

/**
 * The link with what may be answered of it; null when it leads to no web address. Nothing else gets in, but a row changed by hand must
 * not turn our address into someone's open door.
 */
function safeLink(link: Destination): Destination | null {
  const target = safeTarget(link.target);
  if (target === null) return null;
  const targetAfter = link.targetAfter === null ? null : safeTarget(link.targetAfter);
  return { ...link, target, targetAfter, card: safeCard(link.card) };
}

/** What is remembered: links, and keys that have none. */
function openMemory(most: number) {
  const links = new Map<string, Remembered>();
  const absent = new Map<string, number>();
  return {
    find: (key: string, nowMs: number): Known => {
      const link = links.get(key);
      if (link) {
        link.used = true;
        return link;
      }
      return readKey(key) === null || (absent.get(key) ?? 0) > nowMs ? 'absent' : null;
    },
    put: (link: Destination) => {
      const safe = safeLink(link);
      absent.delete(link.key);
      if (safe === null) return links.delete(link.key);
      if (links.size >= most && !links.has(link.key)) makeRoom(links);
      return links.set(link.key, { ...safe, used: false });
    },
    putAbsent: (key: string, nowMs: number) => {
      links.delete(key);
      if (absent.size >= mostAbsent) absent.delete(absent.keys().next().value ?? '');
      absent.set(key, nowMs + absentMs);
    },
    /** The link, without counting as a click. */
    link: (key: string) => links.get(key),
    /** Forgets a link, unless another has taken its place. */
    forget: (link: Remembered) => {
      if (links.get(link.key) === link) links.delete(link.key);
    },
    /** A key may have a link now. Null: any may. */
    forgetAbsent: (key: string | null) => {
      if (key === null) absent.clear();
      else absent.delete(key);
    },
    keys: () => [...links.keys()],
    get size() {
      return links.size;
    },
  };
}

/**
 * Forgets a link that has not been clicked since room was last made (the "clock" algorithm): a redirect sets a mark, instead of moving
 * its link to the end of the line. After a hundred marks in a row whatever comes next goes.
 */
function makeRoom(links: Map<string, Remembered>): void {
  let round = 0;
  for (const [key, link] of links) {
    links.delete(key);
    round += 1;
    if (!link.used || round > 100) return;
    links.set(key, Object.assign(link, { used: false }));
  }
}
