import type { Destination } from './link.ts';
import { isSlug, safeTarget } from './link.ts';

/** What is known about a slug: a destination, that there is none, or nothing yet. */
export type Known = Destination | 'absent' | null;

/** Every link in memory, so that a redirect asks nobody. */
export interface Destinations {
  find(slug: string, nowMs: number): Known;
  put(link: Destination): void;
  /** Looks a slug up and remembers the answer, also that there is none. `busy` when too many are being looked up. */
  lookUp(slug: string, nowMs: number): Promise<Destination | 'absent' | 'busy'>;
  readonly size: number;
}

/** How long "there is no such link" is believed: another process may just have made it. Milliseconds. */
const absentMs = 10_000;
/** Most slugs remembered as absent, and most looked up at once: a scan through slugs must not reach memory or database. */
const mostAbsent = 10_000;
const mostLookUps = 20;

/** @param read finds a link in the database */
export function openDestinations(read: (slug: string) => Promise<Destination | null>): Destinations {
  const links = new Map<string, Destination>();
  const absent = new Map<string, number>();
  const running = new Map<string, Promise<Destination | 'absent' | 'busy'>>();
  const put = (link: Destination) => {
    const target = safeTarget(link.target);
    // Nothing else gets in, but a row changed by hand must not turn our address into someone's open door.
    if (target === null) return;
    absent.delete(link.slug);
    links.set(link.slug, { ...link, target });
  };
  const rememberAbsent = (slug: string, nowMs: number) => {
    if (absent.size >= mostAbsent) absent.delete(absent.keys().next().value ?? '');
    absent.set(slug, nowMs + absentMs);
  };
  const look = async (slug: string, nowMs: number) => {
    try {
      const found = await read(slug);
      if (found) put(found);
      else rememberAbsent(slug, nowMs);
      return links.get(slug) ?? 'absent';
    } catch {
      return 'busy';
    } finally {
      running.delete(slug);
    }
  };
  return {
    find: (slug, nowMs) => {
      const link = links.get(slug);
      if (link) return link;
      return !isSlug(slug) || (absent.get(slug) ?? 0) > nowMs ? 'absent' : null;
    },
    put,
    lookUp: async (slug, nowMs) => {
      const before = running.get(slug);
      if (before) return before;
      if (running.size >= mostLookUps) return 'busy';
      const lookUp = look(slug, nowMs);
      running.set(slug, lookUp);
      return lookUp;
    },
    get size() {
      return links.size;
    },
  };
}
