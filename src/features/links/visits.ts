import type { RingKey } from '../../platform/vault/index.ts';
import { openTokenMemory } from './token-memory.ts';

/**
 * How a click counts. `first`: new to this process, with the token by which the database knows whether another has seen the visitor.
 * `repeat` counts as nothing: the same visitor on the same link a moment ago.
 */
export type Visit = { readonly first: string } | 'again' | 'repeat';

/** Same visitor, same link, within this time: a double click, a reload, a preview before the page. Milliseconds. */
export const repeatMs = 10_000;

/** Remembers the day's visitors of each link, as blind tokens. */
export interface Visits {
  /** @param key the day's key; with null (it is not there yet) nobody can be told apart and the click counts as `again` */
  see(key: RingKey | null, visit: { linkId: string; address: string; agent: string }, nowMs: number): Visit;
  /** Forgets everybody, at the change of the day. */
  forget(): void;
  readonly size: number;
}

/**
 * The memory behind unique clicks.
 *
 * A visitor is a blind token of (day's key; link, address, agent): it means nothing on another link or another day, and nothing at all
 * once the key is destroyed. What this memory does not know (when `most` are remembered the oldest is forgotten, a restart forgets all,
 * another process has its own) is found when the batch is loaded (`Newcomers`). Double clicks are known here only: two
 * processes that answer one each count two clicks, of one visitor.
 * Two colleagues behind one address with equal browsers are one visitor.
 */
export function openVisits(most = 500_000): Visits {
  let seen = openTokenMemory(most);
  return {
    see: (key, { linkId, address, agent }, nowMs) => {
      if (!key) return 'again';
      // No address holds a line feed and all ids have one length, so that two visits never make one text.
      const token = key.blind(`${linkId}${address}\n${agent}`);
      const last = seen.find(token);
      if (last !== null && nowMs - last < repeatMs) return 'repeat';
      seen.set(token, nowMs);
      return last === null ? { first: token.slice(0, 8) } : 'again';
    },
    forget: () => {
      seen = openTokenMemory(most);
    },
    get size() {
      return seen.size;
    },
  };
}
