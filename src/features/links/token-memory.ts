/** Remembers when tokens were last seen, as many as fit; the oldest makes room for the newest. */
export interface TokenMemory {
  /** When a token was last seen, or null. Milliseconds. */
  find(token: string): number | null;
  /** Says that a token was seen now. @param token at least eight characters of one random byte each */
  set(token: string, nowMs: number): void;
  readonly size: number;
}

/**
 * A table in typed arrays: 24 bytes a token and nothing for the garbage collector to walk through. (A Map of half a million strings costs
 * five times that, and stands still for tens of milliseconds whenever it grows.) 64 bits of each token are kept: among half a
 * million, two are alike once in 10^8.
 *
 * Tokens stand in `low` and `high` in the order of their coming, round and round; `index` finds a slot by hash with linear probing. Pages
 * that nothing was written to take no memory.
 */
export function openTokenMemory(most: number): TokenMemory {
  const low = new Int32Array(most);
  const high = new Int32Array(most);
  const times = new Float64Array(most);
  const mask = 2 ** Math.ceil(Math.log2(most * 2)) - 1;
  /** Slot + 1; 0 is empty. */
  const index = new Int32Array(mask + 1);
  let size = 0;
  let next = 0;

  const at = (place: number) => index[place & mask] ?? 0;
  /** Where the slot of a token stands in the index, or the empty place where it would. */
  const placeOf = (lowBits: number, highBits: number) => {
    let place = lowBits & mask;
    for (let slot = at(place) - 1; slot >= 0; slot = at(place) - 1) {
      if (low[slot] === lowBits && high[slot] === highBits) break;
      place = (place + 1) & mask;
    }
    return place;
  };
  /** Closes the gap, so that probing needs no marks of what was there. */
  const remove = (slot: number) => {
    let gap = placeOf(low[slot] ?? 0, high[slot] ?? 0);
    for (let place = (gap + 1) & mask; at(place) !== 0; place = (place + 1) & mask) {
      const home = (low[at(place) - 1] ?? 0) & mask;
      // Moving is right unless the entry's home lies after the gap, on the way to where it stands.
      if (((place - home) & mask) < ((place - gap) & mask)) continue;
      index[gap] = at(place);
      gap = place;
    }
    index[gap] = 0;
  };
  return {
    find: (token) => {
      const slot = at(placeOf(bitsOf(token, 0), bitsOf(token, 4))) - 1;
      return slot < 0 ? null : (times[slot] ?? 0);
    },
    set: (token, nowMs) => {
      const lowBits = bitsOf(token, 0);
      const highBits = bitsOf(token, 4);
      const known = at(placeOf(lowBits, highBits)) - 1;
      if (known >= 0) {
        times[known] = nowMs;
        return;
      }
      if (size === most) remove(next);
      else size += 1;
      low[next] = lowBits;
      high[next] = highBits;
      times[next] = nowMs;
      index[placeOf(lowBits, highBits)] = next + 1;
      next = next + 1 === most ? 0 : next + 1;
    },
    get size() {
      return size;
    },
  };
}

function bitsOf(token: string, from: number): number {
  return (
    token.charCodeAt(from) |
    (token.charCodeAt(from + 1) << 8) |
    (token.charCodeAt(from + 2) << 16) |
    (token.charCodeAt(from + 3) << 24)
  );
}
