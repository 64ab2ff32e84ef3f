import { orgOf, type Tx } from '../../platform/db/index.ts';
import type { HourCount } from './click-record.ts';
import { addVisitors, takeTurn, visitorsAfter } from './store.ts';
import { openTokenMemory, type TokenMemory } from './token-memory.ts';

/** Tells which visitors nobody has counted today: no other process, and not this one before it was started again. */
export interface Newcomers {
  /** Takes visitors that are not new out of the unique clicks, and tells the others of those that are. In the batch's own transaction. */
  sift(tx: Tx, counts: readonly HourCount[]): Promise<readonly HourCount[]>;
  /** Forgets everybody, at the change of the day. */
  forget(): void;
}

/** As `Visits` gives them to the database: characters of one byte each. */
const tokenBytes = 8;

/**
 * Each batch with new visitors takes its organisation's next turn, reads what was written down in the turns since its last one, and
 * writes its own in one row. (A row for each visitor, with the database to find the doubled ones, cost 15 µs a click on PostgreSQL and 95 on
 * the embedded database.) A visitor's token is made with the link, so that it means nothing on another one.
 * @param most visitors of the day that are remembered; when there are more, the oldest may count once more
 */
export function openNewcomers(most = 1_000_000): Newcomers {
  let known = openTokenMemory(most);
  let lastTurns = new Map<string, number>();

  const learn = (memory: TokenMemory, visitors: Uint8Array) => {
    const tokens = Buffer.from(visitors.buffer, visitors.byteOffset, visitors.byteLength).toString('latin1');
    for (let at = 0; at < tokens.length; at += tokenBytes) memory.set(tokens.slice(at, at + tokenBytes), 0);
  };
  return {
    sift: async (tx, counts) => {
      if (counts.every(({ visitors }) => visitors.length === 0)) return counts;
      const org = orgOf(tx);
      const turn = await takeTurn(tx);
      const memory = known;
      for (const visitors of await visitorsAfter(tx, lastTurns.get(org) ?? 0)) learn(memory, visitors);
      const fresh = new Set<string>();
      const sifted = counts.map((count) => {
        const before = fresh.size;
        for (const visitor of count.visitors) if (memory.find(visitor) === null) fresh.add(visitor);
        return { ...count, unique: count.unique - (count.visitors.length - (fresh.size - before)) };
      });
      const written = Buffer.from([...fresh].toSorted().join(''), 'latin1');
      if (written.length > 0) await addVisitors(tx, turn, lastDayOf(counts), written);
      // Not before: what is rolled back has been counted by nobody.
      tx.afterCommit(() => {
        if (memory !== known) return;
        learn(memory, written);
        lastTurns.set(org, Math.max(turn, lastTurns.get(org) ?? 0));
      });
      return sifted;
    },
    forget: () => {
      known = openTokenMemory(most);
      lastTurns = new Map();
    },
  };
}

/** A batch around midnight has visitors of two days; they are kept as long as those of the later one. */
function lastDayOf(counts: readonly HourCount[]): string {
  const hour = counts.reduce((latest, count) => Math.max(latest, count.hour), 0);
  return new Date(hour * 3_600_000).toISOString().slice(0, 10);
}
