import type { Tx } from '../db/index.ts';
import { addEncryptions } from './key-store.ts';

const block = 65_536;

interface Count {
  spent: number;
  /** Written to the database and committed. */
  reserved: number;
}

/**
 * Counts how often each key has sealed. The database gets the count in blocks, in advance: after a crash it says too
 * much, never too little, but for what the very transactions sealed that the crash cut off.
 */
export class Meter {
  readonly #counts = new Map<string, Count>();
  readonly #pending = new WeakMap<Tx, number>();

  async count(tx: Tx, keyId: string, times: number): Promise<void> {
    const count = this.#counts.get(keyId) ?? { spent: 0, reserved: 0 };
    this.#counts.set(keyId, count);
    count.spent += times;
    const pending = this.#pending.get(tx) ?? 0;
    if (count.spent <= count.reserved + pending) return;
    const wanted = Math.max(block, count.spent - count.reserved - pending);
    this.#pending.set(tx, pending + wanted);
    if (!(await addEncryptions(tx, keyId, wanted))) {
      // Another is adding just now: the next who seals adds this too.
      this.#pending.set(tx, (this.#pending.get(tx) ?? wanted) - wanted);
      return;
    }
    tx.afterCommit(() => {
      count.reserved += wanted;
    });
  }
}
