import { KeyServiceAway } from './root/root-key.ts';

interface Entry<Key> {
  readonly key: Key;
  readonly readAt: number;
}

const freshMs = 5 * 60_000;
/** While the key service is away, keys that were unwrapped within the hour go on serving. */
const lastsMs = 60 * 60_000;
const most = 10_000;

/**
 * Unwrapped keys in memory: at most 10,000, read anew after five minutes, so that a root key which is taken away from
 * Coact, and keys which another process destroyed, stop serving within that time. Who asks for the same key at the same
 * time shares one answer.
 */
export class KeyCache<Key = { readonly id: string; readonly key: Uint8Array }> {
  readonly #entries = new Map<string, Entry<Key>>();
  readonly #asked = new Map<string, Promise<Key | null>>();
  readonly #now: () => number;

  /** @param now milliseconds of a clock that never goes back */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** The key of that name, or what `read` finds; that it found nothing is not remembered. */
  async get(name: string, read: () => Promise<Key | null>): Promise<Key | null> {
    const entry = this.#entries.get(name);
    if (entry !== undefined && this.#now() - entry.readAt < freshMs) return entry.key;
    const asked = this.#asked.get(name);
    if (asked !== undefined) return asked;
    const answer = this.#read(name, read, entry);
    this.#asked.set(name, answer);
    try {
      return await answer;
    } finally {
      this.#asked.delete(name);
    }
  }

  async #read(name: string, read: () => Promise<Key | null>, former: Entry<Key> | undefined): Promise<Key | null> {
    try {
      const key = await read();
      this.#entries.delete(name);
      if (key === null) return null;
      this.#entries.set(name, { key, readAt: this.#now() });
      for (const oldest of this.#entries.keys()) {
        if (this.#entries.size <= most) break;
        this.#entries.delete(oldest);
      }
      return key;
    } catch (error) {
      if (error instanceof KeyServiceAway && former && this.#now() - former.readAt < lastsMs) return former.key;
      this.#entries.delete(name);
      throw error;
    }
  }

  forget(prefix: string): void {
    for (const name of this.#entries.keys()) if (name.startsWith(prefix)) this.#entries.delete(name);
  }
}
