/** Chance that is the same in every run: what is drawn follows from the seed and the order of the calls. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  /** How many of `tries` succeed at that likelihood. */
  successes(tries: number, likelihood: number): number;
  /** How often something happens that is expected so often (Poisson). */
  count(expected: number): number;
  /** One of the names, by weight. */
  pick<Name extends string>(weights: Readonly<Record<Name, number>>): Name;
  /** Letters and digits of the given alphabet. */
  text(length: number, alphabet: string): string;
}

/** Mulberry32: 32 bits of state, good enough for figures that only look natural. */
export function seededChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    successes: (tries, likelihood) => Array.from({ length: tries }, next).filter((drawn) => drawn < likelihood).length,
    count: (expected) => {
      const limit = Math.exp(-expected);
      let times = 0;
      for (let product = next(); product > limit; product *= next()) times += 1;
      return times;
    },
    pick: (weights) => {
      const names = Object.keys(weights) as (keyof typeof weights)[];
      const total = names.reduce((sum, name) => sum + weights[name], 0);
      let left = next() * total;
      const picked = names.find((name) => {
        left -= weights[name];
        return left < 0;
      });
      const chosen = picked ?? names.at(-1);
      if (chosen === undefined) throw new RangeError('nothing to pick from');
      return chosen;
    },
    text: (length, alphabet) => Array.from({ length }, () => alphabet.charAt(between(0, alphabet.length - 1))).join(''),
  };
}

/** A UUIDv7 whose time is `at`. */
export function seededId(chance: Chance, at: Date): string {
  const time = at.getTime().toString(16).padStart(12, '0');
  const rest = chance.text(18, '0123456789abcdef');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-a${rest.slice(3, 6)}-${rest.slice(6)}`;
}
