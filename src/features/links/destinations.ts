import type { Destination } from './link.ts';
import { isSlug, safeTarget } from './link.ts';
import { createLookUps } from './look-ups.ts';

/** What is known about a slug: a destination, that there is none, or nothing yet. */
export type Known = Destination | 'absent' | null;

/** The links that are clicked, in memory, so that a redirect asks nobody. */
export interface Destinations {
  find(slug: string, nowMs: number): Known;
  put(link: Destination): void;
  /** Looks a slug up and remembers the answer, also that there is none. `busy` when too many are being looked up. */
  lookUp(slug: string, nowMs: number): Promise<Destination | 'absent' | 'busy'>;
  /** A link was made, changed or ended, in this process or another: what is remembered of it is not true any more. */
  changed(slug: string, nowMs: number): void;
  /** Anything may have changed. Reads again whatever is remembered, and goes on answering from it meanwhile. */
  missed(): Promise<void>;
  readonly size: number;
}

/** How long "there is no such link" is believed without being told otherwise. Milliseconds. */
const absentMs = 10_000;
/** Most slugs remembered as absent: a scan through slugs must not reach memory or database. */
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
  /** Most links in memory, about 700 bytes each; those not clicked for longest make room. */
  readonly most?: number;
  /** Most visitors' questions that wait for the database. */
  readonly mostWaiting?: number;
}

/** @param read finds links in the database, oldest first */
export function openDestinations(
  read: (slugs: readonly string[]) => Promise<readonly Destination[]>,
  { most = 100_000, mostWaiting }: Options = {},
): Destinations {
  const memory = openMemory(most);
  const lookUps = createLookUps(read, mostWaiting);
  let rereading = 0;

  const lookUp = async (slug: string, nowMs: number, patient = false) => {
    const found = await lookUps.ask(slug, { patient });
    if (found === 'busy') return 'busy';
    if (found) memory.put(found);
    else memory.putAbsent(slug, nowMs);
    return memory.link(slug) ?? 'absent';
  };
  /** Reads a link again. Until the answer is there visitors get the one before, but not for long. */
  const replace = async (before: Remembered, nowMs: number) => {
    const forget = () => memory.forget(before);
    const impatient = setTimeout(forget, staleMs).unref();
    if ((await lookUp(before.slug, nowMs, true)) === 'busy') forget();
    clearTimeout(impatient);
  };
  return {
    find: memory.find,
    put: memory.put,
    lookUp: (slug, nowMs) => lookUp(slug, nowMs),
    changed: (slug, nowMs) => {
      memory.forgetAbsent(slug);
      lookUps.changed(slug);
      const link = memory.link(slug);
      if (link) void replace(link, nowMs);
    },
    missed: async () => {
      memory.forgetAbsent(null);
      lookUps.changed(null);
      rereading += 1;
      const mine = rereading;
      for (let slugs = memory.slugs(); slugs.length > 0 && mine === rereading; ) {
        const answers = await Promise.all(slugs.map((slug) => lookUp(slug, 0, true)));
        slugs = slugs.filter((_, index) => answers[index] === 'busy');
        if (slugs.length > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs).unref());
      }
    },
    get size() {
      return memory.size;
    },
  };
}

/** What is remembered: links, and slugs that have none. */
function openMemory(most: number) {
  const links = new Map<string, Remembered>();
  const absent = new Map<string, number>();
  return {
    find: (slug: string, nowMs: number): Known => {
      const link = links.get(slug);
      if (link) {
        link.used = true;
        return link;
      }
      return !isSlug(slug) || (absent.get(slug) ?? 0) > nowMs ? 'absent' : null;
    },
    put: (link: Destination) => {
      const target = safeTarget(link.target);
      absent.delete(link.slug);
      // Nothing else gets in, but a row changed by hand must not turn our address into someone's open door.
      if (target === null) return links.delete(link.slug);
      if (links.size >= most && !links.has(link.slug)) makeRoom(links);
      return links.set(link.slug, { ...link, target, used: false });
    },
    putAbsent: (slug: string, nowMs: number) => {
      links.delete(slug);
      if (absent.size >= mostAbsent) absent.delete(absent.keys().next().value ?? '');
      absent.set(slug, nowMs + absentMs);
    },
    /** The link, without counting as a click. */
    link: (slug: string) => links.get(slug),
    /** Forgets a link, unless another has taken its place. */
    forget: (link: Remembered) => {
      if (links.get(link.slug) === link) links.delete(link.slug);
    },
    /** A slug may have a link now. Null: any may. */
    forgetAbsent: (slug: string | null) => {
      if (slug === null) absent.clear();
      else absent.delete(slug);
    },
    slugs: () => [...links.keys()],
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
  for (const [slug, link] of links) {
    links.delete(slug);
    round += 1;
    if (!link.used || round > 100) return;
    links.set(slug, Object.assign(link, { used: false }));
  }
}
